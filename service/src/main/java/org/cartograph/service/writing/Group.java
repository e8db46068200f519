package org.cartograph.service.writing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;

/** What is written in one transaction: items of several requests, kind after kind. */
record Group(List<Share<?>> shares) {

    /** What a transaction made of a share; counts once it is committed. */
    record Outcome<I>(Share<I> share, List<Written> written) {

        void settle() {
            share.settle(written);
        }
    }

    static Group of(List<WriteRequest<?>> requests) {
        return new Group(requests.stream().<Share<?>>map(WriteRequest::whole).toList());
    }

    /** Its items. */
    int size() {
        return shares.stream().mapToInt(Share::size).sum();
    }

    /** Two smaller groups of one with two items and more: parted between requests if there are several. */
    Stream<Group> halves() {
        if (shares.size() == 1) {
            return shares.get(0).halves().map(half -> new Group(List.of(half)));
        }
        int middle = shares.size() / 2;
        return Stream.of(new Group(shares.subList(0, middle)), new Group(shares.subList(middle, shares.size())));
    }

    /** Settles a single item that cannot be written. */
    void reject(String reason) {
        shares.get(0).settle(List.of(Written.rejected(null, reason)));
    }

    /** Writes all, the kinds in their order, within a kind in the order of the requests. */
    List<Outcome<?>> write(TransactionContext transaction) {
        Map<Batch<?>, List<Share<?>>> byKind = new LinkedHashMap<>();
        shares.stream()
                .sorted(Comparator.comparingInt(share -> share.request().kind().order()))
                .forEach(share -> byKind.computeIfAbsent(share.request().kind(), kind -> new ArrayList<>())
                        .add(share));
        List<Outcome<?>> outcomes = new ArrayList<>();
        byKind.forEach((kind, ofKind) -> outcomes.addAll(write(transaction, kind, ofKind)));
        return outcomes;
    }

    private static <I> List<Outcome<I>> write(TransactionContext transaction, Batch<I> kind, List<Share<?>> ofKind) {
        @SuppressWarnings("unchecked") // a request has items of its kind
        List<Share<I>> shares = (List<Share<I>>) (List<?>) ofKind;
        List<I> items = shares.stream().flatMap(share -> share.items().stream()).toList();
        List<Written> written = kind.write(transaction, items);
        if (written.size() != items.size()) {
            throw new IllegalStateException(
                    "%s settled %d of %d items.".formatted(kind.name(), written.size(), items.size()));
        }
        List<Outcome<I>> outcomes = new ArrayList<>(shares.size());
        int from = 0;
        for (Share<I> share : shares) {
            outcomes.add(new Outcome<>(share, written.subList(from, from + share.size())));
            from += share.size();
        }
        return outcomes;
    }
}
