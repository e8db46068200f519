package org.cartograph.procedure;

import java.util.Map;
import org.cartograph.evaluate.TuningStep;
import org.neo4j.procedure.Description;

/** One thing that tuning tried. */
public record TuningRow(
        @Description("The task by whose figure it was judged")
        String task,

        @Description("The parameters that were changed, by their path, and to what; empty at the beginning of a task")
        Map<String, Object> tried,

        @Description("The figure; of personal it is the sum over all and new")
        String metric,

        @Description("Its value on the validation slice") double value,

        @Description("Lower end of the 95 % interval") double low,

        @Description("Upper end of the 95 % interval") double high,

        @Description("Orders that it was judged by") long samples,

        @Description("Whether it was better than the best before and took its place")
        boolean kept,

        @Description("Seconds since tuning began") double seconds,

        @Description("A word to the reader, mostly empty") String note) {

    static TuningRow of(TuningStep step) {
        return new TuningRow(
                step.task(),
                step.tried(),
                step.metric(),
                step.estimate().value(),
                step.estimate().low(),
                step.estimate().high(),
                step.estimate().samples(),
                step.kept(),
                step.seconds(),
                step.note());
    }
}
