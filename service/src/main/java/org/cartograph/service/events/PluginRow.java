package org.cartograph.service.events;

import org.cartograph.service.writing.Written;
import org.neo4j.driver.Record;

/** A row in which the plugin says what became of an item. */
final class PluginRow {

    private PluginRow() {}

    static Written written(Record row) {
        String status = row.get("status").asString();
        return switch (status) {
            case "accepted" -> Written.ACCEPTED;
            case "duplicate" -> Written.DUPLICATE;
            case "rejected" -> Written.rejected(null, row.get("reason").asString());
            default ->
                throw new IllegalStateException("The plugin knows a status that this service does not: " + status);
        };
    }
}
