package org.cartograph.load.values;

/** A cell that cannot be what its column needs. The message is the reason of a rejected row. */
public final class BadValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public BadValueException(String message) {
        super(message);
    }

    /** A bad file may hold millions of bad cells, and nobody reads where in the program each was found. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    static String quoted(String text) {
        return text.length() <= 80 ? "'" + text + "'" : "'" + text.substring(0, 77) + "…'";
    }
}
