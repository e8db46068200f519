package org.cartograph.service.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cartograph.service.startup.CannotStart;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;

/**
 * Neo4j as a child process. It ends when its standard input does, so that it never outlives this process, however that
 * ends.
 */
final class DatabaseProcess implements AutoCloseable {

    /** A cold disk and a store that has to recover take long; a server that has not started by then never will. */
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Process process;
    private final Path home;
    private final CompletableFuture<Addresses> ready = new CompletableFuture<>();

    /** Where the server listens. */
    record Addresses(URI bolt, URI http) {}

    private DatabaseProcess(Process process, Path home) {
        this.process = process;
        this.home = home;
    }

    /** Starts the server and returns at once. */
    static DatabaseProcess start(Path jar, Path home, int boltPort, int httpPort) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--home",
                home.toString(),
                "--bolt-port",
                String.valueOf(boltPort),
                "--http-port",
                String.valueOf(httpPort),
                "--parent",
                String.valueOf(ProcessHandle.current().pid()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            DatabaseProcess database = new DatabaseProcess(process, home);
            Thread reader = new Thread(database::readOutput, "database-output");
            reader.setDaemon(true);
            reader.start();
            return database;
        } catch (IOException failed) {
            throw new CannotStart(
                    "The database could not be started with " + command.get(0) + ": " + failed.getMessage());
        }
    }

    /** Reads to the end, also after the server is up: a full pipe would stop it. */
    private void readOutput() {
        String lastLine = "";
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("READY ")) {
                    String[] words = line.split(" ", -1);
                    ready.complete(new Addresses(URI.create(words[1]), URI.create(words[2])));
                }
                lastLine = line.isBlank() ? lastLine : line.strip();
            }
        } catch (IOException closed) {
            lastLine = closed.toString();
        }
        ready.completeExceptionally(new CannotStart("The database did not start: " + lastLine));
    }

    /**
     * Waits until the server can be used.
     *
     * @throws CannotStart with the server's own sentence when it ends before
     */
    Addresses awaitReady() {
        try {
            return ready.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof CannotStart sentence ? sentence : new IllegalStateException(failed);
        } catch (TimeoutException late) {
            throw new CannotStart("The database did not start within " + LONGEST_START.toMinutes() + " minutes; see "
                    + home.resolve("logs") + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The service was stopped while it waited for its database.");
        }
    }

    /** What the server wants to hear from a driver. */
    AuthToken login() {
        return password().map(secret -> AuthTokens.basic("neo4j", secret)).orElseGet(AuthTokens::none);
    }

    /** The password that the server keeps in its home; empty when it asks for none. */
    Optional<String> password() {
        try {
            Path file = home.resolve("password");
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException unreadable) {
            throw new CannotStart("The database's password cannot be read: " + unreadable.getMessage());
        }
    }

    /** Runs this, on a thread of its own, once the server has ended for whatever reason. */
    void whenEnded(Runnable then) {
        Thread watch = new Thread(
                () -> {
                    process.onExit().join();
                    then.run();
                },
                "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** The operating system's number of the child. */
    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroy();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
