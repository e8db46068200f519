package org.cartograph.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cartograph.service.recommendation.Exposure;
import org.junit.jupiter.api.Test;

final class RecentExposuresTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Exposure ANN = new Exposure("boxes", "big", "ann");
    private static final Exposure BOB = new Exposure("boxes", "big", "bob");
    private static final Exposure CID = new Exposure("boxes", "small", "cid");

    @Test
    void knowsWhatWasHandedIn() {
        RecentExposures recent = new RecentExposures(10);

        assertThat(recent.isNew(ANN, NOW)).isTrue();
        assertThat(recent.isNew(BOB, NOW)).isTrue();
        assertThat(recent.isNew(ANN, NOW.plusSeconds(1))).isFalse();
        assertThat(recent.isNew(ANN, NOW.plus(Duration.ofMinutes(11)))).isFalse();
    }

    @Test
    void forgetsAfterTwoPeriods() {
        RecentExposures recent = new RecentExposures(10);
        recent.isNew(ANN, NOW);
        recent.isNew(BOB, NOW.plus(Duration.ofMinutes(11)));

        assertThat(recent.isNew(ANN, NOW.plus(Duration.ofMinutes(22)))).isTrue();
        assertThat(recent.isNew(BOB, NOW.plus(Duration.ofMinutes(22)))).isFalse();
    }

    @Test
    void remembersNoMoreThanItMay() {
        RecentExposures recent = new RecentExposures(1);
        recent.isNew(ANN, NOW);
        recent.isNew(BOB, NOW);
        recent.isNew(CID, NOW);

        assertThat(recent.isNew(ANN, NOW)).isTrue();
    }

    @Test
    void doesNotKnowWhatItWasToldToForget() {
        RecentExposures recent = new RecentExposures(10);
        recent.isNew(ANN, NOW);
        recent.forget(ANN);

        assertThat(recent.isNew(ANN, NOW)).isTrue();
    }

    @Test
    void doesNotKnowItAlsoWhenThatWasSaidLate() {
        RecentExposures recent = new RecentExposures(10);
        recent.isNew(ANN, NOW);
        recent.isNew(BOB, NOW.plus(Duration.ofMinutes(11)));
        recent.forget(ANN);

        assertThat(recent.isNew(ANN, NOW.plus(Duration.ofMinutes(11)))).isTrue();
    }
}
