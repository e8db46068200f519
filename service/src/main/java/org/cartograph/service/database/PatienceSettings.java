package org.cartograph.service.database;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the service may wait for the database: {@code cartograph.recommendation.*}.
 *
 * @param budget      time an answer may take when the request says nothing, 5 ms to 10 s; a question that the database
 *                    has not answered by then counts as a failure, whatever the request's own budget
 * @param concurrency questions asked at once, 1 to 1,000; four times as many may queue, more are answered from the
 *                    snapshot at once; of pages at most a quarter of them may have a larger budget than
 *                    this, of other questions at most half
 * @param pause       time the database is left alone at most after it failed, before one question tries it again; it begins
 *                    with 100 ms and doubles
 * @param grace       time for which a question that is late, and has counted as a failure, is still let end by itself, so
 *                    that its connection is kept; 0 to 10 s; at most half of the concurrency may be late at once, the
 *                    others are given up as soon as they are late
 */
@ConfigurationProperties("cartograph.recommendation")
public record PatienceSettings(
        @DefaultValue("150ms") Duration budget,
        @DefaultValue("32") int concurrency,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("2s") Duration grace) {

    public PatienceSettings {
        if (budget.toMillis() < 5 || budget.toMillis() > 10_000) {
            throw new CannotStart("`cartograph.recommendation.budget` must be between 5ms and 10s, but was "
                    + budget.toMillis() + "ms.");
        }
        if (concurrency < 1 || concurrency > 1_000) {
            throw new CannotStart(
                    "`cartograph.recommendation.concurrency` must be between 1 and 1000, but was " + concurrency + ".");
        }
        if (pause.toMillis() < 10) {
            throw new CannotStart(
                    "`cartograph.recommendation.pause` must be at least 10ms, but was " + pause.toMillis() + "ms.");
        }
        if (grace.isNegative() || grace.toMillis() > 10_000) {
            throw new CannotStart(
                    "`cartograph.recommendation.grace` must be between 0 and 10s, but was " + grace.toMillis() + "ms.");
        }
    }
}
