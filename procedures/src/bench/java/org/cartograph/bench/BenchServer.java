package org.cartograph.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.fixture.OnlineRetail;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.procedure.EvidenceFunctions;
import org.cartograph.procedure.FeedbackProcedures;
import org.cartograph.procedure.ModelProcedures;
import org.cartograph.procedure.RecommendProcedures;
import org.cartograph.procedure.SchemaProcedures;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.gds.catalog.GraphDropProc;
import org.neo4j.gds.catalog.GraphProjectProc;
import org.neo4j.gds.similarity.nodesim.NodeSimilarityWriteProc;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** A real Neo4j server with our plugin and GDS, on a store of its own that goes with it. */
final class BenchServer implements AutoCloseable {
    private static final int ORDERS_A_TRANSACTION = 500;
    // The harness alone would give 8 MB, and every benchmark would measure the disk.
    private static final long PAGE_CACHE = 512L << 20;

    private final Neo4j neo4j;
    private final GraphDatabaseService database;
    private final Map<String, Long> nodes = new HashMap<>();

    BenchServer() {
        neo4j = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withConfig(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE)
                .withConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .withProcedure(FeedbackProcedures.class)
                .withProcedure(ModelProcedures.class)
                .withProcedure(SchemaProcedures.class)
                .withProcedure(RecommendProcedures.class)
                .withFunction(EvidenceFunctions.class)
                .withProcedure(GraphProjectProc.class)
                .withProcedure(GraphDropProc.class)
                .withProcedure(NodeSimilarityWriteProc.class)
                .build();
        database = neo4j.defaultDatabaseService();
        rows("CALL cartograph.schema.install()", Map.of());
    }

    URI bolt() {
        return neo4j.boltURI();
    }

    /** Runs a statement in a transaction of its own and gives all its rows. */
    List<Map<String, Object>> rows(String statement, Map<String, Object> parameters) {
        return database.executeTransactionally(statement, parameters, result -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            result.forEachRemaining(rows::add);
            return rows;
        });
    }

    /** Writes orders as an import does: one relationship per order and product. */
    void add(List<OnlineRetail.Order> orders) {
        for (int from = 0; from < orders.size(); from += ORDERS_A_TRANSACTION) {
            try (Transaction transaction = database.beginTx()) {
                for (OnlineRetail.Order order :
                        orders.subList(from, Math.min(orders.size(), from + ORDERS_A_TRANSACTION))) {
                    Node customer = node(transaction, GraphModel.CUSTOMER, order.customer());
                    for (OnlineRetail.Line line : order.lines()) {
                        Relationship purchase = customer.createRelationshipTo(
                                node(transaction, GraphModel.PRODUCT, line.product()), GraphModel.PURCHASED);
                        purchase.setProperty("orderId", order.id());
                        purchase.setProperty("at", order.at());
                        purchase.setProperty("quantity", line.quantity());
                        purchase.setProperty("unitPrice", line.unitPrice());
                    }
                }
                transaction.commit();
            }
        }
    }

    /** Takes orders out again; their customers and products stay. */
    void remove(List<OnlineRetail.Order> orders) {
        rows(
                "MATCH (c:Customer)-[p:PURCHASED]->() WHERE c.id IN $customers AND p.orderId IN $orders DELETE p",
                Map.of(
                        "customers",
                        orders.stream().map(OnlineRetail.Order::customer).toList(),
                        "orders",
                        orders.stream().map(OnlineRetail.Order::id).toList()));
    }

    private Node node(Transaction transaction, Label label, String id) {
        String key = label.name() + id;
        Long known = nodes.get(key);
        if (known != null) {
            return NodeIds.node(transaction, known);
        }
        Node created = transaction.createNode(label);
        created.setProperty("id", id);
        nodes.put(key, NodeIds.of(created));
        return created;
    }

    @Override
    public void close() {
        neo4j.close();
    }
}
