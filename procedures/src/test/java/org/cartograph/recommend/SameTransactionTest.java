package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.cartograph.fixture.RandomShop;
import org.cartograph.fixture.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** What can no longer be sold is gone from the very next answer, in the transaction that says so and after it. */
class SameTransactionTest {
    private static final int SHOPS = 10;
    private static final ShopTruth NOTHING_KNOWN = new ShopTruth(Map.of(), Map.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET p.stock = 0",
                "SET p.active = false",
                "SET p.availableUntil = datetime() - duration('PT1H')",
                "DETACH DELETE p"
            })
    void offersNothingThatCannotBeSoldSince(String change) {
        List<String> changed = new ArrayList<>();
        LongStream.rangeClosed(1001, 1000 + SHOPS)
                .forEach(seed -> eachPage(seed, page -> {
                    String gone = page.ids().get(0);
                    try (Transaction transaction = TestDatabase.begin()) {
                        transaction
                                .execute("MATCH (p:Product {id: $id}) " + change, Map.of("id", gone))
                                .close();
                        assertThat(ids(transaction, page)).as("%s", page).doesNotContain(gone);
                        transaction.commit();
                    }
                    assertThat(PageCase.ids(PageCase.ask(page.context(), page.request())))
                            .as("%s", page)
                            .doesNotContain(gone);
                    changed.add(gone);
                }));

        assertThat(changed).hasSizeGreaterThan(SHOPS);
    }

    private static void eachPage(long seed, Consumer<PageCase> test) {
        RandomShop shop = RandomShop.open(seed);
        RandomRequests requests = new RandomRequests(shop, RandomRequests.contexts());
        for (int request = 0; request < 4; request++) {
            String context = requests.context();
            Map<String, Object> asked = requests.request(context);
            PageCase page = new PageCase(seed, NOTHING_KNOWN, context, asked, PageCase.ask(context, asked));
            if (!page.ids().isEmpty()) {
                test.accept(page);
            }
        }
    }

    private static List<String> ids(Transaction transaction, PageCase page) {
        try (Result answer = transaction.execute(
                "CALL cartograph.answer($context, $request)",
                Map.of("context", page.context(), "request", page.request()))) {
            return PageCase.ids(answer.next());
        }
    }
}
