package org.cartograph.service.security.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that is kept of a key: its SHA-256.
 *
 * <p>A slow hash such as bcrypt protects passwords, which people choose from few. A key has 256 random bits: nobody tries
 * them all, however fast the hash is, and this one costs a microsecond of each request instead of a tenth of a second.
 */
final class KeyHash {

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] digest;

    private KeyHash(byte[] digest) {
        this.digest = digest;
    }

    /** Of the whole text of a key. */
    static KeyHash of(String text) {
        try {
            return new KeyHash(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /** From 64 hexadecimal digits. */
    static Optional<KeyHash> ofDigits(String digits) {
        return HEXADECIMAL.matcher(digits).matches()
                ? Optional.of(new KeyHash(HexFormat.of().parseHex(digits)))
                : Optional.empty();
    }

    String digits() {
        return HexFormat.of().formatHex(digest);
    }

    /** Takes as long for hashes that differ in the first byte as for those that differ in the last. */
    boolean matches(KeyHash other) {
        return MessageDigest.isEqual(digest, other.digest);
    }
}
