package org.cartograph.procedure;

import org.cartograph.evaluate.Result;
import org.neo4j.procedure.Description;

/** One figure of an evaluation. */
public record EvaluationRow(
        @Description("basket, next30, personal or cold") String task,

        @Description("all; personal: also new and repeat; cold: also warm")
        String segment,

        @Description("What ranked the products") String method,

        @Description(
                "HR@k, MRR@k, NDCG@k, Precision@k, Recall@k, coverage@k, diversity@k, novelty@k, longTail@k, relevance@k")
        String metric,

        @Description("The mean over test orders") double value,

        @Description("Lower end of the 95 % interval") double low,

        @Description("Upper end of the 95 % interval") double high,

        @Description("Test orders") long samples) {

    static EvaluationRow of(Result result) {
        return new EvaluationRow(
                result.task(),
                result.segment(),
                result.method(),
                result.metric(),
                result.estimate().value(),
                result.estimate().low(),
                result.estimate().high(),
                result.estimate().samples());
    }
}
