package org.cartograph.feedback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Twelve hexadecimal digits that stand for a shopper in one answer, and in no other: the answer's id is hashed with the
 * shopper's (SHA-256), so that they tell nobody who came twice.
 */
final class Pseudonym {
    private static final int BYTES = 6;

    private Pseudonym() {}

    static String of(String answer, String shopper) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((answer + "~" + shopper).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
