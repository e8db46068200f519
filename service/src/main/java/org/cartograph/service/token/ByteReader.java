package org.cartograph.service.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link ByteWriter} wrote. */
final class ByteReader {

    private final ByteBuffer bytes;

    ByteReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    long number() {
        long number = 0;
        int shift = 0;
        byte next = bytes.get();
        while (next < 0) {
            number |= (long) (next & 0x7F) << shift;
            shift += 7;
            next = bytes.get();
        }
        return number | (long) next << shift;
    }

    int count() {
        return Math.toIntExact(number());
    }

    long fixed() {
        return bytes.getLong();
    }

    String text() {
        byte[] encoded = new byte[count()];
        bytes.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    byte[] textAfter(byte[] before) {
        int shared = count();
        byte[] text = Arrays.copyOf(before, shared + count());
        bytes.get(text, shared, text.length - shared);
        return text;
    }
}
