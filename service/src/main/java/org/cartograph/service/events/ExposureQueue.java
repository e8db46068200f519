package org.cartograph.service.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cartograph.service.recommendation.Exposure;
import org.cartograph.service.recommendation.Exposures;
import org.cartograph.service.recommendation.RecommendationRequest;
import org.cartograph.service.writing.GroupCommit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Hands exposures in behind the answers' backs: once per experiment and visitor, and again if there was no room. */
@Component
final class ExposureQueue implements Exposures {

    private static final int REMEMBERED = 100_000;

    private final Predicate<Map<String, Object>> queue;
    private final RecentExposures recent = new RecentExposures(REMEMBERED);
    private final Counter dropped;

    @Autowired
    ExposureQueue(GroupCommit writing, MeterRegistry meters) {
        this(inTheSharedTransactionsOf(writing), meters);
    }

    /** Hands exposures to this queue, which says whether it had room. */
    ExposureQueue(Predicate<Map<String, Object>> queue, MeterRegistry meters) {
        this.queue = queue;
        this.dropped = Counter.builder("cartograph.exposures.dropped")
                .description("Exposures for which the queue had no room; the visitor's next answer tries again")
                .register(meters);
    }

    private static Predicate<Map<String, Object>> inTheSharedTransactionsOf(GroupCommit writing) {
        ExposureBatch batch = new ExposureBatch();
        return exposure -> writing.enqueue(batch, List.of(exposure));
    }

    @Override
    public void note(List<Exposure> exposures, RecommendationRequest request, Instant at) {
        for (Exposure exposure : exposures) {
            if (recent.isNew(exposure, at) && !enqueued(parameter(exposure, request, at))) {
                recent.forget(exposure);
                dropped.increment();
            }
        }
    }

    private boolean enqueued(Map<String, Object> exposure) {
        try {
            return queue.test(exposure);
        } catch (RuntimeException closed) {
            return false; // an answer does not fail because its exposure cannot be kept
        }
    }

    private static Map<String, Object> parameter(Exposure exposure, RecommendationRequest request, Instant at) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("experiment", exposure.experiment());
        parameter.put("variant", exposure.variant());
        parameter.put("unit", exposure.unit());
        if (request.customerId() != null) {
            parameter.put("customerId", request.customerId());
        }
        if (request.visitorId() != null) {
            parameter.put("visitorId", request.visitorId());
        }
        parameter.put("at", at.atZone(ZoneOffset.UTC));
        return parameter;
    }
}
