package org.cartograph.procedure;

import java.util.List;
import org.cartograph.insight.AssociationRules.Found;
import org.neo4j.graphdb.Node;
import org.neo4j.procedure.Description;

/** An association rule. */
public record RuleRow(
        @Description("What is bought: one product or two") List<Node> antecedents,

        @Description("Their ids") List<String> antecedentIds,
        @Description("Their names") List<String> antecedentNames,

        @Description("What is bought with it, in the same order")
        Node consequent,

        @Description("Its id") String consequentId,
        @Description("Its name") String consequentName,

        @Description("Orders with every product of the rule")
        long orders,

        @Description("Orders with the antecedents") long antecedentOrders,

        @Description("Orders with the consequent") long consequentOrders,

        @Description("Orders of the whole shop") long allOrders,

        @Description("Share of all orders with every product of the rule, 0 to 1")
        double support,

        @Description("Share of the antecedents' orders that have the consequent, 0 to 1")
        double confidence,

        @Description("How many times more often than by chance; 1 is chance")
        double lift,

        @Description("How many times less often broken than by chance; 1 is chance, infinite when never broken")
        double conviction) {

    static RuleRow of(Found found) {
        return new RuleRow(
                found.antecedents(),
                found.antecedents().stream().map(product -> text(product, "id")).toList(),
                found.antecedents().stream()
                        .map(product -> text(product, "name"))
                        .toList(),
                found.consequent(),
                text(found.consequent(), "id"),
                text(found.consequent(), "name"),
                found.counts().both(),
                found.counts().source(),
                found.counts().target(),
                found.counts().all(),
                found.counts().support(),
                found.counts().confidence(),
                found.counts().lift(),
                found.counts().conviction());
    }

    private static String text(Node product, String key) {
        return String.valueOf(product.getProperty(key, ""));
    }
}
