package org.cartograph.service.recommendation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.Questions;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.NotReady;
import org.springframework.stereotype.Component;

/**
 * The database's answer when it comes within the budget, else the last resort's.
 *
 * <p>Before the first model is built the database answers with bestsellers: these are passed on, as {@code degraded}.
 */
@Component
public final class Recommender {

    /** Kept back from a budget for everything around the question: a tenth of it, at most this. */
    private static final Duration MARGIN = Duration.ofMillis(10);

    private final ShopDatabase database;
    private final Questions questions;
    private final LastResort lastResort;

    Recommender(ShopDatabase database, Questions questions, LastResort lastResort) {
        this.database = database;
        this.questions = questions;
        this.lastResort = lastResort;
    }

    /**
     * Answers within the request's budget, whatever happens to the database.
     *
     * @throws NotReady before there is a database or a snapshot to answer from
     * @throws org.cartograph.service.problem.InvalidRequest when the request is refused
     */
    public RecommendationAnswer recommend(RecommendationRequest request) {
        long asked = System.nanoTime();
        Optional<ShopAnswer> answer = ask(request);
        if (answer.filter(said -> said.modelBuiltAt() != null || !said.offersNothing())
                .isPresent()) {
            return fromShop(answer.get(), asked);
        }
        return lastResort
                .offer(request)
                .map(offer -> fromLastResort(offer, request, asked))
                .orElseThrow(() -> new NotReady(
                        "The service is not ready: it has not seen the shop yet, and answers once it has."));
    }

    private Optional<ShopAnswer> ask(RecommendationRequest request) {
        Duration budget = request.budget(questions.standardBudget());
        Duration margin = MARGIN.compareTo(budget.dividedBy(10)) < 0 ? MARGIN : budget.dividedBy(10);
        try {
            return Optional.of(questions.ask(
                    budget.minus(margin), () -> ShopAnswer.to(request, database, questions.patience(budget))));
        } catch (DatabaseAway away) {
            return Optional.empty();
        }
    }

    private static RecommendationAnswer fromShop(ShopAnswer answer, long asked) {
        boolean degraded = answer.modelBuiltAt() == null;
        return new RecommendationAnswer(
                newId(),
                answer.modelBuiltAt(),
                millisSince(asked),
                degraded,
                answer.missing(),
                answer.variant(),
                answer.placements());
    }

    private static RecommendationAnswer fromLastResort(
            LastResort.Offer offer, RecommendationRequest request, long asked) {
        return new RecommendationAnswer(
                newId(),
                offer.modelBuiltAt(),
                millisSince(asked),
                true,
                List.of(),
                request.variant(),
                offer.placements());
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
