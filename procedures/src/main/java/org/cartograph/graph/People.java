package org.cartograph.graph;

import org.neo4j.graphdb.Node;

/** What the node of a person tells: customers, browsers and guests' orders have nodes of one kind. */
public final class People {

    private static final String GUEST = "guest:";
    private static final String ANONYMOUS = "anonymous";

    private People() {}

    /** The id of the customer whom an order without one has. */
    public static String guest(String order) {
        return GUEST + order;
    }

    /** Whether an id is of a guest's order. */
    public static boolean isGuest(String id) {
        return id.startsWith(GUEST);
    }

    /** Whether it is a browser or a guest's order, and no customer who comes again. */
    public static boolean isAnonymous(Node person) {
        return Boolean.TRUE.equals(person.getProperty(ANONYMOUS, null));
    }

    /** Whether nothing may be kept of what this person does: consent was refused, or the person is leaving. */
    public static boolean refused(Node person) {
        return Boolean.FALSE.equals(person.getProperty("consent", null)) || person.hasLabel(GraphModel.LEAVING);
    }
}
