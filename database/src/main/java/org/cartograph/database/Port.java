package org.cartograph.database;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port option: a whole number from 0, any free port, to 65535. */
final class Port implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        // Six digits at most, so that the number always fits.
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > 65_535) {
            throw new TypeConversionException("a port must be between 0 and 65535, but was " + text + ".");
        }
        return Integer.valueOf(text);
    }
}
