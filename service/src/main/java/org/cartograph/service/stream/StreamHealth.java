package org.cartograph.service.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether topics are read. No reason not to answer pages, so readiness leaves it out. */
final class StreamHealth implements HealthIndicator {

    private final Streams streams;

    StreamHealth(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        boolean read =
                streams.topics().stream().allMatch(topic -> topic.trouble().isEmpty());
        Health.Builder health = read ? Health.up() : Health.down();
        streams.topics().forEach(topic -> health.withDetail(topic.name(), details(topic)));
        return health.build();
    }

    private static Map<String, Object> details(WatchedTopic topic) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (!Double.isNaN(topic.lag())) {
            details.put("lag", (long) topic.lag());
        }
        if (!topic.trouble().isEmpty()) {
            details.put("trouble", topic.trouble());
        }
        if (!topic.waitsBecause().isEmpty()) {
            details.put("waitsBecause", topic.waitsBecause());
        }
        return details;
    }
}
