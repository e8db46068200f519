package org.cartograph.facts;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.LookAlikes;
import org.cartograph.similarity.TopK;
import org.cartograph.work.Workers;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexType;
import org.neo4j.graphdb.schema.Schema;

/** Asks the database's own vector index on {@code (:Product).embedding}, where the shop made one, who is near whom. */
final class VectorReader {
    /** How many neighbours are asked for: as many as a row has by default. */
    static final int NEAREST = 25;

    private static final String EMBEDDING = "embedding";
    /** An index without a dimension takes any vector. */
    private static final int ANY = -1;

    private static final int PRODUCTS_A_QUERY = 100;
    private static final String QUERY = """
            UNWIND $asked AS asked
            CALL db.index.vector.queryNodes($index, $most, asked.embedding) YIELD node, score
            RETURN asked.product AS product, node, score""";

    private final GraphDatabaseService database;
    private final ProductIndex index;
    private final Workers workers;

    VectorReader(GraphDatabaseService database, ProductIndex index, Workers workers) {
        this.database = database;
        this.index = index;
        this.workers = workers;
    }

    /** The nearest of each product that is asked for, or an empty array where there is no index to ask. */
    LookAlikes[] read(int[] asked) {
        Optional<VectorIndex> vectorIndex = vectorIndex();
        if (vectorIndex.isEmpty() || index.size() == 0) {
            return new LookAlikes[0];
        }
        LookAlikes[] nearest = new LookAlikes[index.size()];
        Arrays.fill(nearest, LookAlikes.NONE);
        workers.all(thread -> {
            int block = (asked.length + workers.count() - 1) / workers.count();
            int end = Math.min(asked.length, (thread + 1) * block);
            try (Transaction transaction = database.beginTx()) {
                for (int from = thread * block; from < end; from += PRODUCTS_A_QUERY) {
                    workers.checkpoint();
                    int[] some = Arrays.copyOfRange(asked, from, Math.min(end, from + PRODUCTS_A_QUERY));
                    ask(transaction, vectorIndex.get(), some, nearest);
                }
            }
            return true;
        });
        return nearest;
    }

    private record VectorIndex(String name, int dimensions) {}

    /** Read with the schema API, because a procedure's own transactions may not run SHOW INDEXES. */
    private Optional<VectorIndex> vectorIndex() {
        try (Transaction transaction = database.beginTx()) {
            Schema schema = transaction.schema();
            for (IndexDefinition definition : schema.getIndexes(GraphModel.PRODUCT)) {
                if (definition.getIndexType() == IndexType.VECTOR
                        && StreamSupport.stream(definition.getPropertyKeys().spliterator(), false)
                                .allMatch(EMBEDDING::equals)
                        && schema.getIndexState(definition) == Schema.IndexState.ONLINE) {
                    return Optional.of(new VectorIndex(definition.getName(), dimensions(definition)));
                }
            }
            return Optional.empty();
        }
    }

    private static int dimensions(IndexDefinition definition) {
        return definition.getIndexConfiguration().entrySet().stream()
                .filter(setting -> setting.getKey().getSettingName().equals("vector.dimensions"))
                .mapToInt(setting -> setting.getValue() instanceof Number number ? number.intValue() : ANY)
                .findFirst()
                .orElse(ANY);
    }

    private void ask(Transaction transaction, VectorIndex vectorIndex, int[] products, LookAlikes[] nearest) {
        List<Map<String, Object>> asked = new ArrayList<>();
        for (int product : products) {
            double[] embedding = embedding(transaction, product, vectorIndex.dimensions());
            if (embedding != null) {
                asked.add(Map.of("product", (long) product, "embedding", embedding));
            }
        }
        Map<Integer, TopK> found = new HashMap<>();
        // One more than wanted, because a product is the nearest to itself.
        Map<String, Object> parameters = Map.of("asked", asked, "index", vectorIndex.name(), "most", NEAREST + 1L);
        try (Result result = transaction.execute(QUERY, parameters)) {
            while (result.hasNext()) {
                Map<String, Object> row = result.next();
                if (row.get("product") instanceof Number asker
                        && row.get("node") instanceof Node node
                        && row.get("score") instanceof Number score) {
                    int other = index.of(NodeIds.of(node));
                    if (other >= 0 && other != asker.intValue()) {
                        found.computeIfAbsent(asker.intValue(), first -> new TopK(NEAREST))
                                .offer(other, score.doubleValue());
                    }
                }
            }
        }
        found.forEach((product, best) -> nearest[product] = lookAlikes(best.take()));
    }

    /** The embedding, or null where there is none that the index would take. */
    private double @Nullable [] embedding(Transaction transaction, int product, int dimensions) {
        Object value;
        try {
            value = NodeIds.node(transaction, index.nodes()[product]).getProperty(EMBEDDING, null);
        } catch (NotFoundException gone) {
            return null;
        }
        double[] embedding = new double[value != null && value.getClass().isArray() ? Array.getLength(value) : 0];
        double length = 0;
        for (int at = 0; at < embedding.length; at++) {
            embedding[at] = Array.get(value, at) instanceof Number number ? number.doubleValue() : Double.NaN;
            length += embedding[at] * embedding[at];
        }
        return (dimensions == ANY || embedding.length == dimensions) && length > 0 && Double.isFinite(length)
                ? embedding
                : null;
    }

    private static LookAlikes lookAlikes(TopK.Selection best) {
        float[] scores = new float[best.scores().length];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = (float) best.scores()[at];
        }
        return new LookAlikes(best.numbers(), scores);
    }
}
