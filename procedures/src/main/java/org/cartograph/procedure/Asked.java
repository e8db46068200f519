package org.cartograph.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cartograph.experiment.Treatment;
import org.cartograph.experiment.Treatments;
import org.cartograph.experiment.Visitor;
import org.cartograph.placement.CurrentSettings;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.recommend.Answer;
import org.cartograph.recommend.Explainer;
import org.cartograph.recommend.Explanation;
import org.cartograph.recommend.Recommender;
import org.cartograph.recommend.Request;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;

/**
 * A request with what the running experiments make of it.
 *
 * <p>It is checked against the shop's own pages first, so that nobody is refused because of the variant that he is in.
 */
record Asked(Request request, Treatment treatment) {
    static Asked of(Transaction transaction, String context, @Nullable Map<String, Object> request) {
        RecommendSettings current = CurrentSettings.read(transaction);
        return of(transaction, Request.of(context, request, current), current, request);
    }

    static Asked withContext(Transaction transaction, @Nullable Map<String, Object> request) {
        RecommendSettings current = CurrentSettings.read(transaction);
        return of(transaction, Request.withContext(request, current), current, request);
    }

    @SuppressWarnings("ReferenceEquality")
    private static Asked of(
            Transaction transaction, Request parsed, RecommendSettings current, @Nullable Map<String, Object> request) {
        Visitor visitor = new Visitor(parsed.customerId(), parsed.visitorId(), parsed.sessionId());
        Treatment treatment = new Treatments(transaction, current).of(parsed.context(), visitor, parsed.variant());
        boolean namesBoxes = request != null && request.get("placements") instanceof List<?> names && !names.isEmpty();
        return new Asked(
                treatment.settings() == current ? parsed : parsed.by(treatment.settings(), namesBoxes), treatment);
    }

    Answer answer(Shop shop) {
        Recommender recommender = new Recommender(shop, treatment.settings());
        return treatment.holdout() ? recommender.withhold(request) : recommender.answer(request);
    }

    Stream<Explanation> explain(Shop shop, String productId) {
        Stream<Explanation> explanations =
                new Explainer(shop, treatment.settings()).explain(request, productId).stream();
        return treatment.holdout()
                ? explanations.map(one -> one.withheld("the visitor is held out by " + treatment.variant()))
                : explanations;
    }
}
