package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cartograph.graph.ProductFacts;
import org.cartograph.merchandise.Acted;
import org.cartograph.merchandise.Rules;
import org.cartograph.placement.Placement;
import org.jspecify.annotations.Nullable;

/**
 * Fills one box: candidates → exclusions → score → rules → diversify → explore → fill → explain.
 *
 * <p>Only the best candidates that may be offered go through the stages: {@value #DEPTH} or four times the box, because
 * every look at a product costs time and what comes after them is not worth it.
 */
final class Box {
    private static final int DEPTH = 30;
    private static final int DEPTH_OF_SIZE = 4;
    /** What a rule lifts may stand far below. */
    private static final int DEPTH_WITH_RULES = 200;

    static final String RULE = "rule";

    private final Page page;
    private final Placement placement;
    private final int size;
    private final Candidates candidates;
    private final Substitutes substitutes;
    private final Rules rules;
    private final Response response;
    private final Map<Long, Contender> contenders = new HashMap<>();
    private final Set<Long> explored = new LinkedHashSet<>();
    private final List<Item> items = new ArrayList<>();
    private double best;
    private boolean keepsItsWord;

    Box(Page page, Placement placement) {
        this.page = page;
        this.placement = placement;
        this.size = page.request().sizeOf(placement);
        this.candidates = Candidates.of(
                page.shop(),
                page.settings(),
                placement,
                page.anchors(),
                page.request().context());
        this.rules = page.rules(placement.name());
        this.response = new Response(page.shop(), placement, page.anchors().of(placement.start()));
        this.substitutes = new Substitutes(page.shop(), page.anchors().of(placement.start()));
    }

    /** Fills it, and keeps what it shows from the boxes after it. */
    Answer.Box fill() {
        page.exclusions().beginBox(rules);
        if (placement.offers() == Placement.Offers.WHAT_IS_LACKING) {
            page.anchors().habits().ownedForGood().forEach(page.exclusions()::avoid);
        }
        List<Contender> pool = pool();
        Pins pins = Pins.of(rules, page.shop(), this, pool, size);
        pool.removeAll(pins.contenders());
        Mixture mixture = new Mixture(
                page.shop(),
                placement.stages().diversity(),
                size,
                page.request().filter().asksForBrands());
        for (Contender pinned : pins.contenders()) {
            mixture.add(pinned.product());
            page.exclusions().take(pinned.product(), placement.name());
        }
        List<Contender> chosen = mixture.choose(pool, size - pins.contenders().size());
        Exploring exploring = new Exploring(page.shop(), page.request(), placement);
        explore(exploring, chosen, pool, mixture);
        best = Stream.concat(chosen.stream(), pins.contenders().stream())
                .mapToDouble(Contender::score)
                .max()
                .orElse(0);
        for (Contender contender : chosen) {
            items.add(shown(contender));
            page.exclusions().take(contender.product(), placement.name());
        }
        fallBack(mixture, pins.contenders().size());
        pins.placeInto(items, this::shown);
        for (int at = 0; at < items.size(); at++) {
            items.set(at, items.get(at).at(at + 1));
        }
        swapTheFirst(exploring, pins);
        return new Answer.Box(placement.name(), title(), List.copyOf(items));
    }

    /** A box without any of what it is about does not claim what its name says. */
    private String title() {
        return keepsItsWord ? page.title(placement) : page.wording().say("title.fallback");
    }

    /** The best candidates that may be offered, with what the stages make of their scores. */
    private List<Contender> pool() {
        int depth = Math.max(rules.multiply() ? DEPTH_WITH_RULES : DEPTH, DEPTH_OF_SIZE * size);
        List<Contender> pool = new ArrayList<>(depth);
        for (Candidate next = candidates.next(); next != null && pool.size() < depth; next = candidates.next()) {
            if (belongs(next.product())) {
                Contender contender = new Contender(next.product(), next.score());
                contenders.put(next.product(), contender);
                pool.add(contender);
            }
        }
        response.expect(pool, size);
        pool.forEach(this::score);
        pool.sort(null);
        return pool;
    }

    private void score(Contender contender) {
        page.taste().adjust(contender, placement.stages().taste());
        page.returns().adjust(contender, placement.stages().returns());
        page.fatigue().adjust(contender, placement.stages().fatigue());
        response.adjust(contender);
        if (rules.multiply()) {
            ProductFacts facts = page.shop().facts(contender.product());
            for (Acted acted : rules.acting(
                    facts.id(),
                    () -> page.shop().traits(contender.product()).attributes(),
                    facts.price(),
                    facts.margin())) {
                contender.multiply(RULE, acted.rule().name(), acted.factor());
            }
        }
    }

