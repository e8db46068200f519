package org.cartograph.service.fallback;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cartograph.service.database.Neo4jSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The snapshot on disk: replaced whole, so that a killed service never leaves half of one. */
@Component
final class SnapshotFile {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFile.class);

    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicBoolean complained = new AtomicBoolean();
    private final Path file;

    SnapshotFile(SnapshotSettings settings, Neo4jSettings neo4j, @Value("${cartograph.database.home}") Path home) {
        Path wanted = settings.file() == null ? home.resolve(standardName(neo4j)) : settings.file();
        this.file = wanted.toAbsolutePath().normalize();
    }

    /** One name per database: a shop must never be offered another shop's products. */
    private static String standardName(Neo4jSettings neo4j) {
        URI uri = neo4j.uri();
        String server = uri == null ? "" : "-" + uri.getHost() + "-" + uri.getPort();
        String database = neo4j.database() == null ? "" : "-" + neo4j.database();
        return "snapshot" + server + database + ".json";
    }

    /** What an earlier run kept; a file that cannot be read counts as none. */
    Optional<Snapshot> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Snapshot snapshot = json.readValue(file, Snapshot.class);
            if (snapshot.format() == Snapshot.FORMAT && !snapshot.products().isEmpty()) {
                return Optional.of(snapshot);
            }
            LOG.warn("The snapshot {} is of another version and is not used", file);
        } catch (JacksonException damaged) {
            LOG.warn("The snapshot {} cannot be read and is not used: {}", file, damaged.getOriginalMessage());
        }
        return Optional.empty();
    }

    /** Keeps a snapshot for the next start; a disk that cannot be written to is reported once and does no harm. */
    void write(Snapshot snapshot) {
        try {
            Path folder = Files.createDirectories(file.resolveSibling(""));
            Path unfinished = Files.createTempFile(folder, "snapshot", ".tmp");
            try {
                Files.write(unfinished, json.writeValueAsBytes(snapshot));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            complained.set(false);
        } catch (IOException refused) {
            if (!complained.getAndSet(true)) {
                LOG.warn("The snapshot cannot be kept at {}: {}", file, refused.toString());
            }
        }
    }
}
