package org.cartograph.feedback;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;

/**
 * Writes a group of events: each is checked before any is written, then the people and recommendations of all of them are
 * locked, then one after the other is written. A rejected event leaves nothing and spoils no other.
 */
public final class Recording {
    private final Transaction transaction;
    private final FeedbackSettings settings;
    private final Instant now;
    private final Shoppers shoppers;
    private final Products products;

    /** A recording in the caller's transaction. */
    public Recording(Transaction transaction, FeedbackSettings settings, Instant now) {
        this.transaction = transaction;
        this.settings = settings;
        this.now = now;
        this.shoppers = new Shoppers(transaction);
        this.products = new Products(transaction);
    }

    /**
     * Writes events.
     *
     * @param events as {@code cartograph.feedback.record} gets them
     * @param recommendations what the events say they came from
     * @return one verdict for each event, in their order
     */
    public List<Verdict> record(
            @Nullable List<Map<String, Object>> events, @Nullable List<Map<String, Object>> recommendations) {
        Checks checks = new Checks(settings, now, shoppers, products);
        checks.read(recommendations);
        Map<Integer, Checked> sound = new TreeMap<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Map<String, Object> sent : events == null ? List.<Map<String, Object>>of() : events) {
            Verdict verdict = Verdict.ACCEPTED;
            try {
                sound.put(verdicts.size(), checks.check(sent));
            } catch (IllegalArgumentException wrong) {
                verdict = Verdict.rejected(String.valueOf(wrong.getMessage()));
            }
            verdicts.add(verdict);
        }
        if (!sound.isEmpty()) {
            EventWriter writer = writer(sound.values());
            sound.forEach((index, event) -> verdicts.set(index, writer.write(event)));
        }
        return verdicts;
    }

    private EventWriter writer(Iterable<Checked> sound) {
        Set<String> people = new HashSet<>();
        SortedMap<String, Recommended> answers = new TreeMap<>();
        SortedSet<String> texts = new TreeSet<>();
        for (Checked checked : sound) {
            if (checked.shopper() != null && checked.event().type() != EventType.REFUND) {
                people.add(checked.shopper());
            }
            if (checked.line() != null) {
                people.add(String.valueOf(checked.line().getStartNode().getProperty("id", "")));
            }
            String answer = checked.recommendation();
            if (answer != null && checked.recommended() != null) {
                answers.put(answer, checked.recommended());
            }
            if (checked.event().query() != null && checked.event().type() == EventType.SEARCH) {
                texts.add(checked.event().query());
            }
        }
        FactWriter facts = new FactWriter(transaction);
        var nodes = new HashMap<>(shoppers.locked(people));
        var locked = new AnswerNodes(transaction, products).locked(answers);
        facts.searchable(texts);
        return new EventWriter(nodes, locked, facts, new SaleEvents(transaction, settings), now.atZone(ZoneOffset.UTC));
    }
}
