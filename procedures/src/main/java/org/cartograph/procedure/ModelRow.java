package org.cartograph.procedure;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.cartograph.model.ModelLog;
import org.neo4j.graphdb.Node;
import org.neo4j.procedure.Description;

/** One finished build. */
public record ModelRow(
        @Description("Id of the build") String id,
        @Description("When it finished") ZonedDateTime builtAt,
        @Description("Its parameters, as a Cypher map") String parameters,
        @Description("PURCHASED relationships it read") long purchases,
        @Description("Products in the catalogue") long products,
        @Description("Edges of the families it built") long edges,
        @Description("Its figures, as a Cypher map") String metrics,

        @Description("Heap that the purchases kept for refreshing it take; 0 when none are kept")
        long memoryBytes,

        @Description("The Model node") Node model) {

    static ModelRow of(ModelLog.Entry entry, long memoryBytes) {
        Node node = entry.node();
        return new ModelRow(
                entry.id(),
                entry.builtAt().atZone(ZoneOffset.UTC),
                String.valueOf(node.getProperty("parameters", "")),
                count(node, "purchases"),
                count(node, "products"),
                count(node, "edges"),
                String.valueOf(node.getProperty("metrics", "")),
                memoryBytes,
                node);
    }

    private static long count(Node node, String key) {
        return node.getProperty(key, 0L) instanceof Number number ? number.longValue() : 0;
    }
}
