package org.cartograph.service.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The service as people start it, with everything it prints. */
public final class ServiceJar implements AutoCloseable {

    private static final Path JAR = Path.of("target", "cartograph-service.jar").toAbsolutePath();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Process process;

    private ServiceJar(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "service-output");
        reader.setDaemon(true);
        reader.start();
    }

    public static ServiceJar start(Path folder, String... arguments) throws IOException {
        return start(folder, List.of("-jar", JAR.toString()), arguments);
    }

    /** Not the jar, but the same from the class path of this JVM, with what else is on it. */
    public static ServiceJar startFromClasses(Path folder, Class<?> main, String... arguments) throws IOException {
        return start(folder, List.of("-cp", System.getProperty("java.class.path"), main.getName()), arguments);
    }

    private static ServiceJar start(Path folder, List<String> what, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(what);
        command.addAll(List.of(arguments));
        return new ServiceJar(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start());
    }

    static ServiceJar startDemo(Path folder) throws IOException {
        return start(
                folder,
                "--demo",
                "--server.port=0",
                "--cartograph.database.bolt-port=0",
                "--cartograph.database.http-port=0");
    }

    /** What it says; how light a JVM the build asked for is not its own word. */
    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines()
                    .filter(line -> !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"))
                    .forEach(lines::add);
        } catch (IOException closed) {
            lines.add(closed.toString());
        }
    }

    /** All that it has printed so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits for a line and returns what follows its beginning. */
    String await(String beginning) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (System.nanoTime() < deadline && process.isAlive()) {
            for (String line : lines) {
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length()).strip();
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("No line begins with \"" + beginning + "\" in\n" + String.join("\n", lines));
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("Still running after\n" + String.join("\n", lines));
        }
        return process.exitValue();
    }

    ProcessHandle database() {
        return process.children().findFirst().orElseThrow();
    }

    /** The operating system's number of it. */
    public long pid() {
        return process.pid();
    }

    /** Processor time it has used since it was started. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Asks it to stop, and does not wait for it. */
    public void terminate() {
        process.toHandle().destroy(); // which leaves its output open
    }

    public void kill() {
        process.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
