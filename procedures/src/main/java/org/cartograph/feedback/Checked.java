package org.cartograph.feedback;

import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/**
 * An event that can be written.
 *
 * @param product what it is about; null without one
 * @param recommended what it is an outcome of; null without one
 * @param shopper who did it; null for a stranger and for one who refused consent
 * @param line the line of the order that a refund takes back; null for anything else
 */
record Checked(
        Event event,
        @Nullable Node product,
        @Nullable Recommended recommended,
        @Nullable String shopper,
        @Nullable Relationship line) {

    /**
     * The id of the recommendation's node. A cached answer has one for each browser, and its name tells them apart without
     * naming them. The browser and not the customer, where both are known: a login in between makes no second outcome.
     */
    @Nullable
    String recommendation() {
        if (recommended == null || !event.type().isOutcome()) {
            return null;
        }
        if (!recommended.shared() || shopper == null) {
            return recommended.id();
        }
        String browser = event.visitorId() == null ? shopper : event.visitorId();
        return recommended.id() + "~" + Pseudonym.of(recommended.id(), browser);
    }
}
