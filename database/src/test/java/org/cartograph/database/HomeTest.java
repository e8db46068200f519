package org.cartograph.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeTest {

    @TempDir
    private Path directory;

    private Home home;

    @BeforeEach
    void open() {
        home = Home.open(directory);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void beginsAgainWhereTheFirstStartWasKilledWhileCreatingTheData() throws IOException {
        home.beginCreation();
        Path half = writeData();
        home.beginCreation();
        assertThat(half).doesNotExist();
    }

    @Test
    void neverRemovesDataThatWereUsableOnce() throws IOException {
        home.beginCreation();
        Path data = writeData();
        home.endCreation();
        home.beginCreation();
        assertThat(data).exists();
    }

    @Test
    void neverRemovesDataThatSomebodyBrought() throws IOException {
        Path data = writeData();
        home.beginCreation();
        home.beginCreation();
        assertThat(data).exists();
    }

    private Path writeData() throws IOException {
        Files.createDirectories(directory.resolve("data/databases"));
        return Files.writeString(directory.resolve("data/databases/neostore"), "graph");
    }
}
