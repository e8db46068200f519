package org.cartograph.service.writing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an operator sees of writing: {@code cartograph.writing.*} of the metrics, and a line when it fails or is back. */
@Component
final class WritingMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(WritingMetrics.class);

    private static final String REJECTED = "rejected";

    private final MeterRegistry registry;
    private final Timer groups;
    private String lastFailure = "";

    WritingMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.groups = Timer.builder("cartograph.writing.groups")
                .description("Transactions that write for several requests, with all repetitions")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void watch(WaitingRequests waiting) {
        Gauge.builder("cartograph.writing.queue", waiting, WaitingRequests::items)
                .description("Items that wait to be written")
                .register(registry);
    }

    void time(Runnable group) {
        groups.record(group);
    }

    /** A counter that appears with its first item hides that item from whoever asks for a rate. */
    void expect(Batch<?> kind) {
        count(kind, "accepted", 0);
        count(kind, REJECTED, 0);
    }

    /** Counts items that could not be read, or that say what cannot be: nothing of them was tried. */
    void refused(Batch<?> kind, int items) {
        count(kind, REJECTED, items);
    }

    /** Counts items by kind and by what became of them; the unconfirmed may have been written or not. */
    void count(Batch<?> kind, List<Written> settled, int unconfirmed) {
        settled.forEach(
                outcome -> count(kind, outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT), 1));
        if (unconfirmed > 0) {
            count(kind, "unconfirmed", unconfirmed);
        }
    }

    private void count(Batch<?> kind, String outcome, int items) {
        registry.counter("cartograph.writing.items", "kind", kind.name(), "outcome", outcome)
                .increment(items);
    }

    /** Says once what is wrong, without the failure's own words, which may hold a customer's id. */
    void failed(RuntimeException failure) {
        String name = failure.getClass().getSimpleName();
        if (!name.equals(lastFailure)) {
            LOG.warn("Nothing can be written ({}); callers are asked to send again", name);
        }
        lastFailure = name;
    }

    void worked() {
        if (!lastFailure.isEmpty()) {
            LOG.info("Writing works again");
        }
        lastFailure = "";
    }
}
