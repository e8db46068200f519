package org.cartograph.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.experiment.ExperimentStore;
import org.cartograph.experiment.Exposures;
import org.cartograph.experiment.report.Report;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Which variant of the recommendations does more good: {@code cartograph.experiment.*}. */
public final class ExperimentProcedures {
    private static final String NAME = "Name of the experiment: 1 to 30 letters, digits, hyphens and underscores";
    private static final String CONFIG =
            "variants (2 to 10 maps: name, share (all equal), and what it changes: recipes and contexts as "
                    + "in cartograph.context.set, parameters (historyHalfLife, repeatHalfLife, replenishment, seedRarity, "
                    + "newProductsPower, stages), or baseline: true (the shop's own rules, nothing learned), or holdout: true "
                    + "(shows nothing)), control (name of a variant; the first that changes nothing), contexts (pages it acts "
                    + "on; all), unit (customer or session; customer), share (of the units that take part, 0 to 1; 1), days (1 to 365; 14), "
                    + "conversions (of each variant, until it may be judged; 500), prePeriodDays (0 to 365; 30), sessionMinutes "
                    + "(for which a visit's order counts; 30), currency (whose amounts count; that of most orders)";
    private static final String EXPOSURES =
            "Maps with experiment, variant, unit, customerId, visitorId and at (datetime; now), as cartograph.answer "
                    + "gives them in `experiments`";

    @Context
    public Transaction transaction;

    /** Creates an experiment. */
    @Procedure(name = "cartograph.experiment.create", mode = Mode.WRITE)
    @Description(
            "Creates an experiment, or replaces one that was not started yet. Nobody meets it until it is started; a "
                    + "variant that a page could not show is refused now.")
    public Stream<ExperimentRow> create(
            @Name(value = "name", description = NAME) String name,
            @Name(value = "config", description = CONFIG) Map<String, Object> config) {
        return Stream.of(ExperimentRow.of(new ExperimentStore(transaction).create(name, config)));
    }

    /** Starts an experiment. */
    @Procedure(name = "cartograph.experiment.start", mode = Mode.WRITE)
    @Description(
            "Starts an experiment, once: from the next request on, each customer or session gets a variant and keeps "
                    + "it. At most 20 run at a time, and no two that change the same box of the same page.")
    public Stream<ExperimentRow> start(@Name(value = "name", description = NAME) String name) {
        return Stream.of(ExperimentRow.of(new ExperimentStore(transaction).start(name)));
    }

    /** Stops an experiment. */
    @Procedure(name = "cartograph.experiment.stop", mode = Mode.WRITE)
    @Description("Stops an experiment for good; its report stays, and everybody gets what the shop gives.")
    public Stream<ExperimentRow> stop(@Name(value = "name", description = NAME) String name) {
        return Stream.of(ExperimentRow.of(new ExperimentStore(transaction).stop(name)));
    }

    /** Lists experiments. */
    @Procedure(name = "cartograph.experiment.list", mode = Mode.READ)
    @Description("Lists the experiments, the newest first.")
    public Stream<ExperimentRow> list() {
        return new ExperimentStore(transaction).list().stream().map(ExperimentRow::of);
    }

    /** Reports on an experiment. */
    @Procedure(name = "cartograph.experiment.report", mode = Mode.READ)
    @Description(
            "What an experiment shows, a row for each variant: rates and revenue with their intervals, the lift over "
                    + "the control, p-values for one look and for as many as one likes, and a sentence on what to make of it.")
    public Stream<ReportRow> report(@Name(value = "name", description = NAME) String name) {
        return Report.of(transaction, new ExperimentStore(transaction).get(name)).stream()
                .map(ReportRow::of);
    }

    /** Drops an experiment. */
    @Procedure(name = "cartograph.experiment.drop", mode = Mode.WRITE)
    @Description("Drops an experiment that does not run, with what is known of who met it.")
    public Stream<MerchandiseProcedures.DroppedRow> drop(@Name(value = "name", description = NAME) String name) {
        new ExperimentStore(transaction).drop(name);
        return Stream.of(new MerchandiseProcedures.DroppedRow(name));
    }

    /** Keeps who met which variant. */
    @Procedure(name = "cartograph.experiment.expose", mode = Mode.WRITE)
    @Description(
            "Keeps who met which variant, once for each unit, also where nothing was shown: this is what everything "
                    + "is divided by in a report.")
    public Stream<ExposureRow> expose(
            @Name(value = "exposures", description = EXPOSURES) List<Map<String, Object>> exposures) {
        return new Exposures(transaction).write(exposures).stream().map(ExposureRow::of);
    }
}
