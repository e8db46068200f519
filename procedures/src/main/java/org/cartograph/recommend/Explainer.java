package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.cartograph.graph.ProductFacts;
import org.cartograph.placement.Placement;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.settings.Shown;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/** Answers a request as the recommender does, and says of one product what became of it in every box. */
public final class Explainer {
    private static final int MOST_CLUES = 25;
    private static final int EVERY_REASON = 10;

    private final Shop shop;
    private final RecommendSettings settings;

    /** An explainer for one shop at one moment. */
    public Explainer(Shop shop, RecommendSettings settings) {
        this.shop = shop;
        this.settings = settings;
    }

    /**
     * Explains one product.
     *
     * @return one for each box of the request
     * @throws IllegalArgumentException when there is no such product
     */
    public List<Explanation> explain(Request request, @Nullable String productId) {
        OptionalLong product = productId == null ? OptionalLong.empty() : shop.product(productId);
        if (product.isEmpty()) {
            throw new IllegalArgumentException("`productId` must be the id of a product in the graph, but there is none"
                    + " with " + Shown.of(productId) + ".");
        }
        Page page = new Page(shop, settings, request);
        List<Explanation> explanations = new ArrayList<>();
        for (Placement placement : request.placements()) {
            explanations.add(explain(page, placement, product.getAsLong()));
        }
        return explanations;
    }

    private Explanation explain(Page page, Placement placement, long product) {
        Box box = new Box(page, placement);
        String objection = box.objection(product);
        Answer.Box filled = box.fill();
        Optional<Item> item =
                filled.items().stream().filter(one -> one.product() == product).findFirst();
        Contender contender = box.scored(product);
        double scale = box.best() > 0 ? box.best() : Math.max(contender.score(), 1e-300);
        List<Candidate.Evidence> evidence = box.evidence(product);
        return new Explanation(
                placement.name(),
                filled.title(),
                item.isPresent(),
                item.map(Item::rank).orElse(null),
                item.map(Item::fallback).orElse(false),
                contender.score() / scale,
                parts(contender, evidence, scale),
                item.isPresent() ? List.of() : exclusions(box, filled, contender, objection, product),
                item.filter(Item::fallback).map(Item::reasons).orElseGet(() -> reasons(page, product, evidence)),
                evidence.stream()
                        .limit(MOST_CLUES)
                        .map(one -> new Explanation.Clue(one.signal(), one.anchor()))
                        .toList());
    }

    private static List<Reason> reasons(Page page, long product, List<Candidate.Evidence> evidence) {
        return evidence.stream()
                .limit(EVERY_REASON)
                .map(one -> page.reasons().of(product, one))
                .toList();
    }

    private List<Explanation.Part> parts(Contender contender, List<Candidate.Evidence> evidence, double scale) {
        List<Explanation.Part> parts = new ArrayList<>();
        for (Candidate.Evidence one : evidence) {
            String via = one.anchor() == Lead.NOWHERE ? null : id(one.anchor());
            parts.add(new Explanation.Part(one.signal().key(), via, null, null, one.share() / scale));
        }
        for (Contender.Change change : contender.changes()) {
            parts.add(
                    new Explanation.Part(change.stage(), null, change.rule(), change.factor(), change.adds() / scale));
        }
        return parts;
    }

    private String id(long product) {
        ProductFacts facts = shop.facts(product);
        return facts.id();
    }

    private static List<String> exclusions(
            Box box, Answer.Box filled, Contender contender, @Nullable String objection, long product) {
        List<String> exclusions = new ArrayList<>();
        if (objection != null) {
            exclusions.add("not recommended: " + objection);
        }
        String misfit = box.misfit(product);
        if (misfit != null) {
            exclusions.add("not recommended: " + misfit);
        }
        if (exclusions.isEmpty()) {
            exclusions.add(contender.blend() == 0 ? "nothing leads to it from here" : outranked(filled));
        }
        return exclusions;
    }

    private static String outranked(Answer.Box filled) {
        double least = filled.items().stream()
                .filter(item -> !item.fallback())
                .mapToDouble(Item::score)
                .min()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "outranked, or too much like others in the box: the last place has a score of %.3f",
                least);
    }
}
