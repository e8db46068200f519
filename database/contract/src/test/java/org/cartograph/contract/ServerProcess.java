package org.cartograph.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server as a process of its own, which prints {@code READY bolt://…} and ends with its standard input. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new ArrayList<>();

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess start(List<String> command) {
        try {
            return new ServerProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file that the build has made, seen from this module. */
    static Path built(String path) {
        return Path.of("..", path).toAbsolutePath().normalize();
    }

    /** Waits until it is usable, and says where. */
    String uri() {
        CompletableFuture<String> ready = CompletableFuture.supplyAsync(this::readUntilReady);
        try {
            return ready.get(2, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            close();
            throw new AssertionError("The server did not start:\n" + String.join("\n", List.copyOf(lines)), failed);
        }
    }

    private String readUntilReady() {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.startsWith("READY ")) {
                    return line.split(" ")[1];
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        throw new IllegalStateException("It ended.");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
