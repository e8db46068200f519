package org.cartograph.service.database;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.cartograph.service.trace.CurrentTrace;
import org.neo4j.driver.TransactionCallback;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Writes without ever waiting longer than a limit, one transaction after the other. */
@Component
public final class WriteTransactions implements DisposableBean {

    /** Lets the server's own limit come first, which says more. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final ShopDatabase database;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread writing = new Thread(work, "write-transaction");
        writing.setDaemon(true);
        return writing;
    });

    WriteTransactions(ShopDatabase database) {
        this.database = database;
    }

    /**
     * Runs statements in one transaction, once. On return it is committed; after a failure that cannot be told.
     *
     * @param atMost the server ends the transaction after this time; the connection to a server that is frozen is dropped
     * @throws DatabaseAway when no server is known yet, or it does not answer in time
     */
    public <T> T write(Duration atMost, TransactionCallback<T> statements) {
        Supplier<T> work = CurrentTrace.carriedOver(() -> database.write(atMost, statements));
        Future<T> running = thread.submit(work::get);
        try {
            return running.get(atMost.plus(MARGIN).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (TimeoutException frozen) {
            throw new DatabaseAway(
                    DatabaseAway.Reason.LATE,
                    "The database did not commit within " + atMost.toMillis() + " ms.",
                    frozen);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseAway(DatabaseAway.Reason.STOPPING, "The service is stopping.", stopped);
        } finally {
            // Interrupting makes the driver drop the connection; after an end it does nothing.
            running.cancel(true);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
