package org.cartograph.contract;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/** A running Neo4j with the plugin and the {@link CornerShop}, known by its address alone. */
final class Graph implements AutoCloseable {

    private final Driver driver;

    Graph(String uri, AuthToken who) {
        this.driver = GraphDatabase.driver(uri, who);
        CornerShop.STATEMENTS.forEach(this::write);
    }

    List<Record> read(String cypher) {
        return run(AccessMode.READ, cypher, Map.of());
    }

    List<Record> write(String cypher) {
        return run(AccessMode.WRITE, cypher, Map.of());
    }

    List<Record> write(String cypher, Map<String, Object> parameters) {
        return run(AccessMode.WRITE, cypher, parameters);
    }

    /** The texts of a query's first column. */
    List<String> texts(String cypher) {
        return read(cypher).stream().map(row -> row.get(0).asString()).toList();
    }

    private List<Record> run(AccessMode mode, String cypher, Map<String, Object> parameters) {
        SessionConfig config =
                SessionConfig.builder().withDefaultAccessMode(mode).build();
        try (Session session = driver.session(config)) {
            return session.run(cypher, parameters).list();
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
