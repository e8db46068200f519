package org.cartograph.service.load;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What a shop was promised: the ids of all that was acknowledged. */
final class Ledger {

    private final Set<String> behaviour = ConcurrentHashMap.newKeySet();
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final Set<String> clicks = ConcurrentHashMap.newKeySet();
    private final List<String> rejections = new CopyOnWriteArrayList<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong repetitions = new AtomicLong();

    void behaviour(List<String> ids) {
        behaviour.addAll(ids);
    }

    void order(String id) {
        orders.add(id);
    }

    void click(String recommendation) {
        clicks.add(recommendation);
    }

    void rejected(String reasons) {
        rejections.add(reasons);
    }

    void acknowledged() {
        requests.incrementAndGet();
    }

    void repeated() {
        repetitions.incrementAndGet();
    }

    Set<String> behaviour() {
        return behaviour;
    }

    Set<String> orders() {
        return orders;
    }

    Set<String> clicks() {
        return clicks;
    }

    List<String> rejections() {
        return rejections;
    }

    /** Requests that were acknowledged. */
    long requests() {
        return requests.get();
    }

    /** Times a request was sent once more. */
    long repetitions() {
        return repetitions.get();
    }
}
