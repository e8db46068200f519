package org.cartograph.graph;

import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.RelationshipType;

/** The labels and relationship types of the facts that import and feedback write. */
public final class GraphModel {
    public static final Label CUSTOMER = Label.label("Customer");
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

    private GraphModel() {}
}
