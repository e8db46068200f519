package org.cartograph.placement;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.ShopParameters;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * The pages as the shop's people changed them: one node {@code (:Context {name, placements, `recipes.<placement>.…`})} a
 * page, which lies over the shop's parameters as these lie over the defaults in code.
 *
 * <p>It is read for every answer, so a change acts on the next request, whichever service asks.
 */
public final class ContextStore {
    private static final String NAME = "name";
    private static final String PLACEMENTS = "placements";
    private static final String RECIPES = "recipes";
    private static final String CHANGED_AT = "changedAt";
    private static final int LONGEST_NAME = 64;

    private final Transaction transaction;

    /** A store inside the caller's transaction. */
    public ContextStore(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What the shop's people changed, in the shape of parameters; empty when nothing. */
    public Map<String, Object> read() {
        Map<String, Object> pages = new LinkedHashMap<>();
        try (ResourceIterator<Node> nodes = transaction.findNodes(GraphModel.CONTEXT)) {
            while (nodes.hasNext()) {
                Map<String, Object> page = ShopParameters.nested(nodes.next().getAllProperties());
                pages = ShopParameters.over(pages, asParameters(String.valueOf(page.get(NAME)), page));
            }
        }
        return pages.isEmpty() ? pages : Map.of(RecommendSettings.KEY, pages);
    }

    private static Map<String, Object> asParameters(String context, Map<String, Object> page) {
        Map<String, Object> parameters = new TreeMap<>();
        if (page.get(PLACEMENTS) != null) {
            parameters.put("contexts", Map.of(context, page.get(PLACEMENTS)));
        }
        if (page.get(RECIPES) != null) {
            parameters.put(RECIPES, page.get(RECIPES));
        }
        return parameters;
    }

    /**
     * Changes a page, or makes a new one: what is not given stays.
     *
     * @param config {@code placements} (names in the page's order) and {@code recipes} ({@code {placement: {title, size,
     *     basis, signal: weight, stage: {…}}}})
     * @throws IllegalArgumentException when the page would not be valid; then nothing has changed
     */
    public void set(@Nullable String context, @Nullable Map<String, Object> config) {
        if (context == null) {
            throw new IllegalArgumentException("`context` must be a name, but was null.");
        }
        Pages.checkName("context", context);
        Settings settings = Settings.of(config, Set.of(PLACEMENTS, RECIPES));
        Map<String, Object> page = new TreeMap<>();
        if (settings.has(PLACEMENTS)) {
            page.put(PLACEMENTS, settings.texts(PLACEMENTS));
        }
        if (settings.has(RECIPES)) {
            page.put(RECIPES, settings.map(RECIPES));
        }
        if (page.isEmpty()) {
            throw new IllegalArgumentException("`config` must hold `placements` or `recipes`, but held nothing.");
        }
        RecommendSettings before = current();
        if (!before.contexts().containsKey(context) && !settings.has(PLACEMENTS)) {
            throw new IllegalArgumentException("`placements` must be given for the new context " + Shown.of(context)
                    + "." + Suggestion.of(context, before.contexts().keySet()));
        }
        RecommendSettings after = RecommendSettings.of(ShopParameters.over(
                ShopParameters.read(transaction),
                ShopParameters.over(read(), Map.of(RecommendSettings.KEY, asParameters(context, page)))));
        checkOwn(after.placements(context, List.of()), settings.map(RECIPES));
        Node node = transaction.findNode(GraphModel.CONTEXT, NAME, context);
        if (node == null) {
            node = transaction.createNode(GraphModel.CONTEXT);
            node.setProperty(NAME, context);
        }
        ShopParameters.flat(page).forEach(node::setProperty);
        node.setProperty(CHANGED_AT, ZonedDateTime.now(ZoneOffset.UTC));
    }

    /** A recipe of a box that this page does not show would change another page unseen. */
    private static void checkOwn(List<Placement> page, Map<String, Object> recipes) {
        List<String> names = page.stream().map(Placement::name).toList();
        for (String name : recipes.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "`recipes` must be of placements of this page (" + String.join(", ", names) + "), but held "
                                + Shown.of(name) + "." + Suggestion.of(name, names));
            }
        }
    }

    /**
     * Makes a page what it was before anybody changed it; a page that the shop invented is gone.
     *
     * @param context its name, or null for all pages
     * @throws IllegalArgumentException when there is no such page
     */
    public void reset(@Nullable String context) {
        if (context != null && context.length() <= LONGEST_NAME) {
            Node node = transaction.findNode(GraphModel.CONTEXT, NAME, context);
            if (node != null) {
                node.delete();
                return;
            }
        }
        if (context != null) {
            current().placements(context, List.of());
            return;
        }
        List<Node> all = new ArrayList<>();
        transaction.findNodes(GraphModel.CONTEXT).forEachRemaining(all::add);
        all.forEach(Node::delete);
    }

    private RecommendSettings current() {
        return RecommendSettings.of(ShopParameters.over(ShopParameters.read(transaction), read()));
    }

    /**
     * A box on a page.
     *
     * @param position from 1
     * @param recipe its signals and stages, as {@link #set} takes them
     * @param changed whether the shop's people changed the page
     */
    public record Shelf(
            String context, Placement placement, int position, Map<String, Object> recipe, boolean changed) {}

    /**
     * The boxes of a page, or of every page.
     *
     * @throws IllegalArgumentException when there is no such page
     */
    public List<Shelf> list(@Nullable String only) {
        List<Shelf> shelves = new ArrayList<>();
        RecommendSettings current = current();
        if (only != null) {
            current.placements(only, List.of());
        }
        current.contexts().forEach((context, names) -> {
            if (only != null && !only.equals(context)) {
                return;
            }
            boolean changed = transaction.findNode(GraphModel.CONTEXT, NAME, context) != null;
            for (int at = 0; at < names.size(); at++) {
                Placement placement = current.placement(names.get(at));
                shelves.add(new Shelf(context, placement, at + 1, Recipe.asMap(placement), changed));
            }
        });
        return shelves;
    }
}
