package org.cartograph.graph;

import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.RelationshipType;

/** The labels and relationship types of the facts that import and feedback write. */
public final class GraphModel {
    public static final Label CUSTOMER = Label.label("Customer");
    /** A second label of a Customer whose erasure has begun. */
    public static final Label LEAVING = Label.label("Leaving");

    public static final Label PRODUCT = Label.label("Product");
    public static final Label ATTRIBUTE = Label.label("Attribute");
    public static final Label CATEGORY = Label.label("Category");
    public static final Label TOKEN = Label.label("Token");
    public static final Label MODEL = Label.label("Model");
    public static final Label PARAMETERS = Label.label("Parameters");
    public static final Label CONTEXT = Label.label("Context");
    /** A second label of the newest Model node. */
    public static final Label CURRENT = Label.label("CurrentModel");

    public static final RelationshipType PURCHASED = RelationshipType.withName("PURCHASED");
    public static final RelationshipType PREFERS = RelationshipType.withName("PREFERS");
    public static final RelationshipType HAS = RelationshipType.withName("HAS");
    public static final RelationshipType CHILD_OF = RelationshipType.withName("CHILD_OF");
    public static final RelationshipType VIEWED = RelationshipType.withName("VIEWED");

    public static final RelationshipType ADDED_TO_CART = RelationshipType.withName("ADDED_TO_CART");
    public static final RelationshipType REMOVED_FROM_CART = RelationshipType.withName("REMOVED_FROM_CART");
    public static final RelationshipType DISMISSED = RelationshipType.withName("DISMISSED");
    public static final RelationshipType OWNS = RelationshipType.withName("OWNS");
    public static final RelationshipType SEEN = RelationshipType.withName("SEEN");
    public static final RelationshipType RATED = RelationshipType.withName("RATED");
    public static final RelationshipType RETURNED = RelationshipType.withName("RETURNED");
    public static final RelationshipType OFFERED = RelationshipType.withName("OFFERED");

    public static final Label ORDER = Label.label("Order");
    public static final Label SEARCH = Label.label("Search");
    public static final RelationshipType SEARCHED = RelationshipType.withName("SEARCHED");

    public static final Label RECOMMENDATION = Label.label("Recommendation");
    /** A second label of a Recommendation with outcomes from which nothing was learned yet. */
    public static final Label UNLEARNED = Label.label("Unlearned");
    /** A second label of a Recommendation to which a purchase may still be attributed. */
    public static final Label OPEN = Label.label("Open");
    /** What is kept of a day's outcomes when they are too old to be kept one by one. */
    public static final Label OUTCOME_DAY = Label.label("OutcomeDay");

    public static final RelationshipType RECEIVED = RelationshipType.withName("RECEIVED");
    public static final RelationshipType SHOWED = RelationshipType.withName("SHOWED");

    /** What learning from outcomes says of itself; its lock is that of whoever learns. */
    public static final Label LEARNING = Label.label("Learning");
    /** What happened at a place of a box. */
    public static final Label POSITION = Label.label("Position");

    public static final Label EXPERIMENT = Label.label("Experiment");
    public static final RelationshipType EXPOSED = RelationshipType.withName("EXPOSED");

    private GraphModel() {}
}
