package org.cartograph.service.security.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.security.ConfiguredKey;
import org.cartograph.service.security.Mode;
import org.cartograph.service.security.Role;
import org.cartograph.service.security.SecuritySettings;
import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;

/** The keys of the configuration, which are good also while the database is away. */
final class ConfiguredKeys {

    private ConfiguredKeys() {}

    /**
     * All of them by id, and the first key of all where no other has the role admin.
     *
     * @throws CannotStart when one of them cannot be used
     */
    static Map<String, ApiKey> of(SecuritySettings settings) {
        Map<String, ApiKey> keys = new HashMap<>();
        for (int index = 0; index < settings.keys().size(); index++) {
            String place = "cartograph.security.keys[" + index + "]";
            ApiKey key = key(place, settings.keys().get(index));
            if (keys.put(key.id(), key) != null) {
                throw new CannotStart("`" + place + "` must have an id of its own, but has that of another key.");
            }
        }
        if (settings.mode() == Mode.KEYS) {
            boolean admin = keys.values().stream().anyMatch(key -> key.roles().contains(Role.ADMIN));
            AdminKeyFile.key(settings.adminKeyFile(), admin).ifPresent(key -> keys.put(key.id(), key));
        }
        return Map.copyOf(keys);
    }

    private static ApiKey key(String place, ConfiguredKey given) {
        long ways = Stream.of(given.secret(), given.secretFile(), given.hash())
                .filter(way -> way != null)
                .count();
        if (ways != 1) {
            throw new CannotStart(
                    "`%s` must have one of secret, secret-file and hash, but had %d.".formatted(place, ways));
        }
        try {
            KeyCheck.together(given.roles(), given.origins());
            return given.hash() == null
                    ? ofSecret(place, given)
                    : key(given, id(place, given.id()), hash(place, given.hash()));
        } catch (InvalidRequest mistake) {
            throw new CannotStart("`" + place + "`: " + mistake.getMessage());
        }
    }

    private static ApiKey ofSecret(String place, ConfiguredKey given) {
        KeyText text = secret(place, given);
        if (text.isForBrowsers() != given.roles().contains(Role.BROWSER)) {
            throw new CannotStart(
                    "`%s` must begin with cgb_ if its role is browser, and with cg_ otherwise, but did not."
                            .formatted(place));
        }
        return key(given, text.id(), text.hash());
    }

    private static ApiKey key(ConfiguredKey given, String id, KeyHash hash) {
        return new ApiKey(
                id,
                KeyCheck.name(given.name() == null ? "" : given.name()),
                hash,
                given.roles(),
                KeyCheck.origins(given.origins()),
                given.limit(),
                null);
    }

    private static KeyText secret(String place, ConfiguredKey given) {
        String text = given.secretFile() == null ? String.valueOf(given.secret()) : content(place, given.secretFile());
        return KeyText.read(text.strip())
                .orElseThrow(() -> new CannotStart("`" + place
                        + "` must be a key, cg_, twelve hexadecimal digits, _ and at least 43 letters and digits, but was none; "
                        + "`echo cg_$(openssl rand -hex 6)_$(openssl rand -hex 32)` makes one."));
    }

    private static String content(String place, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CannotStart(
                    "`%s.secret-file` must be a file that can be read, but %s is not.".formatted(place, file));
        }
    }

    private static KeyHash hash(String place, String digits) {
        return KeyHash.ofDigits(digits.strip())
                .orElseThrow(() -> new CannotStart(
                        "`" + place + ".hash` must be a SHA-256 of 64 hexadecimal digits, but was none."));
    }

    private static String id(String place, @Nullable String id) {
        return Optional.ofNullable(id)
                .filter(digits -> digits.matches("[0-9a-f]{12}"))
                .orElseThrow(
                        () -> new CannotStart(
                                "`" + place
                                        + ".id` must be the twelve hexadecimal digits after cg_ where only a hash is given, but was not."));
    }
}