    /** Whether a product may be shown here; what a merchandiser pins need not fit otherwise. */
    boolean allows(long product) {
        return page.exclusions().allow(product);
    }

    private boolean belongs(long product) {
        if (!page.exclusions().allow(product) || unfit(product) != null) {
            return false;
        }
        if (page.fatigue().rests(product, placement.stages().fatigue())) {
            page.exclusions().avoid(product);
            return false;
        }
        return true;
    }

    /** Why a candidate does not fit this box, or null. */
    @Nullable
    String unfit(long product) {
        return switch (placement.offers()) {
            case NEW_RELEASES -> page.isNew().test(product) ? null : "not released within the last 30 days";
            case COMPLEMENTS ->
                substitutes.standsIn(product, candidates)
                        ? "it would stand in for one of the page's products, of whose category people buy one"
                        : null;
            default -> null;
        };
    }

    private void explore(Exploring exploring, List<Contender> chosen, List<Contender> pool, Mixture mixture) {
        int places = Math.min(exploring.places(size), chosen.size() - 1);
        if (places > 0 && pool.size() > chosen.size()) {
            List<Contender> others = new ArrayList<>(pool);
            others.removeAll(chosen);
            List<Contender> order = exploring.order(others, response, page.isNew());
            mixture.replaceLast(chosen, order, places).forEach(one -> explored.add(one.product()));
        }
    }

    /** In a share of the answers, the first changes places with another; what a merchandiser pinned stays. */
    private void swapTheFirst(Exploring exploring, Pins pins) {
        int rank = exploring.swapsWith(items.size());
        if (rank > 1) {
            Item first = items.get(0);
            Item other = items.get(rank - 1);
            if (!pins.hold(first.product()) && !pins.hold(other.product())) {
                items.set(0, other.movedTo(1));
                items.set(rank - 1, first.movedTo(rank));
            }
        }
    }

    private Item shown(Contender contender) {
        long product = contender.product();
        List<Candidate.Evidence> evidence = candidates.evidence(product);
        keepsItsWord = keepsItsWord || evidence.stream().anyMatch(one -> placement.isAbout(one.signal()));
        List<Reason> why = evidence.isEmpty()
                ? List.of(page.reasons().pinned())
                : page.reasons().of(product, evidence, page.request().explain());
        return item(product, best > 0 ? contender.score() / best : 0, false, why);
    }

    /** An item; its place is known when the box is full. */
    private Item item(long product, double score, boolean fallback, List<Reason> why) {
        return new Item(
                product,
                page.shop().facts(product),
                0,
                0,
                score,
                why.get(0).type(),
                fallback,
                explored.contains(product),
                why);
    }

    private void fallBack(Mixture mixture, int pinned) {
        Fill fill = new Fill(page, mixture);
        List<Anchor> from = page.anchors().of(placement.start());
        Map<Long, Reason> fallbacks = fill.of(from, size - items.size() - pinned);
        if (items.isEmpty() && fallbacks.isEmpty() && pinned == 0) {
            fallbacks = fill.lastResort(size);
        }
        fallbacks.forEach((product, why) -> {
            items.add(item(product, 0, true, List.of(why)));
            page.exclusions().take(product, placement.name());
        });
    }

    /** Why a product must not be in this box, before it is filled; null when it may. */
    @Nullable
    String objection(long product) {
        page.exclusions().beginBox(rules);
        return page.exclusions().objection(product);
    }

    /** Why a product does not fit this box at this moment, though it may stand on the page; null when it does. */
    @Nullable
    String misfit(long product) {
        if (page.exclusions().avoids(product)) {
            return page.fatigue().rests(product, placement.stages().fatigue())
                    ? "it rests: it was shown too often without a click"
                    : "the customer bought it before, and has it for good";
        }
        return unfit(product);
    }

    /** What a product's score is made of, whether it was shown or not. */
    Contender scored(long product) {
        Contender known = contenders.get(product);
        if (known != null) {
            return known;
        }
        Contender contender = new Contender(product, candidates.score(product));
        if (contender.blend() > 0) {
            score(contender);
        }
        contenders.put(product, contender);
        return contender;
    }

    /** What speaks for a product, strongest first. */
    List<Candidate.Evidence> evidence(long product) {
        return candidates.evidence(product);
    }

    /** The best score in the box, to which all are relative; 0 when the model brought nothing. */
    double best() {
        return best;
    }
}
