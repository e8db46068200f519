package org.cartograph.service.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cartograph.service.startup.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseJarTest {

    @TempDir
    private Path folder;

    @Test
    void takesTheOneGiven() throws IOException {
        Path given = file("elsewhere/my.jar");

        assertThat(DatabaseJar.find(given, folder)).isEqualTo(given);
    }

    @Test
    void refusesOneGivenThatIsNotThere() {
        assertThatThrownBy(() -> DatabaseJar.find(folder.resolve("none.jar"), folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("`cartograph.database.jar` must name cartograph-database.jar");
    }

    @Test
    void findsTheOneBesideItsOwnJar() throws IOException {
        Path beside = file("install/cartograph-database.jar");

        assertThat(DatabaseJar.find(null, file("install/cartograph-service.jar")))
                .isEqualTo(beside);
    }

    @Test
    void findsTheOneInAFolderBesideItsOwnJar() throws IOException {
        Path beside = file("install/database/cartograph-database.jar");

        assertThat(DatabaseJar.find(null, file("install/cartograph-service.jar")))
                .isEqualTo(beside);
    }

    @Test
    void findsTheOneOfTheBuild() throws IOException {
        Path built = file("clone/database/target/cartograph-database.jar");

        assertThat(DatabaseJar.find(null, file("clone/service/target/cartograph-service.jar")))
                .isEqualTo(built);
    }

    @Test
    void saysWhatToDoWhenThereIsNone() {
        assertThatThrownBy(() -> DatabaseJar.find(null, folder.resolve("cartograph-service.jar")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("./mvnw -DskipTests package");
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.exists(file) ? file : Files.writeString(file, "");
    }
}
