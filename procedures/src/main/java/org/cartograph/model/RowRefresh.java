package org.cartograph.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cartograph.facts.CatchUp;
import org.cartograph.facts.Facts;
import org.cartograph.facts.HeldFacts;
import org.cartograph.graph.Family;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.RowCache;
import org.cartograph.graph.Transactions;
import org.cartograph.similarity.ColdStart;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;

/**
 * Computes the rows of products that are due and writes them, some products a transaction, each with all its families
 * and the note of what they were computed from.
 */
final class RowRefresh {
    private static final int PRODUCTS_A_TRANSACTION = 20;
    /** Rows that are ready do not wait longer for others. */
    private static final long WAIT_NANOS = 500_000_000;

    private final GraphDatabaseService database;
    private final HeldFacts held;
    private final Facts facts;
    private final BuildProgress progress;
    private final BuildSettings parameters;
    private final double meanStars;
    private @Nullable ProductCounters counters;
    private final List<DueEdges> ready = new ArrayList<>();
    private EdgeWriter.Written written = EdgeWriter.Written.NOTHING;
    private long refreshed;
    private long learnNanos;
    private long writeNanos;

    /** @param meanStars mean rating of the shop, when a build last looked */
    RowRefresh(
            GraphDatabaseService database,
            HeldFacts held,
            BuildSettings parameters,
            double meanStars,
            BuildProgress progress) {
        this.database = database;
        this.held = held;
        this.facts = Facts.of(held.purchases());
        this.meanStars = meanStars;
        this.parameters = parameters;
        this.progress = progress;
    }

    private record DueEdges(int product, Map<Family, ColdStart.Blend> families) {}

    /**
     * Refreshes products in this order, until the time is over or somebody else wants to write.
     *
     * @return why not all of them, or null
     */
    @Nullable
    String run(List<DueProducts.Due> due, Instant deadline, Runnable terminationCheck) {
        progress.begin("refreshing", due.size());
        int[] products = due.stream().mapToInt(DueProducts.Due::product).toArray();
        RefreshedEdges edges = new RefreshedEdges(database, facts, parameters, products, terminationCheck);
        long lastWritten = System.nanoTime();
        try {
            for (DueProducts.Due each : due) {
                terminationCheck.run();
                if (progress.isUnwanted() || !Instant.now().isBefore(deadline)) {
                    write();
                    return "The rest comes next time: "
                            + (progress.isUnwanted() ? "a build is about to run." : "`maxSeconds` are over.");
                }
                ready.add(compute(edges, each));
                if (ready.size() == PRODUCTS_A_TRANSACTION || System.nanoTime() - lastWritten > WAIT_NANOS) {
                    write();
                    lastWritten = System.nanoTime();
                }
            }
            write();
            return null;
        } catch (NotFoundException deletedMeanwhile) {
            return "The rest comes next time: a product was deleted meanwhile.";
        }
    }

    private DueEdges compute(RefreshedEdges edges, DueProducts.Due due) {
        long start = System.nanoTime();
        Map<Family, ColdStart.Blend> families = new EnumMap<>(Family.class);
        for (Family family : parameters.families()) {
            // Visits are read by builds alone, and what a product is does not change by being bought.
            if (family != Family.ALSO_VIEWED && (family != Family.SIMILAR || due.described())) {
                families.put(family, edges.of(family, due.product()));
            }
        }
        learnNanos += System.nanoTime() - start;
        return new DueEdges(due.product(), families);
    }

    private ProductCounters counters() {
        ProductCounters known = counters;
        if (known == null) {
            known = new ProductCounters(facts, parameters, meanStars);
            counters = known;
        }
        return known;
    }

    private void write() {
        long start = System.nanoTime();
        EdgeWriter.Written[] ofBatch = {EdgeWriter.Written.NOTHING};
        Transactions.write(database, transaction -> {
            ofBatch[0] = EdgeWriter.Written.NOTHING;
            for (DueEdges product : ready) {
                product.families()
                        .forEach((family, edges) -> ofBatch[0] = ofBatch[0].plus(
                                EdgeWriter.writeIfChanged(transaction, facts, family, product.product(), edges)));
                Node node =
                        NodeIds.node(transaction, facts.purchases().products().nodes()[product.product()]);
                counters().write(node, product.product());
                RowStamp.write(
                        node,
                        held.marks().lines()[product.product()],
                        held.marks().changedAt()[product.product()]);
            }
        });
        RowCache.written(database);
        written = written.plus(ofBatch[0]);
        refreshed += ready.size();
        progress.advance(ready.size());
        ready.clear();
        writeNanos += System.nanoTime() - start;
    }

    RefreshReport report(
            String modelId, CatchUp.CaughtUp caughtUp, int due, long catchUpMillis, @Nullable String message) {
        return new RefreshReport(
                modelId,
                ZonedDateTime.now(ZoneOffset.UTC),
                caughtUp.customers(),
                caughtUp.changedProducts(),
                due,
                refreshed,
                written.rows(),
                written.created(),
                written.updated(),
                written.deleted(),
                catchUpMillis,
                learnNanos / 1_000_000,
                writeNanos / 1_000_000,
                held.bytes(),
                message);
    }
}
