package org.cartograph.service.demo;

import java.nio.file.Path;
import org.cartograph.service.demo.DatabaseProcess.Addresses;
import org.cartograph.service.startup.CannotStart;
import org.neo4j.driver.AuthToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo's Neo4j, which is started again at its old addresses when it ends by itself. */
final class DemoDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDatabase.class);

    /** Tries in a row that may fail: whoever holds its home or its ports now may have a reason to. */
    private static final int TRIES = 3;

    private static final long PAUSE_MILLIS = 2_000;

    private final Path jar;
    private final Path home;
    private volatile DatabaseProcess process;
    private volatile boolean closing;

    DemoDatabase(Path jar, Path home, int boltPort, int httpPort) {
        this.jar = jar;
        this.home = home;
        this.process = DatabaseProcess.start(jar, home, boltPort, httpPort);
    }

    /**
     * Waits until the server can be used, and watches over it from then on.
     *
     * @throws CannotStart with the server's own sentence when it does not start
     */
    Addresses awaitReady() {
        Addresses addresses = process.awaitReady();
        process.whenEnded(() -> startAgain(addresses));
        return addresses;
    }

    private void startAgain(Addresses addresses) {
        for (int attempt = 1; attempt <= TRIES && !closing; attempt++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
                if (closing) {
                    return;
                }
                LOG.warn("The database has ended: starting it again");
                process = DatabaseProcess.start(
                        jar, home, addresses.bolt().getPort(), addresses.http().getPort());
                process.awaitReady();
                process.whenEnded(() -> startAgain(addresses));
                return;
            } catch (CannotStart failed) {
                if (!closing) {
                    LOG.warn(failed.getMessage());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    AuthToken login() {
        return process.login();
    }

    @Override
    public void close() {
        closing = true;
        process.close();
    }
}
