package org.cartograph.service.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cartograph.service.database.Neo4jSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotFileTest {

    private static final SnapshotSettings STANDARD = new SnapshotSettings(null, Duration.ofMinutes(1));

    @TempDir
    private Path home;

    @Test
    void readsWhatItWrote() {
        file("bolt://shop:7687").write(CornerShop.snapshot());

        assertThat(file("bolt://shop:7687").read()).contains(CornerShop.snapshot());
    }

    @Test
    void keepsTheShopsOfTwoServersApart() {
        file("bolt://shop:7687").write(CornerShop.snapshot());

        assertThat(file("bolt://other:7687").read()).isEmpty();
    }

    @Test
    void leavesNothingElseBehind() throws IOException {
        file("bolt://shop:7687").write(CornerShop.snapshot());
        file("bolt://shop:7687").write(CornerShop.snapshot());

        try (var files = Files.list(home)) {
            assertThat(files)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactly("snapshot-shop-7687.json");
        }
    }

    @Test
    void takesADamagedFileForNone() throws IOException {
        Files.writeString(home.resolve("snapshot-shop-7687.json"), "{\"format\":1,\"produ");

        assertThat(file("bolt://shop:7687").read()).isEmpty();
    }

    @Test
    void takesAFileOfAnotherVersionForNone() throws IOException {
        Files.writeString(home.resolve("snapshot-shop-7687.json"), "{\"format\":2,\"products\":[],\"shelves\":{}}");

        assertThat(file("bolt://shop:7687").read()).isEmpty();
    }

    @Test
    void survivesAFolderItCannotWriteTo() throws IOException {
        Path blocked = Files.writeString(home.resolve("file"), "");
        SnapshotSettings inside = new SnapshotSettings(blocked.resolve("snapshot.json"), Duration.ofMinutes(1));

        new SnapshotFile(inside, new Neo4jSettings(null, "neo4j", null, null, null), home).write(CornerShop.snapshot());

        assertThat(blocked).isRegularFile();
    }

    private SnapshotFile file(String uri) {
        return new SnapshotFile(STANDARD, new Neo4jSettings(URI.create(uri), "neo4j", null, null, null), home);
    }
}
