package org.cartograph.database;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An amount of memory.
 *
 * @param bytes at least 16 MiB, with less Neo4j does not start
 */
record MemorySize(long bytes) {

    private static final long MEBIBYTE = 1L << 20;

    @Override
    public String toString() {
        return bytes / MEBIBYTE + "m";
    }

    /** Reads such sizes as {@code 512m} and {@code 4g}. */
    static final class Parser implements ITypeConverter<MemorySize> {

        private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([mg])");

        @Override
        public MemorySize convert(String text) {
            Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
            if (matcher.matches()) {
                long mebibytes =
                        Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("g") ? 1024 : 1);
                if (mebibytes >= 16) {
                    return new MemorySize(mebibytes * MEBIBYTE);
                }
            }
            throw new TypeConversionException(
                    "a size must be a whole number followed by m or g, at least 16m, but was " + text + ".");
        }
    }
}
