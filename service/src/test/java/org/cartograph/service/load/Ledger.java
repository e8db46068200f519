package org.cartograph.service.load;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What a shop was promised: the ids of all that was acknowledged. */
final class Ledger {

    private final Set<String> behaviour = ConcurrentHashMap.newKeySet();
    private final Set<String> lines = ConcurrentHashMap.newKeySet();
    private final Set<String> clicks = ConcurrentHashMap.newKeySet();
    private final List<String> rejections = new CopyOnWriteArrayList<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong repetitions = new AtomicLong();

    void behaviour(List<String> ids) {
        behaviour.addAll(ids);
    }

    /** An order of these products, one line each. */
    void order(String id, List<String> products) {
        products.forEach(product -> lines.add(id + " " + product));
    }

    /** The one click of a visitor on this product, so that the two name the click. */
    void click(String visitor, String product) {
        clicks.add(visitor + " " + product);
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

    /** An order and a product each. */
    Set<String> lines() {
        return lines;
    }

    /** A visitor and a product each. */
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
