package org.cartograph.merchandise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.cartograph.graph.NodeIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Transaction;

/** Rules and picks as they lie in the graph. */
class RuleBookTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @BeforeEach
    void open() {
        CornerShop.open();
    }

    @Test
    void readsEveryPropertyOfARule() {
        TestDatabase.rows("CREATE (:Rule {name: 'tea weeks', action: 'boost', products: ['tea', 'honey'], "
                + "`attributes.category`: ['drinks'], contexts: ['home'], placements: ['for-you'], factor: 2.5, "
                + "from: datetime('2026-06-01T12:00:00Z'), until: datetime('2026-07-01T00:00:00Z'), note: 'for Ada'})");

        assertThat(read().rules()).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("tea weeks");
            assertThat(rule.action()).isEqualTo(Action.BOOST);
            assertThat(rule.selector().products()).containsExactly("tea", "honey");
            assertThat(rule.selector().attributes()).containsOnlyKeys("category");
            assertThat(rule.contexts()).containsExactly("home");
            assertThat(rule.placements()).containsExactly("for-you");
            assertThat(rule.factor()).isEqualTo(2.5);
            assertThat(rule.period()).isEqualTo(new Period(NOW, Instant.parse("2026-07-01T00:00:00Z")));
            assertThat(rule.note()).isEqualTo("for Ada");
        });
    }

    @Test
    void takesAMarginsPriorityForItsFactor() {
        TestDatabase.rows("CREATE (:Rule {name: 'm', action: 'margin', priority: 0.5, floor: 2})");

        assertThat(read().rules()).singleElement().satisfies(rule -> {
            assertThat(rule.factor()).isEqualTo(0.5);
            assertThat(rule.floor()).isEqualTo(2);
        });
    }

    @Test
    void overlooksANodeThatSaysNoAction() {
        TestDatabase.rows("CREATE (:Rule {name: 'of somebody else', support: 0.5})");

        assertThat(read().of("home", "for-you", NOW).isEmpty()).isTrue();
    }

    @Test
    void seesWhatTheTransactionItselfChanged() {
        try (Transaction transaction = TestDatabase.begin()) {
            RuleBooks.lock(transaction);
            transaction
                    .execute("CREATE (:Rule {name: 'h', action: 'hide', products: ['tea']})")
                    .close();
            assertThat(RuleBook.read(transaction).rules()).hasSize(1);
        }

        assertThat(read().rules()).isEmpty();
    }

    @Test
    void readsTheRulesAgainWhenTheEditionIsNew() {
        for (int at = 1; at <= 3; at++) {
            int number = at;
            try (Transaction transaction = TestDatabase.begin()) {
                RuleBooks.lock(transaction);
                transaction
                        .execute(
                                "CREATE (:Rule {name: 'h' + $n, action: 'hide', products: ['tea']})",
                                Map.of("n", number))
                        .close();
                transaction.commit();
            }
            assertThat(read().rules()).hasSize(number);
        }
    }

    @Test
    void keepsTheRulesWhileTheEditionIsTheSame() {
        try (Transaction transaction = TestDatabase.begin()) {
            RuleBooks.lock(transaction);
            transaction.commit();
        }
        RuleBook first = read();

        assertThat(read()).isSameAs(first);
    }

    @Test
    void letsOneOfTwoWhoPinTheSameRankAtOnceHaveIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            CornerShop.open();
            ExecutorService people = Executors.newFixedThreadPool(4);
            AtomicInteger refused = new AtomicInteger();
            for (String product : List.of("tea", "jam", "milk", "honey")) {
                people.execute(() -> {
                    try {
                        TestDatabase.rows(
                                "CALL cartograph.rule.set($id, {action: 'pin', products: [$id], rank: 1})",
                                Map.of("id", product));
                    } catch (QueryExecutionException taken) {
                        assertThat(taken).hasMessageContaining("`rank` must be free");
                        refused.incrementAndGet();
                    }
                });
            }
            people.shutdown();
            assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

            assertThat(read().of("home", "for-you", NOW).pins()).hasSize(1);
            assertThat(refused).hasValue(3);
        }
    }

    @Test
    void listsThePicksOfAPageInTheirOrder() {
        picks("{name: 'b', contexts: ['home']}", "tea", "honey");
        picks("{name: 'a'}", "sled", "tea");
        picks("{name: 'elsewhere', contexts: ['cart']}", "jam");
        picks("{name: 'over', until: datetime('2026-06-01T12:00:00Z')}", "jam");
        picks("{name: 'later', from: datetime('2026-06-01T12:00:01Z')}", "jam");

        assertThat(picked("home")).containsExactly("sled", "tea", "honey");
        assertThat(picked("product")).containsExactly("sled", "tea");
    }

    private static RuleBook read() {
        try (Transaction transaction = TestDatabase.begin()) {
            return RuleBook.read(transaction);
        }
    }

    private static List<String> picked(String context) {
        try (Transaction transaction = TestDatabase.begin()) {
            return StaffPicks.products(transaction, context, NOW).stream()
                    .map(product ->
                            String.valueOf(NodeIds.node(transaction, product).getProperty("id")))
                    .toList();
        }
    }

    private static void picks(String list, String... products) {
        TestDatabase.rows(
                "CREATE (s:StaffPicks " + list + ") WITH s UNWIND range(0, size($products) - 1) AS at "
                        + "MATCH (p:Product {id: $products[at]}) CREATE (s)-[:PICKS {rank: at + 1}]->(p)",
                Map.of("products", List.of(products)));
    }
}
