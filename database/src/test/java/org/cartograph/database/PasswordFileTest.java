package org.cartograph.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PasswordFileTest {

    @TempDir
    private Path home;

    @Test
    void readsWhatItWrote() {
        new PasswordFile(home.resolve("password")).write("correct horse");
        assertThat(new PasswordFile(home.resolve("password")).read()).hasValue("correct horse");
    }

    @Test
    void replacesAFileThatOthersCouldReadByOneThatTheyCannot() throws IOException {
        Path file = home.resolve("password");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        new PasswordFile(file).write("correct horse");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void holdsNothingBeforeTheFirstStart() {
        assertThat(new PasswordFile(home.resolve("password")).read()).isEmpty();
    }

    @Test
    void refusesAFileThatHoldsNoPassword() throws IOException {
        Path file = Files.writeString(home.resolve("password"), "two\nlines of text\n");
        assertThatThrownBy(() -> new PasswordFile(file).read())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("must hold one line of at least 8 characters");
    }

    @Test
    void generatesAnotherAllowedPasswordEveryTime() {
        String first = PasswordFile.generate();
        assertThat(PasswordFile.allowed(first)).isTrue();
        assertThat(PasswordFile.generate()).hasSize(24).isNotEqualTo(first);
    }
}
