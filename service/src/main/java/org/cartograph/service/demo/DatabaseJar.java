package org.cartograph.service.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.service.startup.CannotStart;
import org.jspecify.annotations.Nullable;

/** Finds cartograph-database.jar, whatever the working directory. */
final class DatabaseJar {

    private static final String NAME = "cartograph-database.jar";

    private DatabaseJar() {}

    /**
     * The jar to start.
     *
     * @param given    named by the user, or null
     * @param ownPlace where this service's own jar or classes are
     * @throws CannotStart when there is none
     */
    static Path find(@Nullable Path given, Path ownPlace) {
        if (given != null) {
            if (Files.isRegularFile(given)) {
                return given.toAbsolutePath();
            }
            throw new CannotStart("`cartograph.database.jar` must name " + NAME + ", but there is no file "
                    + given.toAbsolutePath().normalize() + ".");
        }
        return candidates(ownPlace.toAbsolutePath()).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new CannotStart("The demo needs " + NAME + " and found none beside " + ownPlace
                        + ": build it with ./mvnw -DskipTests package, or name it with --cartograph.database.jar=…."));
    }

    private static List<Path> candidates(Path ownPlace) {
        Path folder = Files.isDirectory(ownPlace) ? ownPlace : ownPlace.resolveSibling("");
        List<Path> candidates = new ArrayList<>();
        candidates.add(folder.resolve("database").resolve(NAME));
        candidates.add(folder.resolve(NAME));
        for (Path above = folder; above != null; above = above.getParent()) {
            candidates.add(above.resolve("database").resolve("target").resolve(NAME));
        }
        return candidates;
    }
}
