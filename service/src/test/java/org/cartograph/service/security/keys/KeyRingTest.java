package org.cartograph.service.security.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.service.security.ConfiguredKey;
import org.cartograph.service.security.Mode;
import org.cartograph.service.security.Role;
import org.cartograph.service.security.SecuritySettings;
import org.cartograph.service.startup.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyRingTest {

    private static final String SECRET = "cg_00000000abcd_" + "s".repeat(43);

    @TempDir
    private Path folder;

    private KeyRing ring(ConfiguredKey... keys) {
        return new KeyRing(new SecuritySettings(
                Mode.KEYS,
                false,
                List.of(keys),
                folder.resolve("admin"),
                Duration.ofSeconds(5),
                Map.of(),
                null,
                null,
                null));
    }

    private static ConfiguredKey key(String secret, String hash, String id, Role... roles) {
        return new ConfiguredKey("shop", secret, null, hash, id, Set.of(roles), List.of(), null);
    }

    private static ApiKey ofGraph(KeyText text) {
        return new ApiKey(text.id(), "shop", text.hash(), Set.of(Role.INGEST), Set.of(), null, null);
    }

    @Test
    void knowsAKeyByItsHashAlone() {
        KeyRing ring = ring(key(null, KeyHash.of(SECRET).digits(), "00000000abcd", Role.ADMIN));

        assertThat(ring.find(KeyText.read(SECRET).orElseThrow()))
                .get()
                .extracting(ApiKey::name)
                .isEqualTo("shop");
        assertThat(ring.find(KeyText.read(SECRET + "s").orElseThrow())).isEmpty();
    }

    @Test
    void readsASecretFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        KeyRing ring = ring(new ConfiguredKey("shop", null, file, null, null, Set.of(Role.ADMIN), List.of(), null));

        assertThat(ring.find(KeyText.read(SECRET).orElseThrow())).isPresent();
    }

    @Test
    void writesTheFirstKeyOnceAndOnlyWhereItIsNeeded() throws IOException {
        ring(key(SECRET, null, null, Role.ADMIN));
        assertThat(folder.resolve("admin")).doesNotExist();

        ring(key(SECRET, null, null, Role.INGEST));
        String written = Files.readString(folder.resolve("admin")).strip();

        assertThat(ring().find(KeyText.read(written).orElseThrow()))
                .get()
                .extracting(ApiKey::roles)
                .isEqualTo(Set.of(Role.ADMIN));
        assertThat(Files.readString(folder.resolve("admin")).strip()).isEqualTo(written);
    }

    @Test
    void isNotUndoneByAReadingThatBeganBeforeAKeyWasRevoked() {
        KeyRing ring = ring(key(SECRET, null, null, Role.ADMIN));
        KeyText text = KeyText.random(false);
        long before = ring.changes();
        ring.replace(List.of(ofGraph(text)), before);
        assertThat(ring.find(text)).isPresent();

        ring.remove(text.id());

        assertThat(ring.replace(List.of(ofGraph(text)), before)).isFalse();
        assertThat(ring.find(text)).isEmpty();
        assertThat(ring.replace(List.of(ofGraph(text)), ring.changes())).isTrue();
    }

    @Test
    void callsNoKeyBadThatItMayNotHaveReadYet() {
        KeyRing ring = ring(key(SECRET, null, null, Role.ADMIN));
        KeyText unknown = KeyText.random(false);
        assertThat(ring.mayHold(unknown)).isTrue();
        assertThat(ring.mayHold(KeyText.read(SECRET + "s").orElseThrow())).isFalse();

        ring.replace(List.of(), ring.changes());

        assertThat(ring.mayHold(unknown)).isFalse();
    }

    @Test
    void showsNoSecret() {
        KeyText text = KeyText.random(true);

        assertThat(text.toString()).isEqualTo("cgb_" + text.id() + "_…");
        assertThat(key(SECRET, null, null, Role.ADMIN).toString()).doesNotContain(SECRET);
        assertThat(ofGraph(text).toString()).doesNotContain(text.hash().digits());
    }

    @Test
    void refusesToStartWithAKeyThatCannotBeUsed() {
        assertThatThrownBy(() -> ring(key(SECRET, KeyHash.of(SECRET).digits(), null, Role.ADMIN)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("`cartograph.security.keys[0]` must have one of secret, secret-file and hash, but had 2.");
        assertThatThrownBy(() -> ring(key("secret", null, null, Role.ADMIN)))
                .hasMessageStartingWith("`cartograph.security.keys[0]` must be a key, cg_, twelve")
                .hasMessageNotContaining("but was secret");
        assertThatThrownBy(() -> ring(key(null, KeyHash.of(SECRET).digits(), null, Role.ADMIN)))
                .hasMessageStartingWith("`cartograph.security.keys[0].id` must be the twelve");
        assertThatThrownBy(() -> ring(key(SECRET, null, null)))
                .hasMessageStartingWith("`cartograph.security.keys[0]`: `roles` must hold one of");
        assertThatThrownBy(() -> ring(key(SECRET, null, null, Role.INGEST), key(SECRET, null, null, Role.ADMIN)))
                .hasMessage("`cartograph.security.keys[1]` must have an id of its own, but has that of another key.");
        assertThatThrownBy(() -> ring(new ConfiguredKey(
                        "page", SECRET, null, null, null, Set.of(Role.BROWSER), List.of("https://shop.example"), null)))
                .hasMessage(
                        "`cartograph.security.keys[0]` must begin with cgb_ if its role is browser, and with cg_ otherwise, "
                                + "but did not.");
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws IOException {
        Files.writeString(folder.resolve("admin"), "password");

        assertThatThrownBy(this::ring)
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(
                        "`cartograph.security.admin-key-file` must hold a key that begins with cg_, but ");
    }
}
