package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.placement.Placement;
import org.jspecify.annotations.Nullable;

/**
 * Fills one box: candidates → exclusions → score → diversify → explore → fill → explain.
 *
 * <p>Only the best candidates that may be offered go through the stages: {@value #DEPTH} or four times the box, because
 * every look at a product costs time and what comes after them is not worth it.
 */
final class Box {
    private static final int DEPTH = 30;
    private static final int DEPTH_OF_SIZE = 4;

    private final Page page;
    private final Placement placement;
    private final int size;
    private final Candidates candidates;
    private final Substitutes substitutes;
    private final Map<Long, Contender> contenders = new HashMap<>();
    private final Set<Long> explored = new LinkedHashSet<>();
    private final List<Item> items = new ArrayList<>();
    private double best;

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
        this.substitutes = new Substitutes(page.shop(), page.anchors().of(placement.start()));
    }

    /** Fills it, and keeps what it shows from the boxes after it. */
    Answer.Box fill() {
        page.exclusions().beginBox();
        if (placement.offers() == Placement.Offers.WHAT_IS_LACKING) {
            page.anchors().habits().ownedForGood().forEach(page.exclusions()::avoid);
        }
        List<Contender> pool = pool();
        Mixture mixture = new Mixture(
                page.shop(),
                placement.stages().diversity(),
                size,
                page.request().filter().asksForBrands());
        List<Contender> chosen = mixture.choose(pool, size);
        explore(chosen, pool, mixture);
        best = chosen.stream().mapToDouble(Contender::score).max().orElse(0);
        for (Contender contender : chosen) {
            show(contender);
        }
        fallBack(mixture);
        boolean allFallbacks = items.stream().allMatch(Item::fallback);
        return new Answer.Box(placement.name(), title(allFallbacks), List.copyOf(items));
    }

    /** A box that the model knew nothing for does not claim what its name says. */
    private String title(boolean allFallbacks) {
        String own = placement.title();
        if (allFallbacks) {
            return page.wording().say("title.fallback");
        }
        return own == null ? page.wording().say("title." + placement.name()) : own;
    }

    /** The best candidates that may be offered, with what the stages make of their scores. */
    private List<Contender> pool() {
        int depth = Math.max(DEPTH, DEPTH_OF_SIZE * size);
        List<Contender> pool = new ArrayList<>(depth);
        for (Candidate next = candidates.next(); next != null && pool.size() < depth; next = candidates.next()) {
            if (belongs(next.product())) {
                Contender contender = new Contender(next.product(), next.score());
                score(contender);
                contenders.put(next.product(), contender);
                pool.add(contender);
            }
        }
        pool.sort(null);
        return pool;
    }

    private void score(Contender contender) {
        page.taste().adjust(contender, placement.stages().taste());
        page.returns().adjust(contender, placement.stages().returns());
        page.fatigue().adjust(contender, placement.stages().fatigue());
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

    private void explore(List<Contender> chosen, List<Contender> pool, Mixture mixture) {
        Exploring exploring = new Exploring(page.shop(), page.request(), placement);
        int places = Math.min(exploring.places(size), chosen.size() - 1);
        if (places > 0 && pool.size() > chosen.size()) {
            List<Contender> others = new ArrayList<>(pool);
            others.removeAll(chosen);
            List<Contender> order =
                    exploring.order(others, page.anchors().of(placement.start()), placement.name(), page.isNew());
            mixture.replaceLast(chosen, order, places).forEach(one -> explored.add(one.product()));
        }
        if (chosen.size() > 1 && exploring.swaps()) {
            Contender first = chosen.set(0, chosen.get(1));
            chosen.set(1, first);
            explored.add(first.product());
            explored.add(chosen.get(0).product());
        }
    }

    private void show(Contender contender) {
        long product = contender.product();
        List<Reason> why = page.reasons()
                .of(product, candidates.evidence(product), page.request().explain());
        add(product, contender.score() / best, false, why);
    }

    private void add(long product, double score, boolean fallback, List<Reason> why) {
        items.add(new Item(
                product,
                page.shop().facts(product),
                items.size() + 1,
                score,
                why.get(0).type(),
                fallback,
                explored.contains(product),
                why));
        page.exclusions().take(product, placement.name());
    }

    private void fallBack(Mixture mixture) {
        Fill fill = new Fill(page, mixture);
        List<Anchor> from = page.anchors().of(placement.start());
        Map<Long, Reason> fallbacks = fill.of(from, size - items.size());
        if (items.isEmpty() && fallbacks.isEmpty()) {
            fallbacks = fill.lastResort(size);
        }
        fallbacks.forEach((product, why) -> add(product, 0, true, List.of(why)));
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
