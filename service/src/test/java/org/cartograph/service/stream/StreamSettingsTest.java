package org.cartograph.service.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.cartograph.service.stream.StreamSettings.Topics;
import org.junit.jupiter.api.Test;

final class StreamSettingsTest {

    private static final Topics ALL = new Topics("orders", "products", "events");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static StreamSettings settings(Topics topics, String deadLetters, int records, Duration retry) {
        return new StreamSettings(true, topics, deadLetters, "shop", records, retry, SECOND);
    }

    @Test
    void readsTheTopicsThatHaveAName() {
        assertThat(settings(new Topics("orders", "", "events"), ".bad", 1, SECOND)
                        .topicsRead())
                .containsExactly(
                        new Topic("orders", "orders", "orders.bad", "shop-orders"),
                        new Topic("events", "events", "events.bad", "shop-events"));
    }

    @Test
    void refusesToReadNothing() {
        assertThatThrownBy(() -> settings(new Topics("", "", ""), ".bad", 1, SECOND))
                .isInstanceOf(CannotStart.class)
                .hasMessage("One of `cartograph.kafka.topics.orders`, `.products` and `.events` must be given, because "
                        + "`cartograph.kafka.enabled` is true.");
    }

    @Test
    void refusesToReadItsOwnDeadLetters() {
        assertThatThrownBy(() -> settings(new Topics("a", "a.bad", ""), ".bad", 1, SECOND))
                .hasMessage(
                        "`cartograph.kafka.topics` must be different topics, also from dead-letter topics, but were a, "
                                + "a.bad, a.bad, a.bad.bad.");
    }

    @Test
    void refusesANameThatNoTopicHas() {
        assertThatThrownBy(() -> settings(new Topics("new orders", "", ""), ".bad", 1, SECOND))
                .hasMessage(
                        "`cartograph.kafka.topics` must be of at most 249 letters, digits, `.`, `_` and `-`, but was "
                                + "\"new orders\".");
        assertThatThrownBy(() -> settings(ALL, "", 1, SECOND))
                .hasMessageStartingWith("`cartograph.kafka.dead-letters` must be of");
    }

    @Test
    void refusesNoRecordsAndNoPause() {
        assertThatThrownBy(() -> settings(ALL, ".bad", 0, SECOND))
                .hasMessage("`cartograph.kafka.records` must be between 1 and 10000, but was 0.");
        assertThatThrownBy(() -> settings(ALL, ".bad", 1, Duration.ZERO))
                .hasMessage("`cartograph.kafka.retry` must be between 100ms and 60s, but was 0ms.");
    }
}
