package org.cartograph.database;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars whose procedures the server offers. Neo4j finds procedures only in the plugins directory of its home, never
 * on the class path, so they are copied there from {@code plugins/} beside this program's jar.
 */
final class Plugins {

    private final Path source;

    Plugins(Path source) {
        this.source = source;
    }

    static Plugins besideThisProgram() {
        try {
            Path program = Path.of(Plugins.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Plugins(program.resolveSibling("plugins"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Brings the directory up to date: ours are copied where they differ, older versions of ours go, and everything
     * else stays as it is.
     */
    void installInto(Path directory) {
        try {
            List<Path> ours = jars(source);
            for (Path installed : jars(directory)) {
                if (ours.stream().anyMatch(jar -> olderName(name(installed), name(jar)))) {
                    Files.delete(installed);
                }
            }
            for (Path jar : ours) {
                copyIfDifferent(jar, directory.resolve(name(jar)));
            }
        } catch (IOException e) {
            throw new Refusal("The plugins could not be copied from " + source + ": " + Home.reason(e) + ".", e);
        }
    }

    /** {@code apoc-core-5.26.1.jar} is an older name of {@code apoc-core.jar}. */
    private static boolean olderName(String installed, String ours) {
        String stem = ours.substring(0, ours.length() - ".jar".length());
        return installed.matches(Pattern.quote(stem) + "-\\d.*\\.jar");
    }

    private static void copyIfDifferent(Path jar, Path target) throws IOException {
        if (Files.exists(target) && Files.mismatch(jar, target) < 0) {
            return;
        }
        // Moved into place whole: a server killed while copying must not leave half a jar for the next one.
        Path fresh = target.resolveSibling(name(jar) + ".new");
        Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> name(file).endsWith(".jar")).sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
