package org.cartograph.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartograph.settings.Settings;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * The parameters that the shop has chosen, or that tuning has chosen for it: one node with the label Parameters.
 *
 * <p>They have the shape of a configuration map, whose inner maps are written with a dot, as in {@code
 * `boughtTogether.walkAlpha`}, because a property holds no map. What is not there has its default in code.
 */
public final class ShopParameters {
    private ShopParameters() {}

    /** The stored parameters as a configuration map; empty when there are none. */
    public static Map<String, Object> read(Transaction transaction) {
        Map<String, Object> parameters = new TreeMap<>();
        try (ResourceIterator<Node> nodes = transaction.findNodes(GraphModel.PARAMETERS)) {
            while (nodes.hasNext()) {
                parameters.putAll(nested(nodes.next().getAllProperties()));
            }
        }
        return parameters;
    }

    /** The stored parameters, read in a transaction of its own: looking for nodes takes a lock that a caller would keep. */
    public static Map<String, Object> read(GraphDatabaseService database) {
        try (Transaction transaction = database.beginTx()) {
            return read(transaction);
        }
    }

    /** Properties whose names are written with dots, as a map of maps. */
    public static Map<String, Object> nested(Map<String, Object> properties) {
        Map<String, Object> nested = new TreeMap<>();
        properties.forEach((key, value) -> put(nested, key, value));
        return nested;
    }

    private static void put(Map<String, Object> map, String key, Object value) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            map.put(key, value instanceof Object[] several ? List.of(several) : value);
            return;
        }
        String first = key.substring(0, dot);
        Map<String, Object> inner =
                map.get(first) instanceof Map<?, ?> there ? Settings.stringKeyed(there) : new TreeMap<>();
        put(inner, key.substring(dot + 1), value);
        map.put(first, inner);
    }

    /** Replaces the stored parameters. */
    public static void write(GraphDatabaseService database, Map<String, Object> parameters) {
        Transactions.write(database, transaction -> {
            transaction.findNodes(GraphModel.PARAMETERS).stream().forEach(Node::delete);
            if (!parameters.isEmpty()) {
                Node node = transaction.createNode(GraphModel.PARAMETERS);
                flat(parameters).forEach(node::setProperty);
            }
        });
    }

    /** A map of maps as properties whose names are written with dots; lists of texts become arrays. */
    public static Map<String, Object> flat(Map<String, Object> map) {
        return flat("", map);
    }

    private static Map<String, Object> flat(String prefix, Map<String, Object> map) {
        Map<String, Object> flat = new TreeMap<>();
        map.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flat.putAll(flat(prefix + key + ".", Settings.stringKeyed(inner)));
            } else {
                flat.put(
                        prefix + key,
                        value instanceof List<?> texts
                                ? texts.stream().map(String::valueOf).toArray(String[]::new)
                                : value);
            }
        });
        return flat;
    }

    /** One configuration map over another: its values win, inner maps are joined. */
    public static Map<String, Object> over(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> joined = new LinkedHashMap<>(below);
        above.forEach((key, value) -> joined.merge(
                key,
                value,
                (old, now) -> old instanceof Map<?, ?> oldMap && now instanceof Map<?, ?> nowMap
                        ? over(Settings.stringKeyed(oldMap), Settings.stringKeyed(nowMap))
                        : now));
        return joined;
    }
}
