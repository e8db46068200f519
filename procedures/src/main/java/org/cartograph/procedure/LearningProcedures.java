package org.cartograph.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.feedback.learning.Learning;
import org.cartograph.feedback.learning.LearningSettings;
import org.cartograph.graph.ShopParameters;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** Learning from outcomes: {@code cartograph.feedback.learn}. */
public final class LearningProcedures {
    @Context
    public GraphDatabaseService database;

    @Context
    public Transaction transaction;

    @Context
    public TerminationGuard guard;

    /** Learns from what became of recommendations. */
    @Procedure(name = "cartograph.feedback.learn", mode = Mode.WRITE)
    @Description(
            "Learns from what became of recommendations since the last time: how often each product was looked at and "
                    + "taken (OFFERED), what each shopper has seen (SEEN), and what a place in a box does (Position). Cheap enough to "
                    + "be called every few seconds, in a transaction of its own.")
    public Stream<LearningRow> learn(
            @Name(
                            value = "config",
                            defaultValue = "{}",
                            description =
                                    "limit (recommendations at most; 10000), halfLifeDays (after which an outcome counts half; "
                                            + "60), credit {bought (1), addedToCart (0.5), clicked (0.1): what an outcome is worth}")
                    Map<String, Object> config) {
        LearningSettings settings = LearningSettings.of(config, ShopParameters.read(database));
        long start = System.nanoTime();
        Learning.Report report = new Learning(database, settings).run(transaction, guard::check);
        return Stream.of(LearningRow.of(report, (System.nanoTime() - start) / 1_000_000));
    }
}
