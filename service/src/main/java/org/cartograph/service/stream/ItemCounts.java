package org.cartograph.service.stream;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of a topic's items: {@code cartograph.stream.items}. */
final class ItemCounts {

    private final String topic;
    private final MeterRegistry registry;

    ItemCounts(String topic, MeterRegistry registry) {
        this.topic = topic;
        this.registry = registry;
        add(0, 0, 0); // so that they are there before anything is
    }

    /** A record that cannot be read counts as one item that was rejected. */
    void add(long accepted, long duplicates, long rejected) {
        add("accepted", accepted);
        add("duplicate", duplicates);
        add("rejected", rejected);
    }

    private void add(String outcome, long items) {
        registry.counter("cartograph.stream.items", "topic", topic, "outcome", outcome)
                .increment((double) items);
    }
}
