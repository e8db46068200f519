package org.cartograph.service.load;

import java.time.Duration;
import java.util.Map;
import org.cartograph.service.database.Questions;
import org.cartograph.service.database.ShopDatabase;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The least that an answer from the database can cost: the same way through the service, with nothing asked. */
@RestController
final class ReturnOne {

    /** Among the addresses that the service's door knows: at any other nobody is let in. */
    static final String PATH = "/actuator/return-one";

    private final Questions questions;
    private final ShopDatabase database;

    ReturnOne(Questions questions, ShopDatabase database) {
        this.questions = questions;
        this.database = database;
    }

    @GetMapping(PATH)
    Map<String, Long> one() {
        Duration budget = questions.standardBudget();
        return questions.ask(
                budget,
                () -> database.read(
                        "RETURN 1 AS one",
                        Map.of(),
                        budget,
                        rows -> Map.of("one", rows.get(0).get("one").asLong())));
    }
}
