package org.cartograph.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.facts.Catalogue;
import org.cartograph.facts.Facts;
import org.cartograph.facts.FactsMemory;
import org.cartograph.facts.HeldFacts;
import org.cartograph.facts.ProductMarks;
import org.cartograph.facts.Purchases;
import org.cartograph.graph.Assortments;
import org.cartograph.graph.CallerLocks;
import org.cartograph.graph.Family;
import org.cartograph.similarity.Attributes;
import org.cartograph.work.Workers;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.Log;

/**
 * Builds a model: reads the facts once, then learns and writes family after family.
 *
 * <p>Stopped in the middle it leaves whole rows, some new, some as before, and no Model node; the next build puts the
 * rest right.
 */
public final class ModelBuild {
    private final GraphDatabaseService database;
    private final Log log;

    /** A builder for one database. */
    public ModelBuild(GraphDatabaseService database, Log log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Builds and logs the model.
     *
     * @param caller the calling transaction, which must not hold locks that the build would wait for
     * @param terminationCheck throws when the caller's transaction was terminated
     * @throws IllegalStateException when a build is running already, or the catalogue will not fit into the heap
     */
    public BuildReport run(Transaction caller, BuildSettings settings, Runnable terminationCheck) {
        CallerLocks.refuse(caller, "cartograph.model.build");
        MemoryEstimate estimate = MemoryEstimate.of(caller, settings);
        estimate.refuseWhenTooLarge();
        Instant startedAt = Instant.now();
        String modelId = "m" + Long.toString(startedAt.toEpochMilli(), Character.MAX_RADIX);
        BuildProgress progress = new BuildProgress(modelId, startedAt);
        BuildRegistry.enter(database, progress, terminationCheck);
        try (Workers workers = new Workers(settings.threads(), terminationCheck)) {
            log.info("Building model %s: %s", modelId, estimate.summary());
            BuildReport report = build(modelId, settings, workers, progress);
            ModelLog.write(database, report, settings);
            Assortments.forget(database);
            log.info("Built model %s: %d edges from %d purchases", modelId, report.edges(), report.purchases());
            return report;
        } finally {
            BuildRegistry.leave(database);
        }
    }

    private BuildReport build(String modelId, BuildSettings settings, Workers workers, BuildProgress progress) {
        long start = System.nanoTime();
        // What was held for the former model would only take the memory that this one needs.
        FactsMemory.forget(database);
        ProductMarks marks;
        try (Transaction transaction = database.beginTx()) {
            marks = ProductMarks.read(transaction);
        }
        Facts facts = Facts.read(
                database,
                marks.products(),
                settings.scope(),
                settings.families().contains(Family.ALSO_VIEWED),
                workers);
        long readMillis = millisSince(start);
        ModelLearner learner = new ModelLearner(facts, settings, workers, progress);
        EdgeWriter writer = new EdgeWriter(database, workers, progress);
        List<FamilyReport> reports = new ArrayList<>();
        for (Family family : settings.families()) {
            reports.add(buildFamily(facts, family, learner, writer));
        }
        Purchases purchases = facts.purchases();
        double meanStars = new SalesWriter(database, workers).write(facts, settings);
        new StampWriter(database, marks).write(workers::checkTermination, progress);
        if (settings.scope().orders()) {
            FactsMemory.keep(database, new HeldFacts(modelId, settings.scope(), purchases, marks));
        }
        Attributes attributes = facts.catalogue().attributes();
        return new BuildReport(
                modelId,
                ZonedDateTime.now(ZoneOffset.UTC),
                purchases.purchases(),
                purchases.products().size(),
                purchases.histories().count(),
                purchases.orders().count(),
                purchases.cutHistories(),
                facts.visits().count(),
                attributes.skipped().length,
                facts.catalogue().skipped().stream()
                        .map(Catalogue.Skipped::toString)
                        .toList(),
                attributes.boundedProducts(),
                meanStars,
                readMillis,
                List.copyOf(reports));
    }

    private static FamilyReport buildFamily(Facts facts, Family family, ModelLearner learner, EdgeWriter writer) {
        LearnedFamily learned = learner.learn(family);
        long writeStart = System.nanoTime();
        EdgeWriter.Written written = writer.write(facts, family, learned);
        return new FamilyReport(
                family,
                learned.products(),
                learned.rowEdges() + learned.inheritedEdges(),
                learned.inheritedEdges(),
                written.rows(),
                written.created(),
                written.updated(),
                written.deleted(),
                learned.learnMillis(),
                learned.ridgeMillis(),
                millisSince(writeStart));
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
