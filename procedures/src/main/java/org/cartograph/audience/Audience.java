package org.cartograph.audience;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.placement.CurrentSettings;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;

/**
 * Who should get a letter, and what is in it.
 *
 * <p>Customers are looked at one after the other while the rows are read, so that an audience of any size takes the
 * memory of one person. Never among them: who refused consent, guests and visitors without a name ({@code anonymous}).
 */
public final class Audience {
    /** More products than these are no cause to name, and no letter. */
    private static final int MOST_PRODUCTS = 50;

    private static final int LONGEST_ID = 64;

    private final GraphDatabaseService database;
    private final Transaction transaction;
    private final Runnable check;
    private final Instant now = Instant.now();

    /** @param check throws when the caller wants no more people */
    public Audience(GraphDatabaseService database, Transaction transaction, Runnable check) {
        this.database = database;
        this.transaction = transaction;
        this.check = check;
    }

    /**
     * The people, in no particular order, found while the stream is read.
     *
     * @throws IllegalArgumentException for settings that are not allowed, before anybody is looked at
     */
    public Stream<Person> people(@Nullable Map<String, Object> config) {
        AudienceSettings settings = AudienceSettings.of(config);
        Letters letters = new Letters(database, transaction, settings, CurrentSettings.read(transaction));
        CauseFinder finder = new CauseFinder(settings);
        Stream<Person> people = transaction.findNodes(GraphModel.CUSTOMER).stream()
                .peek(customer -> check.run())
                .flatMap(customer -> Stream.ofNullable(person(customer, settings, finder, letters)));
        return settings.limit() == null ? people : people.limit(settings.limit());
    }

    /** Null for who is not meant, or was erased since the search began. */
    private @Nullable Person person(Node customer, AudienceSettings settings, CauseFinder finder, Letters letters) {
        try {
            String id = mayBeWritten(customer, settings.requireConsent());
            Cause cause = id == null ? null : finder.of(new Trail(transaction, customer, now));
            if (id == null || cause == null) {
                return null;
            }
            List<String> products = products(cause);
            return new Person(
                    customer, id, settings.kind().word(), cause.since(), products, letters.boxes(id, products));
        } catch (NotFoundException erased) {
            return null;
        }
    }

    /** The customer's id, or null for one to whom nobody may write. */
    private static @Nullable String mayBeWritten(Node customer, boolean requireConsent) {
        Map<String, Object> properties = customer.getProperties("id", "consent", "anonymous");
        boolean consents = requireConsent
                ? Boolean.TRUE.equals(properties.get("consent"))
                : !Boolean.FALSE.equals(properties.get("consent"));
        return consents
                        && !Boolean.TRUE.equals(properties.get("anonymous"))
                        && properties.get("id") instanceof String id
                        && isId(id)
                ? id
                : null;
    }

    private List<String> products(Cause cause) {
        return cause.products().stream()
                .map(product ->
                        String.valueOf(NodeIds.node(transaction, product).getProperty("id", "")))
                .filter(Audience::isId)
                .limit(MOST_PRODUCTS)
                .toList();
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.length() <= LONGEST_ID;
    }
}
