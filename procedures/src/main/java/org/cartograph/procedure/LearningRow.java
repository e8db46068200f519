package org.cartograph.procedure;

import org.cartograph.feedback.learning.Learning;
import org.neo4j.procedure.Description;

/** What a round of learning did. */
public record LearningRow(
        @Description("Recommendations from which something was learned")
        long recommendations,

        @Description("Offers in them of which something was new")
        long outcomes,

        @Description("Recommendations that are left for the next time")
        long remaining,

        @Description("Time it took, in milliseconds") long tookMs) {

    static LearningRow of(Learning.Report report, long tookMs) {
        return new LearningRow(report.recommendations(), report.outcomes(), report.remaining(), tookMs);
    }
}
