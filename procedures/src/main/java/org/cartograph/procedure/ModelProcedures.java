package org.cartograph.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.facts.FactsMemory;
import org.cartograph.graph.ShopParameters;
import org.cartograph.model.BuildRegistry;
import org.cartograph.model.BuildReport;
import org.cartograph.model.BuildSettings;
import org.cartograph.model.MemoryEstimate;
import org.cartograph.model.ModelBuild;
import org.cartograph.model.ModelDrop;
import org.cartograph.model.ModelLog;
import org.cartograph.model.ReadingWork;
import org.cartograph.model.Refresh;
import org.cartograph.model.RefreshSettings;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.Log;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** Learning neighbour edges and looking after them: {@code cartograph.model.*}. */
public final class ModelProcedures {
    private static final String CONFIG =
            "families (list of BOUGHT_TOGETHER, BOUGHT_NEXT, ALSO_BOUGHT, ALSO_VIEWED, SIMILAR; all), neighbours "
                    + "(edges a product keeps; 25), walkAlpha (0.7), beta (0.2), gamma (1), ridgeNeighbours (50; 0 = random walk "
                    + "alone), ridgeAlpha (0.5), lambda (20), windowDays (30), trendHalfLifeDays (14), longestHistory "
                    + "(500), threads (one per core); "
                    + "boughtTogether, boughtNext, alsoBought, alsoViewed (maps of these for one family); similar {neighbours, "
                    + "shrink (0), price (0.6), parent (1), vectorWeight (1), weights (map from attribute key; each 1)}; "
                    + "coldStart {kappa (30 pairs; 0 = off), fade (30), lookAlikes (20), boost (1), direct (0.1), incoming (25)}";

    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    @Context
    public TerminationGuard guard;

    @Context
    public Log log;

    /** Builds a model and writes its edges. */
    @Procedure(name = "cartograph.model.build", mode = Mode.WRITE)
    @Description(
            "Learns neighbour edges from purchases, views and attributes and writes those that changed. Call it in a transaction of "
                    + "its own. One row per family.")
    public Stream<BuildRow> build(
            @Name(value = "config", defaultValue = "{}", description = CONFIG) Map<String, Object> config) {
        BuildSettings settings = BuildSettings.of(config, ShopParameters.read(database));
        BuildReport report = new ModelBuild(database, log).run(transaction, settings, guard::check);
        return report.families().stream().map(family -> BuildRow.of(report, family));
    }

    /** Says what a build would need. */
    @Procedure(name = "cartograph.model.build.estimate", mode = Mode.READ)
    @Description("Says what a build would read and how much heap it may need, without building.")
    public Stream<EstimateRow> estimate(
            @Name(value = "config", defaultValue = "{}", description = CONFIG) Map<String, Object> config) {
        return Stream.of(EstimateRow.of(
                MemoryEstimate.of(transaction, BuildSettings.of(config, ShopParameters.read(database)))));
    }

    /** Computes the rows that are due. */
    @Procedure(name = "cartograph.model.refresh", mode = Mode.WRITE)
    @Description("Catches up with new, replaced and erased purchases and rewrites the edges of the products they "
            + "concern. Cheap enough to be called every few seconds, in a transaction of its own.")
    public Stream<RefreshRow> refresh(
            @Name(
                            value = "config",
                            defaultValue = "{}",
                            description =
                                    "maximumProducts (products that get new rows at most; 1000), maxSeconds (60), "
                                            + "minimumInterval (does nothing when another refresh ended less than so many seconds ago; 0), "
                                            + "threads (that read the shop when nothing of it is in memory; one per core)")
                    Map<String, Object> config) {
        RefreshSettings settings = RefreshSettings.of(config);
        return Stream.of(RefreshRow.of(new Refresh(database, log).run(transaction, settings, guard::check)));
    }

    /** Says how far running work is. */
    @Procedure(name = "cartograph.model.progress", mode = Mode.READ)
    @Description("Says how far a running build, refresh, evaluation or tuning is; no row when nothing is running.")
    public Stream<ProgressRow> progress() {
        return Stream.concat(BuildRegistry.running(database).stream(), ReadingWork.running(database).stream())
                .map(ProgressRow::of);
    }

    /** Lists the builds. */
    @Procedure(name = "cartograph.model.list", mode = Mode.READ)
    @Description("Lists the builds that finished, newest first, with their parameters and figures.")
    public Stream<ModelRow> list() {
        return ModelLog.all(transaction).stream()
                .map(entry -> ModelRow.of(entry, FactsMemory.bytes(database, entry.id())));
    }

    /** Drops the model. */
    @Procedure(name = "cartograph.model.drop", mode = Mode.WRITE)
    @Description(
            "Deletes every neighbour edge, the products' counters and the Model nodes; purchases stay. Call it in a "
                    + "transaction of its own.")
    public Stream<DropRow> drop() {
        ModelDrop.Dropped dropped = ModelDrop.run(database, transaction, guard::check);
        return Stream.of(new DropRow(dropped.edges(), dropped.models()));
    }
}
