package org.cartograph.service.recommendation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.Questions;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.NotReady;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why is this product on that page, or why not? For people, who can wait; a snapshot would have nothing to say. */
@RestController
@RequestMapping(path = "/v1/explanations", produces = MediaType.APPLICATION_JSON_VALUE)
final class Explanations {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ShopDatabase database;
    private final Questions questions;

    Explanations(ShopDatabase database, Questions questions) {
        this.database = database;
        this.questions = questions;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ExplanationAnswer explain(@RequestBody ExplanationRequest asked) {
        Map<String, Object> request = new LinkedHashMap<>(asked.request().asParameter());
        request.put("context", asked.request().context());
        Duration budget = asked.request().budget(PATIENCE);
        try {
            return questions.ask(
                    budget, () -> ShopExplanation.of(request, asked.productId(), database, questions.patience(budget)));
        } catch (DatabaseAway away) {
            throw new NotReady("Nothing can be explained while the database is away; try again in a moment.");
        }
    }
}
