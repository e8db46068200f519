package org.cartograph.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;

/** The packaged jar as a process of its own, as people start it; its output goes to a file. */
final class RunningDatabase implements AutoCloseable {

    private static final Path JAR = Path.of("target/cartograph-database.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final Path output;

    private RunningDatabase(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it with {@code /dev/null} as standard input, on any free ports. */
    static RunningDatabase start(Path workingDirectory, List<String> arguments, Map<String, String> environment) {
        List<String> command = command();
        command.addAll(arguments);
        for (String option : List.of("--bolt-port", "--http-port")) {
            if (!arguments.contains(option)) {
                command.addAll(List.of(option, "0"));
            }
        }
        return run(
                workingDirectory,
                command,
                environment,
                ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    }

    static RunningDatabase start(Path workingDirectory, String... arguments) {
        return start(workingDirectory, List.of(arguments), Map.of());
    }

    /** Starts exactly this command line, with a pipe as standard input unless another is given. */
    static RunningDatabase run(
            Path workingDirectory,
            List<String> command,
            Map<String, String> environment,
            ProcessBuilder.Redirect input) {
        try {
            Path output = Files.createTempFile(workingDirectory, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(input)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new RunningDatabase(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of a command line that starts the jar; a light JVM, because tests start many. */
    static List<String> command() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
    }

    RunningDatabase awaitReady() {
        awaitUntil("the READY line", () -> output().contains("\nREADY ") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("The server ended with " + process.exitValue() + ":\n" + output());
        }
        return this;
    }

    /** Waits for its end by itself. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The server did not end:\n" + output());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String bolt() {
        return ready()[1];
    }

    String http() {
        return ready()[2];
    }

    int httpPort() {
        return Integer.parseInt(http().substring(http().lastIndexOf(':') + 1));
    }

    List<Record> query(String password, String statement) {
        return query(AuthTokens.basic("neo4j", password), statement);
    }

    List<Record> query(AuthToken token, String statement) {
        try (Driver driver = GraphDatabase.driver(bolt(), token)) {
            return driver.executableQuery(statement).execute().records();
        }
    }

    Process process() {
        return process;
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** As {@code kill} and a service manager do. */
    int stop() {
        process.destroy();
        return exitCode();
    }

    static void awaitUntil(String what, BooleanSupplier done) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain for " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private String[] ready() {
        return output().lines()
                .filter(line -> line.startsWith("READY "))
                .findFirst()
                .orElseThrow()
                .split(" ");
    }
}
