package org.cartograph.service.token;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes numbers in as few bytes as they need: seven bits a byte, the lowest first, the eighth says that more follow. */
final class ByteWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    /** A number of 0 or more. */
    ByteWriter number(long number) {
        long rest = number;
        while (rest > 0x7F) {
            bytes.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    ByteWriter fixed(long number) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (number >>> shift));
        }
        return this;
    }

    ByteWriter text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        bytes.write(encoded, 0, encoded.length);
        return this;
    }

    /** A text without the beginning that it shares with another. */
    ByteWriter textAfter(byte[] before, byte[] text) {
        int shared = 0;
        while (shared < Math.min(before.length, text.length) && before[shared] == text[shared]) {
            shared++;
        }
        number(shared).number(text.length - shared);
        bytes.write(text, shared, text.length - shared);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
