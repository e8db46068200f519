package org.cartograph.service.database;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.neo4j.driver.exceptions.TransientException;

/**
 * Tries a call again, up to five times, with pauses of 10, 20, 40 and 80 ms between them and up to half as much again by
 * chance: two that waited for each other's locks must not meet again.
 */
public final class Persistence {

    private static final int TRIES = 5;
    private static final long FIRST_PAUSE_MILLIS = 10;

    private Persistence() {}

    /** Calls, and again when the database undid it for the sake of another transaction. */
    public static <T> T outlastOthers(Supplier<T> call) {
        return outlast(failure -> failure instanceof TransientException, call);
    }

    /**
     * Calls, and again after failures that may pass.
     *
     * @throws RuntimeException the last failure; also when the thread is interrupted meanwhile
     */
    public static <T> T outlast(Predicate<RuntimeException> passing, Supplier<T> call) {
        for (int tried = 1; ; tried++) {
            try {
                return call.get();
            } catch (RuntimeException failure) {
                if (tried == TRIES || !passing.test(failure) || !slept(FIRST_PAUSE_MILLIS << (tried - 1))) {
                    throw failure;
                }
            }
        }
    }

    private static boolean slept(long millis) {
        try {
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis / 2));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
