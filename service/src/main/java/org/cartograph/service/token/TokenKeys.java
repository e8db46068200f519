package org.cartograph.service.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys a service knows: it signs with the first and takes tokens of all.
 *
 * @param all the key, and the one before it while it is being changed
 */
record TokenKeys(List<SigningKey> all) {

    private static final Logger LOG = LoggerFactory.getLogger(TokenKeys.class);
    private static final int RANDOM_BYTES = 32;

    static TokenKeys of(TokenSettings settings) {
        if (settings.key() == null) {
            LOG.warn(
                    "`cartograph.token.key` is not set: outcomes of answers that another service gave, or this one before "
                            + "its next restart, will be refused");
            return new TokenKeys(List.of(random()));
        }
        return new TokenKeys(Stream.of(settings.key(), settings.previousKey())
                .flatMap(TokenKeys::key)
                .toList());
    }

    private static Stream<SigningKey> key(@Nullable String secret) {
        return Stream.ofNullable(secret).map(text -> new SigningKey(text.strip().getBytes(StandardCharsets.UTF_8)));
    }

    private static SigningKey random() {
        byte[] secret = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(secret);
        return new SigningKey(secret);
    }

    SigningKey newest() {
        return all.get(0);
    }

    /** The key whose name stands in a token. */
    Optional<SigningKey> named(byte[] token, int from) {
        return all.stream().filter(key -> key.isNamed(token, from)).findFirst();
    }
}
