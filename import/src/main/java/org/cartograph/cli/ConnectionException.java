package org.cartograph.cli;

/** The database cannot be reached or does not let us in. The message is one sentence for a person. */
final class ConnectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
