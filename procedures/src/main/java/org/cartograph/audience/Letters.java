package org.cartograph.audience;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.placement.RecommendSettings;
import org.cartograph.recommend.Answer;
import org.cartograph.recommend.Recommender;
import org.cartograph.recommend.Request;
import org.cartograph.shop.LiveShop;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** Fills the placements of a letter as those of a page, without exploring: the same run twice writes the same letters. */
final class Letters {
    private final GraphDatabaseService database;
    private final Transaction transaction;
    private final AudienceSettings settings;
    private final RecommendSettings pages;

    /** @throws IllegalArgumentException when there is no such context, or no such placement on it */
    Letters(
            GraphDatabaseService database,
            Transaction transaction,
            AudienceSettings settings,
            RecommendSettings pages) {
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
        this.pages = pages;
        pages.placements(settings.context(), settings.placements());
    }

    /** The boxes for a customer. */
    List<Answer.Box> boxes(String customerId, List<String> cause) {
        Map<String, Object> request = new HashMap<>();
        request.put("customerId", customerId);
        request.put("placements", settings.placements());
        request.put("products", settings.kind().startsFromTheCause() ? cause : List.of());
        request.put("limit", settings.items());
        request.put("locale", settings.locale());
        request.put("explore", false);
        // A shop of its own for everybody, so that no more than one person's rows are in memory.
        return new Recommender(new LiveShop(database, transaction), pages)
                .answer(Request.of(settings.context(), request, pages))
                .boxes();
    }
}
