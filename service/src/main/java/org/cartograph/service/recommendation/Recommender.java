package org.cartograph.service.recommendation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.Questions;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.NotReady;
import org.cartograph.service.token.Tokens;
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
    private final Exposures exposures;
    private final Tokens tokens;
    private final PageFigures figures;

    Recommender(
            ShopDatabase database,
            Questions questions,
            LastResort lastResort,
            Exposures exposures,
            Tokens tokens,
            PageFigures figures) {
        this.database = database;
        this.questions = questions;
        this.lastResort = lastResort;
        this.exposures = exposures;
        this.tokens = tokens;
        this.figures = figures;
    }

    /**
     * Answers within the request's budget, whatever happens to the database.
     *
     * @param cached whether a cache may keep the answer
     * @throws NotReady before there is a database or a snapshot to answer from
     * @throws org.cartograph.service.problem.InvalidRequest when the request is refused
     */
    public RecommendationAnswer recommend(RecommendationRequest request, boolean cached) {
        long asked = System.nanoTime();
        Optional<ShopAnswer> shop = ask(request);
        if (shop.filter(Recommender::saysSomething).isPresent()) {
            RecommendationAnswer answer = fromShop(shop.get(), request, cached, asked);
            figures.fromShop(shop.get(), request, System.nanoTime() - asked);
            return answer;
        }
        if (shop.isPresent()) {
            figures.withoutTheShop(PageFigures.EMPTY);
        }
        RecommendationAnswer answer = lastResort
                .offer(request)
                .map(offer -> fromLastResort(offer, request, asked))
                .orElseThrow(() -> new NotReady(
                        "The service is not ready: it has not seen the shop yet, and answers once it has."));
        figures.fromLastResort(answer, request, System.nanoTime() - asked);
        return answer;
    }

    /** An experiment may want nothing to be shown; else empty boxes mean that no model is there. */
    private static boolean saysSomething(ShopAnswer answer) {
        return answer.modelBuiltAt() != null
                || !answer.offersNothing()
                || !answer.experiments().isEmpty();
    }

    private Optional<ShopAnswer> ask(RecommendationRequest request) {
        Duration budget = request.budget(questions.standardBudget());
        Duration margin = MARGIN.compareTo(budget.dividedBy(10)) < 0 ? MARGIN : budget.dividedBy(10);
        try {
            return Optional.of(questions.askForPage(
                    budget.minus(margin), () -> ShopAnswer.to(request, database, questions.patience(budget))));
        } catch (DatabaseAway away) {
            figures.withoutTheShop(away.reason().word());
            return Optional.empty();
        }
    }

    private RecommendationAnswer fromShop(
            ShopAnswer answer, RecommendationRequest request, boolean cached, long asked) {
        Instant now = Instant.now();
        Receipt receipt = Receipt.of(answer, request, cached && !request.isPersonal());
        if (!answer.experiments().isEmpty()) {
            exposures.note(answer.experiments(), request, now);
        }
        return new RecommendationAnswer(
                tokens.sign(receipt.token(now)),
                answer.modelBuiltAt(),
                millisSince(asked),
                receipt.degraded(),
                answer.missing(),
                answer.variant(),
                answer.placements());
    }

    private RecommendationAnswer fromLastResort(LastResort.Offer offer, RecommendationRequest request, long asked) {
        return new RecommendationAnswer(
                tokens.sign(Receipt.of(offer, request).token(Instant.now())),
                offer.modelBuiltAt(),
                millisSince(asked),
                true,
                List.of(),
                request.variant(),
                offer.placements());
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
