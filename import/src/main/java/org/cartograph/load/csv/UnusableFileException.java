package org.cartograph.load.csv;

/** A file as a whole cannot be loaded: nothing was written. The message is one sentence for a person. */
public final class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableFileException(String message) {
        super(message);
    }

    public UnusableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
