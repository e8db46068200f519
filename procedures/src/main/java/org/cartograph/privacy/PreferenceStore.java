package org.cartograph.privacy;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cartograph.graph.GraphModel;
import org.cartograph.settings.Settings;
import org.cartograph.settings.Shown;
import org.cartograph.settings.Suggestion;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * What customers told the shop, as it is set and read inside the caller's transaction.
 *
 * <p>Refused consent acts on the next answer: nothing that is held about the customer is read any more. It erases nothing,
 * because somebody may change their mind; whoever wants to be forgotten leaves.
 */
public final class PreferenceStore {
    private static final String CATEGORIES = "categories";
    private static final String BRANDS = "brands";
    private static final String ATTRIBUTES = "attributes";
    private static final String CONSENT = "consent";
    private static final String ANONYMOUS = "anonymous";
    private static final String CATEGORY = "category";
    private static final String BRAND = "brand";
    private static final int MOST = 100;

    private final Transaction transaction;

    /** A store in the caller's transaction. */
    public PreferenceStore(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Sets what is given and leaves the rest; a list that is given replaces the one before it whole. Who is new is a customer,
     * or with {@code anonymous} a browser, which a login may make part of a customer later.
     *
     * @throws IllegalArgumentException when it names what the shop has not; then nothing has changed
     */
    public Preferences set(@Nullable String id, @Nullable Map<String, Object> config) {
        String checked = CustomerId.checked("id", id);
        Settings settings = Settings.of(config, Set.of(CONSENT, ANONYMOUS, CATEGORIES, BRANDS, ATTRIBUTES));
        List<Node> categories = nodes(settings, CATEGORIES, CATEGORY, settings.texts(CATEGORIES));
        List<Node> brands = nodes(settings, BRANDS, BRAND, settings.texts(BRANDS));
        List<Node> attributes = new ArrayList<>();
        settings.textLists(ATTRIBUTES).forEach((key, values) -> {
            if (key.equals(CATEGORY) || key.equals(BRAND)) {
                throw settings.refusal(
                        ATTRIBUTES, "of other keys than category and brand, which have lists of their own", key);
            }
            attributes.addAll(nodes(settings, ATTRIBUTES + "." + key, key, values));
        });
        boolean consent = settings.flag(CONSENT, true);
        boolean anonymous = settings.flag(ANONYMOUS, false);

        Node customer = CustomerId.locked(transaction, checked);
        if (customer == null) {
            customer = CustomerId.lockedOrNew(transaction, checked);
            if (anonymous) {
                customer.setProperty(ANONYMOUS, true);
            }
        }
        if (settings.has(CONSENT)) {
            customer.setProperty(CONSENT, consent);
        }
        if (settings.has(CATEGORIES)) {
            replace(customer, CATEGORY::equals, categories);
        }
        if (settings.has(BRANDS)) {
            replace(customer, BRAND::equals, brands);
        }
        if (settings.has(ATTRIBUTES)) {
            replace(customer, key -> !key.equals(CATEGORY) && !key.equals(BRAND), attributes);
        }
        return read(customer);
    }

    private List<Node> nodes(Settings settings, String name, String key, Collection<String> values) {
        Set<String> wanted = new LinkedHashSet<>(values);
        if (wanted.size() > MOST) {
            throw settings.refusal(name, "at most " + MOST + " values", wanted.size());
        }
        List<Node> nodes = new ArrayList<>();
        for (String value : wanted) {
            List<Node> found = attributes("key", key, "value", value);
            if (found.isEmpty()) {
                List<String> known = attributes("key", key).stream()
                        .map(PreferenceStore::value)
                        .toList();
                throw new IllegalArgumentException("`" + name + "` must be of this shop's products, but none has the "
                        + key + " " + Shown.of(value) + "." + Suggestion.of(value, known));
            }
            nodes.addAll(found);
        }
        return nodes;
    }

    private List<Node> attributes(String key, Object wanted) {
        try (ResourceIterator<Node> nodes = transaction.findNodes(GraphModel.ATTRIBUTE, key, wanted)) {
            return nodes.stream().toList();
        }
    }

    private List<Node> attributes(String key, Object wanted, String another, Object wantedToo) {
        try (ResourceIterator<Node> nodes =
                transaction.findNodes(GraphModel.ATTRIBUTE, key, wanted, another, wantedToo)) {
            return nodes.stream().toList();
        }
    }

    private static void replace(Node customer, Predicate<String> keys, List<Node> by) {
        for (Relationship one : preferences(customer)) {
            if (keys.test(key(one.getEndNode()))) {
                one.delete();
            }
        }
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        by.forEach(liked ->
                customer.createRelationshipTo(liked, GraphModel.PREFERS).setProperty("at", now));
    }

    private static Preferences read(Node customer) {
        Map<String, List<String>> liked = new TreeMap<>();
        for (Relationship one : preferences(customer)) {
            Node attribute = one.getEndNode();
            liked.computeIfAbsent(key(attribute), key -> new ArrayList<>()).add(value(attribute));
        }
        liked.values().forEach(values -> values.sort(null));
        List<String> categories = liked.remove(CATEGORY);
        List<String> brands = liked.remove(BRAND);
        return new Preferences(
                customer.getProperty(CONSENT, null) instanceof Boolean consent ? consent : null,
                categories == null ? List.of() : categories,
                brands == null ? List.of() : brands,
                liked);
    }

    private static List<Relationship> preferences(Node customer) {
        try (ResourceIterable<Relationship> all = customer.getRelationships(Direction.OUTGOING, GraphModel.PREFERS)) {
            List<Relationship> list = new ArrayList<>();
            all.forEach(list::add);
            return list;
        }
    }

    private static String key(Node attribute) {
        return String.valueOf(attribute.getProperty("key", ""));
    }

    private static String value(Node attribute) {
        return String.valueOf(attribute.getProperty("value", ""));
    }
}
