package org.cartograph.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with which the service's image is made, run here: taking the jar apart, and the start that trains it. */
final class TrainedServiceIT {

    private static final String JAR = "cartograph-service.jar";

    private final Dockerfile image = Dockerfile.read(Compose.FOLDER.resolve("service/Dockerfile"));

    @TempDir
    private Path folder;

    @Test
    void startsWithTheArchiveOfItsFirstStart() throws Exception {
        Path builder = Files.createDirectories(folder.resolve("builder"));
        Path application = Files.createDirectories(folder.resolve("application"));
        Files.copy(Path.of("target", JAR), builder.resolve(JAR));

        assertThat(run(builder, image.all("RUN").get(0))).isZero();
        image.all("COPY").stream()
                .filter(copy -> copy.contains("--from=extracted /extracted/"))
                .map(copy -> copy.replaceAll(".*--from=extracted /extracted/(\\S+) .*", "$1"))
                .forEach(layer -> copy(builder.resolve(layer), application));
        assertThat(run(application, image.last("RUN"))).isZero();

        assertThat(application.resolve("cartograph.jsa")).isNotEmptyFile();
        // With -Xshare:on the JVM ends when it cannot use the archive; the image itself then starts without.
        assertThat(run(
                        application,
                        "java -Xshare:on -XX:SharedArchiveFile=cartograph.jsa -Dspring.context.exit=onRefresh -jar "
                                + JAR + " --cartograph.neo4j.uri=bolt://nowhere:7687"))
                .isZero();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int run(Path directory, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
        return process.exitValue();
    }
}
