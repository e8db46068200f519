package org.cartograph.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginsTest {

    @TempDir
    private Path directory;

    private Path source;
    private Path target;

    @BeforeEach
    void create() throws IOException {
        source = Files.createDirectory(directory.resolve("source"));
        target = Files.createDirectory(directory.resolve("target"));
        Files.writeString(source.resolve("apoc-core.jar"), "new");
    }

    @Test
    void replacesAnOlderCopy() throws IOException {
        Files.writeString(target.resolve("apoc-core.jar"), "old");
        new Plugins(source).installInto(target);
        assertThat(target.resolve("apoc-core.jar")).hasContent("new");
    }

    @Test
    void removesTheSameJarUnderAnOlderVersionsName() throws IOException {
        Files.writeString(target.resolve("apoc-core-5.26.1.jar"), "old");
        new Plugins(source).installInto(target);
        assertThat(target).isDirectoryContaining("glob:**/apoc-core.jar").isDirectoryNotContaining("glob:**/*5.26.1*");
    }

    @Test
    void leavesOtherPeoplesJarsAlone() throws IOException {
        Files.writeString(target.resolve("apoc-core-extras.jar"), "theirs");
        new Plugins(source).installInto(target);
        assertThat(target.resolve("apoc-core-extras.jar")).hasContent("theirs");
    }

    @Test
    void doesNotRewriteWhatIsUpToDate() throws IOException {
        Path installed = Files.writeString(target.resolve("apoc-core.jar"), "new");
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(installed, before);
        new Plugins(source).installInto(target);
        assertThat(Files.getLastModifiedTime(installed)).isEqualTo(before);
    }
}
