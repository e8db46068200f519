package org.cartograph.service.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/** A real Neo4j with the plugin, as a child of the test, that can be killed, frozen and started again at its address. */
public final class ChildDatabase implements AutoCloseable {

    private static final String[] EMPTY = {
        "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS", "CALL cartograph.model.drop()"
    };

    private final Path home;
    private DatabaseProcess process;
    private int boltPort;

    public ChildDatabase(Path home) {
        this.home = home;
        start();
    }

    /**
     * The one database of this JVM, running and without a graph; only the keys are there. It ends with the JVM: a test that
     * kills it leaves the start to whoever asks for it next.
     */
    public static ChildDatabase shared() {
        ChildDatabase shared = Shared.DATABASE;
        if (!ProcessHandle.of(shared.process.pid()).map(ProcessHandle::isAlive).orElse(false)) {
            shared.start();
        }
        shared.run(EMPTY);
        return shared;
    }

    /** Started when it is asked for first. */
    private static final class Shared {
        private static final ChildDatabase DATABASE = new ChildDatabase(home());

        private static Path home() {
            try {
                return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "database");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    public void start() {
        Path jar = DatabaseJar.find(null, Path.of("").toAbsolutePath());
        process = DatabaseProcess.start(jar, home, boltPort, 0);
        boltPort = process.awaitReady().bolt().getPort();
    }

    public String uri() {
        return "bolt://127.0.0.1:" + boltPort;
    }

    public AuthToken login() {
        return process.login();
    }

    public String password() {
        return process.password().orElseThrow();
    }

    public void run(String... statements) {
        try (Driver driver = GraphDatabase.driver(uri(), login());
                Session session = driver.session()) {
            for (String statement : statements) {
                session.run(statement).consume();
            }
        }
    }

    /** The one number a query returns. */
    public long count(String query) {
        try (Driver driver = GraphDatabase.driver(uri(), login());
                Session session = driver.session()) {
            return session.run(query).single().get(0).asLong();
        }
    }

    /** The one list of texts a query returns. */
    public List<String> texts(String query) {
        try (Driver driver = GraphDatabase.driver(uri(), login());
                Session session = driver.session()) {
            return session.run(query).single().get(0).asList(Value::asString);
        }
    }

    /** The operating system's number of it. */
    public long pid() {
        return process.pid();
    }

    /** Processor time it has used since it was started. */
    public Duration processorTime() {
        return ProcessHandle.of(process.pid())
                .flatMap(it -> it.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    public void kill() {
        signal("KILL");
        process.close();
    }

    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        thaw();
        process.close();
    }
}
