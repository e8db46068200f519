package org.cartograph.export;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/** Writes the people of an audience to a file while the database finds them; nowhere are all of them in memory. */
public final class AudienceExport {
    /** One line needs a few kilobytes, so that a standard fetch of 1,000 would be felt. */
    private static final int ROWS_AT_ONCE = 200;

    private static final String STATEMENT = """
            CALL cartograph.audience($config) YIELD customerId, kind, since, products, placements
            CALL (products) {
              UNWIND products AS id
              OPTIONAL MATCH (p:Product {id: id})
              RETURN collect(coalesce(p.name, id)) AS names
            }
            RETURN customerId, kind, since, products, names, placements""";

    private final Driver driver;
    private final String statement;
    private final @Nullable String database;

    /** @param database its name, or null for the server's default */
    public AudienceExport(Driver driver, @Nullable String database) {
        this(driver, database, STATEMENT);
    }

    /** Another statement with the same columns. */
    AudienceExport(Driver driver, @Nullable String database, String statement) {
        this.driver = driver;
        this.database = database;
        this.statement = statement;
    }

    /**
     * Writes a file; one that stands there stays as it is until the new one is complete.
     *
     * @param config as {@code cartograph.audience} takes it
     * @param file where; gzip when it ends in {@code .gz}
     * @param products how many offered products have columns, at least 1
     * @param guarded whether cells that a spreadsheet could take for a formula get an apostrophe in front
     * @param written is told after each line how many there are
     * @return how many customers there are
     * @throws UncheckedIOException when the file cannot be written
     */
    public long write(Map<String, Object> config, Path file, int products, boolean guarded, LongConsumer written) {
        MailLine line = new MailLine(products, new Cells(guarded));
        try (Session session = driver.session(session());
                MailFile mail = new MailFile(file)) {
            mail.line(line.header());
            Result rows = session.run(statement, Map.of("config", config));
            long lines = 0;
            while (rows.hasNext()) {
                mail.line(line.of(rows.next()));
                written.accept(++lines);
            }
            mail.complete();
            return lines;
        }
    }

    private SessionConfig session() {
        SessionConfig.Builder session =
                SessionConfig.builder().withFetchSize(ROWS_AT_ONCE).withDefaultAccessMode(AccessMode.READ);
        return (database == null ? session : session.withDatabase(database)).build();
    }
}
