package org.cartograph.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.evaluate.Evaluation;
import org.cartograph.evaluate.EvaluationSettings;
import org.cartograph.evaluate.Tuning;
import org.cartograph.evaluate.TuningSettings;
import org.cartograph.graph.ShopParameters;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.logging.Log;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** How good recommendations are, on the shop's own orders: {@code cartograph.evaluate} and {@code cartograph.tune}. */
public final class EvaluationProcedures {
    private static final String EVALUATE = "tasks (list of basket, next30, personal, cold; all), methods (list of "
            + "cartograph, cartograph+rules, cartograph without new products, popularity, category; all), splitAt (share of "
            + "the orders that trains, 0.8, or a datetime), k (10), mostSamples (test orders of a task; all), seed (of "
            + "their draw; 0), parameters (a map as for cartograph.model.build, and recommend; the shop's own), threads "
            + "(one per core)";

    private static final String TUNE =
            "tasks (list of basket, next30, personal, cold by whose figures parameters are judged; all), "
                    + "maxSeconds (600), dryRun (only report; false), splitAt (share of the orders, from "
                    + "the oldest, that may be looked at; 0.8, so that an evaluation's test part stays unseen), mostSamples (test "
                    + "orders of a task; 10000), seed (of their draw; 0), threads (one per core)";

    @Context
    public GraphDatabaseService database;

    @Context
    public TerminationGuard guard;

    @Context
    public Log log;

    /** Tunes. */
    @Procedure(name = "cartograph.tune", mode = Mode.WRITE)
    @Description(
            "Finds the shop's own parameters on a validation slice of its older orders, stores them and says what it "
                    + "tried. The next cartograph.model.build uses them; recommending does at once.")
    public Stream<TuningRow> tune(
            @Name(value = "config", defaultValue = "{}", description = TUNE) Map<String, Object> config) {
        TuningSettings settings = TuningSettings.of(config);
        return new Tuning(database, log)
                .run(settings, ShopParameters.read(database), guard::check).stream()
                        .map(TuningRow::of);
    }

    /** Evaluates. */
    @Procedure(name = "cartograph.evaluate", mode = Mode.READ)
    @Description(
            "Learns from the older orders, asks about the newer ones and says how often the answer was right, beside "
                    + "simple methods in the same run. Changes nothing.")
    public Stream<EvaluationRow> evaluate(
            @Name(value = "config", defaultValue = "{}", description = EVALUATE) Map<String, Object> config) {
        EvaluationSettings settings = EvaluationSettings.of(config);
        return new Evaluation(database, log)
                .run(settings, ShopParameters.read(database), guard::check).stream()
                        .map(EvaluationRow::of);
    }
}
