package org.cartograph.merchandise;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartograph.graph.GraphModel;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Staff picks as the shop's people set, drop and list them, inside the caller's transaction. */
public final class PicksStore {
    private static final int MOST_PRODUCTS = 200;
    private static final int LONGEST_ID = 64;
    private static final int MOST_SHOWN = 5;
    private static final String PRODUCTS = "products";
    private static final Set<String> KEYS = Set.of(PRODUCTS, "contexts", "from", "until", "note");

    private final Transaction transaction;
    private final Boxes boxes;

    /**
     * A store of lists.
     *
     * @param pages names of placements by context: the contexts are what a list may name
     */
    public PicksStore(Transaction transaction, Map<String, List<String>> pages) {
        this.transaction = transaction;
        this.boxes = new Boxes(pages);
    }

    /**
     * A list as it stands.
     *
     * @param contexts the pages for which it is; all when empty
     * @param products ids, in order
     * @param state whether it counts now
     * @param node the StaffPicks node
     */
    public record Picks(
            String name,
            Set<String> contexts,
            Period period,
            Period.State state,
            @Nullable String note,
            List<String> products,
            Node node) {}

    /**
     * Makes a list, or puts another one in its place.
     *
     * @throws IllegalArgumentException when it means nothing or holds what is no product; then nothing has changed
     */
    public Picks set(@Nullable String name, @Nullable Map<String, Object> config) {
        String checked = Names.checked(name);
        Settings settings = Settings.of(config, KEYS);
        Set<String> contexts = boxes.contexts(settings);
        Period period = Period.of(settings);
        String note = Names.note(settings);
        List<Node> products = products(settings);

        Node list = node(checked);
        if (list == null) {
            list = transaction.createNode(StaffPicks.STAFF_PICKS);
            list.setProperty("createdAt", ZonedDateTime.now(ZoneOffset.UTC));
        } else {
            Set.of("contexts", "from", "until", "note").forEach(list::removeProperty);
            list.getRelationships(Direction.OUTGOING, StaffPicks.PICKS).forEach(Relationship::delete);
        }
        list.setProperty("name", checked);
        if (!contexts.isEmpty()) {
            list.setProperty("contexts", contexts.toArray(String[]::new));
        }
        if (note != null) {
            list.setProperty("note", note);
        }
        period.write(list);
        for (int at = 0; at < products.size(); at++) {
            list.createRelationshipTo(products.get(at), StaffPicks.PICKS).setProperty(StaffPicks.RANK, at + 1L);
        }
        return picks(list);
    }

    private List<Node> products(Settings settings) {
        Set<String> ids = new LinkedHashSet<>(settings.texts(PRODUCTS));
        if (ids.isEmpty() || ids.size() > MOST_PRODUCTS) {
            throw settings.refusal(PRODUCTS, "1 to " + MOST_PRODUCTS + " ids", ids.size());
        }
        List<Node> products = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            Node product = id.length() > LONGEST_ID ? null : transaction.findNode(GraphModel.PRODUCT, "id", id);
            if (product == null) {
                unknown.add(id);
            } else {
                products.add(product);
            }
        }
        if (!unknown.isEmpty()) {
            String shown = unknown.stream().limit(MOST_SHOWN).map(Shown::of).collect(Collectors.joining(", "));
            throw new IllegalArgumentException("`products` must be ids of products of this shop, but " + unknown.size()
                    + " were not: " + shown + (unknown.size() > MOST_SHOWN ? ", …" : "."));
        }
        return products;
    }

    /**
     * Drops a list; its products stay.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public void drop(@Nullable String name) {
        String checked = Names.checked(name);
        Node list = node(checked);
        if (list == null) {
            throw Names.unknown(
                    "list of picks", checked, list().stream().map(Picks::name).toList());
        }
        list.getRelationships().forEach(Relationship::delete);
        list.delete();
    }

    /** Every list, by name. */
    public List<Picks> list() {
        try (ResourceIterator<Node> nodes = transaction.findNodes(StaffPicks.STAFF_PICKS)) {
            return nodes.stream()
                    .map(PicksStore::picks)
                    .sorted(Comparator.comparing(Picks::name))
                    .toList();
        }
    }

    private static Picks picks(Node list) {
        Period period = Period.of(list);
        return new Picks(
                String.valueOf(list.getProperty("name", "")),
                list.getProperty("contexts", null) instanceof String[] contexts ? Set.of(contexts) : Set.of(),
                period,
                period.state(Instant.now()),
                list.getProperty("note", null) instanceof String note ? note : null,
                StaffPicks.picked(list).stream()
                        .map(product -> String.valueOf(product.getProperty("id", "")))
                        .toList(),
                list);
    }

    private @Nullable Node node(String name) {
        return transaction.findNode(StaffPicks.STAFF_PICKS, "name", name);
    }
}
