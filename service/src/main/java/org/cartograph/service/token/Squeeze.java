package org.cartograph.service.token;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Makes bytes fewer where that saves some (DEFLATE, RFC 1951); the first byte says whether it did. */
final class Squeeze {

    private static final byte PLAIN = 0;
    private static final byte SQUEEZED = 1;

    /** Bytes below which it saves little. */
    private static final int WORTH_IT = 256;

    private Squeeze() {}

    static byte[] squeezed(byte[] content) {
        byte[] result = new byte[content.length + 1];
        if (content.length > WORTH_IT) {
            Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
            try {
                deflater.setInput(content);
                deflater.finish();
                int length = deflater.deflate(result, 1, content.length);
                if (deflater.finished() && length < content.length) {
                    result[0] = SQUEEZED;
                    return Arrays.copyOf(result, length + 1);
                }
            } finally {
                deflater.end();
            }
        }
        result[0] = PLAIN;
        System.arraycopy(content, 0, result, 1, content.length);
        return result;
    }

    static byte[] restored(byte[] squeezed) throws DataFormatException {
        if (squeezed[0] == PLAIN) {
            return Arrays.copyOfRange(squeezed, 1, squeezed.length);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(squeezed, 1, squeezed.length - 1);
            ByteArrayOutputStream content = new ByteArrayOutputStream(4 * squeezed.length);
            byte[] part = new byte[1024];
            while (!inflater.finished()) {
                int length = inflater.inflate(part);
                if (length == 0) {
                    throw new DataFormatException("The content ends too early");
                }
                content.write(part, 0, length);
            }
            return content.toByteArray();
        } finally {
            inflater.end();
        }
    }
}
