package org.cartograph.procedure;

import java.time.ZonedDateTime;
import org.cartograph.model.BuildReport;
import org.cartograph.model.FamilyReport;
import org.neo4j.procedure.Description;

/** What a build did for one family. */
public record BuildRow(
        @Description("Id of the Model node that logs this build")
        String modelId,

        @Description("When the build finished") ZonedDateTime builtAt,
        @Description("The kind of edge") String family,
        @Description("PURCHASED relationships read") long purchases,

        @Description("Products that have a row of neighbours")
        long products,

        @Description("Edges of this family") long edges,

        @Description("Those of them that lead to products with few sales and lie outside of the rows")
        long inherited,

        @Description("Products whose row was rewritten; all others were as they should be")
        long rowsWritten,

        @Description("Edges to new targets") long created,

        @Description("Edges whose score or count moved by more than 5 %")
        long updated,

        @Description("Edges whose target left its row") long deleted,

        @Description("Customers of whom only the most recent purchases counted")
        long cutHistories,

        @Description("Attributes left out of SIMILAR and of cold start, because too many products have them")
        long skippedAttributes,

        @Description("Products with so many attributes that only the rarest counted")
        long boundedProducts,

        @Description("Wall time of reading the graph, once for all families")
        long readMillis,

        @Description("Wall time of learning this family") long learnMillis,
        @Description("The ridge's part of learnMillis") long ridgeMillis,
        @Description("Wall time of comparing and writing") long writeMillis) {

    static BuildRow of(BuildReport report, FamilyReport family) {
        return new BuildRow(
                report.modelId(),
                report.builtAt(),
                family.family().name(),
                report.purchases(),
                family.products(),
                family.edges(),
                family.inherited(),
                family.rowsWritten(),
                family.created(),
                family.updated(),
                family.deleted(),
                report.cutHistories(),
                report.skippedAttributes(),
                report.boundedProducts(),
                report.readMillis(),
                family.learnMillis(),
                family.ridgeMillis(),
                family.writeMillis());
    }
}
