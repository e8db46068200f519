package org.cartograph.database;

/**
 * The server cannot be started as asked. The message is the one sentence that the person at the console reads: what is
 * allowed, what came, and what to do.
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }

    Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What is shown to people: the message, which a refusal always has. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
