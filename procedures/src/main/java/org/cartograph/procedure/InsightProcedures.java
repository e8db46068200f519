package org.cartograph.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.insight.AssociationRules;
import org.cartograph.insight.Bundles;
import org.cartograph.insight.Readiness;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** What the orders say and how far they can be trusted, for people. */
public final class InsightProcedures {
    private static final String RULES = "minimumSupport (0 to 1; 0), minimumOrders (2), minimumConfidence (0 to 1; 0), "
            + "minimumLift (0), product (id, on either side), antecedent (id), consequent (id), category (of any product of "
            + "the rule, those below it included), acrossCategories (only into another category; false), minimumItems, "
            + "maximumItems (2 or 3 products in a rule; 2), limit (1 to 100000; 100), orderBy (orders, support, confidence, "
            + "lift or conviction; orders)";

    private static final String BUNDLES = "minimumItems, maximumItems (2 to 4 products; 2, 4), minimumOrders (3), "
            + "minimumSupport (0 to 1; 0), minimumLift (1), product (id, in every bundle), category (of any product of the "
            + "bundle, those below it included), sellable (only what is in stock, active and in season; true), everySet "
            + "(parts and variants of a bundle too; false), marginFloor (margin that a discount must leave, as a share of "
            + "the reduced price, 0 to 0.99; 0.1), limit (1 to 10000; 50), orderBy (orders, lift, price, margin or "
            + "discount; orders)";

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    @Context
    public TerminationGuard guard;

    /** Finds association rules. */
    @Procedure(name = "cartograph.rules", mode = Mode.READ)
    @Description("Association rules of the shop's orders (who buys this, also buys that), counted exactly from the "
            + "purchases as they stand, in both directions; needs no model.")
    public Stream<RuleRow> rules(
            @Name(value = "config", defaultValue = "{}", description = RULES) Map<String, Object> config) {
        return new AssociationRules(database, transaction, guard::check)
                .find(config).stream().map(RuleRow::of);
    }

    /** Finds bundles. */
    @Procedure(name = "cartograph.bundles", mode = Mode.READ)
    @Description("Sets of two to four products that are bought together, with what they cost together and the largest "
            + "discount that keeps a margin; counted exactly from the purchases as they stand (where a shop has very many "
            + "such sets, those of most orders); needs no model.")
    public Stream<BundleRow> bundles(
            @Name(value = "config", defaultValue = "{}", description = BUNDLES) Map<String, Object> config) {
        return new Bundles(database, transaction, guard::check)
                .find(config).stream().map(BundleRow::of);
    }

    /** Says what the data suffice for. */
    @Procedure(name = "cartograph.readiness", mode = Mode.READ)
    @Description("What the shop's data already suffice for, signal by signal, and what to do next.")
    public Stream<ReadinessRow> readiness() {
        return new Readiness(transaction, guard::check).signals().stream().map(ReadinessRow::of);
    }
}
