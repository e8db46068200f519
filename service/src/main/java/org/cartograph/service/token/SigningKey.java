package org.cartograph.service.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that signs: HMAC-SHA256 (RFC 2104), cut to its first 16 bytes. */
final class SigningKey {

    /** Bytes of a signature. */
    static final int SIGNATURE = 16;

    /** Bytes of a key's name. */
    static final int NAME = 4;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prototype;
    private final byte[] name;

    SigningKey(byte[] secret) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, missing);
        }
        name = Arrays.copyOf(prototype.doFinal("the name of this key".getBytes(StandardCharsets.UTF_8)), NAME);
    }

    /** Tells keys apart and gives nothing of the secret away. */
    byte[] name() {
        return name.clone();
    }

    boolean isNamed(byte[] token, int from) {
        return Arrays.equals(name, 0, NAME, token, from, from + NAME);
    }

    /** The signature of the first bytes of a content. */
    byte[] sign(byte[] content, int length) {
        try {
            Mac mac = (Mac) prototype.clone();
            mac.update(content, 0, length);
            return Arrays.copyOf(mac.doFinal(), SIGNATURE);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
