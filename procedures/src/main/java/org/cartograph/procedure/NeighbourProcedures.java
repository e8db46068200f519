package org.cartograph.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.graph.Family;
import org.cartograph.recommend.NeighbourQuery;
import org.cartograph.recommend.NeighbourQuery.Found;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** The neighbours of one product, family by family, for people who want to see the edges. */
public final class NeighbourProcedures {
    private static final String ID = "Id of a product";
    private static final String CONFIG =
            "limit (1 to 200; 10), onlySellable (leave out what is inactive, out of stock or out of season; true)";

    private static final String INHERITED =
            "Whether the edge was borrowed, because one of the two products has few sales";
    private static final String VIA = "Id of the established product it was borrowed from, or null";

    @Context
    public Transaction transaction;

    /** Products bought in the same order. */
    @Procedure(name = "cartograph.boughtTogether", mode = Mode.READ)
    @Description("Products bought in the same orders as this one, best first, with the evidence.")
    public Stream<TogetherRow> boughtTogether(
            @Name(value = "id", description = ID) String id,
            @Name(value = "config", defaultValue = "{}", description = CONFIG) Map<String, Object> config) {
        return found(id, Family.BOUGHT_TOGETHER, config).stream().map(TogetherRow::of);
    }

    /** Products bought in the same order or soon after. */
    @Procedure(name = "cartograph.boughtNext", mode = Mode.READ)
    @Description("Products that customers bought with this one or within the window after it, best first.")
    public Stream<NextRow> boughtNext(
            @Name(value = "id", description = ID) String id,
            @Name(value = "config", defaultValue = "{}", description = CONFIG) Map<String, Object> config) {
        return found(id, Family.BOUGHT_NEXT, config).stream().map(NextRow::of);
    }

    /** Products bought by the same customers. */
    @Procedure(name = "cartograph.alsoBought", mode = Mode.READ)
    @Description("Products that the same customers bought at any time, best first, with the evidence.")
    public Stream<AlsoRow> alsoBought(
            @Name(value = "id", description = ID) String id,
            @Name(value = "config", defaultValue = "{}", description = CONFIG) Map<String, Object> config) {
        return found(id, Family.ALSO_BOUGHT, config).stream().map(AlsoRow::of);
    }

    /** Products viewed in the same visits. */
    @Procedure(name = "cartograph.alsoViewed", mode = Mode.READ)
    @Description("Products viewed in the same visits as this one, best first.")
    public Stream<ViewedRow> alsoViewed(
            @Name(value = "id", description = ID) String id,
            @Name(value = "config", defaultValue = "{}", description = CONFIG) Map<String, Object> config) {
        return found(id, Family.ALSO_VIEWED, config).stream().map(ViewedRow::of);
    }

    /** Products with attributes in common. */
    @Procedure(name = "cartograph.similar", mode = Mode.READ)
    @Description("Products that have attributes in common with this one, best first.")
    public Stream<SimilarRow> similar(
            @Name(value = "id", description = ID) String id,
            @Name(value = "config", defaultValue = "{}", description = CONFIG) Map<String, Object> config) {
        return found(id, Family.SIMILAR, config).stream().map(SimilarRow::of);
    }

    private List<Found> found(@Nullable String id, Family family, Map<String, Object> config) {
        return new NeighbourQuery(transaction).find(id, family, config);
    }

    /** A product of the same orders. */
    public record TogetherRow(
            @Description("The neighbour") Node product,
            @Description("Its id") String productId,
            @Description("Its name") String name,

            @Description("Weight of the edge; comparable within this list")
            double score,

            @Description("Orders with both products") long orders,

            @Description("Share of all orders with both") @Nullable
            Double support,

            @Description("Share of this product's orders that have the neighbour") @Nullable
            Double confidence,

            @Description("How many times more often than by chance") @Nullable
            Double lift,

            @Description(INHERITED) boolean inherited,
            @Description(VIA) @Nullable String via) {
        static TogetherRow of(Found found) {
            return new TogetherRow(
                    found.product(),
                    found.facts().id(),
                    found.facts().name(),
                    found.score(),
                    found.count(),
                    found.support(),
                    found.confidence(),
                    found.lift(),
                    found.inherited(),
                    found.via());
        }
    }

    /** A product bought with this one or soon after. */
    public record NextRow(
            @Description("The neighbour") Node product,
            @Description("Its id") String productId,
            @Description("Its name") String name,

            @Description("Weight of the edge; comparable within this list")
            double score,

            @Description("Customers who bought it so") long customers,
            @Description(INHERITED) boolean inherited,
            @Description(VIA) @Nullable String via) {
        static NextRow of(Found found) {
            return new NextRow(
                    found.product(),
                    found.facts().id(),
                    found.facts().name(),
                    found.score(),
                    found.count(),
                    found.inherited(),
                    found.via());
        }
    }

    /** A product of the same customers. */
    public record AlsoRow(
            @Description("The neighbour") Node product,
            @Description("Its id") String productId,
            @Description("Its name") String name,

            @Description("Weight of the edge; comparable within this list")
            double score,

            @Description("Customers of both products") long customers,

            @Description("Share of all customers who bought both") @Nullable
            Double support,

            @Description("Share of this product's customers who bought the neighbour") @Nullable
            Double confidence,

            @Description("How many times more often than by chance") @Nullable
            Double lift,

            @Description(INHERITED) boolean inherited,
            @Description(VIA) @Nullable String via) {
        static AlsoRow of(Found found) {
            return new AlsoRow(
                    found.product(),
                    found.facts().id(),
                    found.facts().name(),
                    found.score(),
                    found.count(),
                    found.support(),
                    found.confidence(),
                    found.lift(),
                    found.inherited(),
                    found.via());
        }
    }

    /** A product of the same visits. */
    public record ViewedRow(
            @Description("The neighbour") Node product,
            @Description("Its id") String productId,
            @Description("Its name") String name,

            @Description("Weight of the edge; comparable within this list")
            double score,

            @Description("Visits with a view of both") long visits,
            @Description(INHERITED) boolean inherited,
            @Description(VIA) @Nullable String via) {
        static ViewedRow of(Found found) {
            return new ViewedRow(
                    found.product(),
                    found.facts().id(),
                    found.facts().name(),
                    found.score(),
                    found.count(),
                    found.inherited(),
                    found.via());
        }
    }

    /** A product with attributes in common. */
    public record SimilarRow(
            @Description("The neighbour") Node product,
            @Description("Its id") String productId,
            @Description("Its name") String name,

            @Description("Weight of the edge; comparable within this list")
            double score,

            @Description("Attributes in common, parent categories included")
            long shared,

            @Description(INHERITED) boolean inherited,
            @Description(VIA) @Nullable String via) {
        static SimilarRow of(Found found) {
            return new SimilarRow(
                    found.product(),
                    found.facts().id(),
                    found.facts().name(),
                    found.score(),
                    found.count(),
                    found.inherited(),
                    found.via());
        }
    }
}
