package org.cartograph.service.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.cartograph.service.demo.ChildDatabase;
import org.cartograph.service.demo.ServiceJar;

/** The jars of the service and of the database, which {@code kill -9} ends in turn while a shop is busy with them. */
final class Outages implements AutoCloseable {

    /** What must have been acknowledged between two outages, so that each ends a load that was running. */
    private static final int REQUESTS_BETWEEN = 200;

    private final Path folder;
    private final int port;
    private final ChildDatabase database;
    private ServiceJar service;

    /** A service in this folder, before a database that is running and empty. */
    Outages(ChildDatabase database, Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.database = database;
        database.run(BusyShop.products());
        this.service = startService();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private ServiceJar startService() throws IOException {
        return ServiceJar.start(
                folder,
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--cartograph.security.mode=open",
                "--cartograph.neo4j.uri=" + database.uri(),
                "--cartograph.neo4j.password=" + database.password(),
                "--cartograph.snapshot.file=" + folder.resolve("snapshot.json"),
                "--cartograph.warm-up.time=0",
                "--cartograph.token.key=the key of a shop that is killed again and again");
    }

    /** Keeps a shop busy, and ends the one or the other so many times. */
    void run(int kills, int eventsPerSecond, Ledger ledger) throws IOException, InterruptedException {
        BusyShop shop = new BusyShop(URI.create("http://127.0.0.1:" + port), eventsPerSecond, ledger);
        shop.open();
        for (int kill = 0; kill < kills; kill++) {
            awaitAcknowledgements(ledger);
            if (kill % 2 == 0) {
                database.kill();
                database.start();
            } else {
                service.kill();
                service = startService();
            }
        }
        awaitAcknowledgements(ledger);
        shop.finish();
    }

    private static void awaitAcknowledgements(Ledger ledger) throws InterruptedException {
        long enough = ledger.requests() + REQUESTS_BETWEEN;
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (ledger.requests() < enough) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Nothing is acknowledged any more.");
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
