package org.cartograph.service.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.cartograph.service.problem.TooMuchToWrite;
import org.cartograph.service.recommendation.Exposure;
import org.cartograph.service.recommendation.Exposures;
import org.cartograph.service.recommendation.RecommendationRequest;
import org.cartograph.service.writing.GroupCommit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hands exposures in behind the answers' backs: once per experiment and visitor, and again with the visitor's next answer
 * where one was lost.
 */
@Component
final class ExposureQueue implements Exposures {

    private static final int REMEMBERED = 100_000;

    private final Function<Map<String, Object>, CompletableFuture<?>> queue;
    private final RecentExposures recent = new RecentExposures(REMEMBERED);
    private final Counter refused;
    private final Counter unconfirmed;

    @Autowired
    ExposureQueue(GroupCommit writing, MeterRegistry meters) {
        this(inTheSharedTransactionsOf(writing), meters);
    }

    /** Hands exposures to this queue, whose answer fails where one is lost. */
    ExposureQueue(Function<Map<String, Object>, CompletableFuture<?>> queue, MeterRegistry meters) {
        this.queue = queue;
        this.refused = dropped(meters, "refused");
        this.unconfirmed = dropped(meters, "unconfirmed");
    }

    private static Counter dropped(MeterRegistry meters, String reason) {
        return Counter.builder("cartograph.exposures.dropped")
                .description("Exposures that were refused because too much was to be written, or that the database did "
                        + "not confirm; the visitor's next answer hands them in again")
                .tag("reason", reason)
                .register(meters);
    }

    private static Function<Map<String, Object>, CompletableFuture<?>> inTheSharedTransactionsOf(GroupCommit writing) {
        ExposureBatch batch = new ExposureBatch();
        return exposure -> writing.enqueue(batch, List.of(exposure));
    }

    @Override
    public void note(List<Exposure> exposures, RecommendationRequest request, Instant at) {
        for (Exposure exposure : exposures) {
            if (recent.isNew(exposure, at)) {
                var unused = enqueue(parameter(exposure, request, at)).whenComplete((written, failure) -> {
                    if (failure != null) {
                        recent.forget(exposure);
                        (failure instanceof TooMuchToWrite ? refused : unconfirmed).increment();
                    }
                });
            }
        }
    }

    private CompletableFuture<?> enqueue(Map<String, Object> exposure) {
        try {
            return queue.apply(exposure);
        } catch (RuntimeException closed) {
            // An answer does not fail because its exposure cannot be kept.
            return CompletableFuture.failedFuture(closed);
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
