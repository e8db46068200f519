package org.cartograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cartograph.facts.Facts;
import org.cartograph.fixture.ShopLife;
import org.cartograph.fixture.TestDatabase;
import org.cartograph.graph.Family;
import org.cartograph.graph.NodeIds;
import org.cartograph.similarity.Row;
import org.cartograph.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.Transaction;

/** Whatever happens in a shop: a row that was refreshed is the one a full build would write. */
class RefreshedRowsTest {
    private static final int DAYS = 60;
    private static final String SMALL =
            "{families: ['BOUGHT_TOGETHER', 'BOUGHT_NEXT', 'ALSO_BOUGHT'], neighbours: 5, ridgeNeighbours: 8, "
                    + "lambda: 2, longestHistory: 6, coldStart: {kappa: 0}}";

    private static final String DUE = """
            MATCH (p:Product)
            WITH p, COUNT { (p)<-[:PURCHASED]-() } AS purchases
            WHERE p.purchases IS NULL
               OR abs(purchases - p.purchases) > 1 AND abs(purchases - p.purchases) > 0.05 * p.purchases
               OR coalesce(p.changedAt <> p.changedAtSeen, p.changedAt IS NOT NULL)
            RETURN p.id AS id""";

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void areThoseOfAFullBuild(long seed) {
        ShopLife shop = new ShopLife(seed, 12, 40);
        rows("CALL cartograph.model.build(" + SMALL + ")");
        List<String> happened = new ArrayList<>();
        int refreshed = 0;
        for (int day = 0; day < DAYS; day++) {
            happened.addAll(shop.live());
            Set<Object> due = due();
            Map<Object, Object> rowsAt = rowsAt();

            Map<String, Object> refresh =
                    rows("CALL cartograph.model.refresh()").get(0);

            assertThat(refresh).as("%s", happened).containsEntry("refreshedProducts", (long) due.size());
            assertThat(due()).isEmpty();
            assertRowsAreThoseOfABuild(due, happened);
            Map<Object, Object> untouched = new TreeMap<>(rowsAt);
            untouched.keySet().removeAll(due);
            assertThat(rowsAt()).containsAllEntriesOf(untouched);
            refreshed += due.size();
        }
        assertThat(refreshed).isGreaterThan(DAYS);
    }

    private static void assertRowsAreThoseOfABuild(Set<Object> due, List<String> happened) {
        BuildSettings settings = settings();
        try (Workers workers = new Workers(1, () -> {});
                Transaction transaction = TestDatabase.begin()) {
            Facts facts = Facts.read(TestDatabase.database(), settings.scope(), false, workers);
            FamilyLearner learner = new FamilyLearner(workers, new BuildProgress("test", Instant.EPOCH));
            for (Family family : settings.families()) {
                Row[] built = learner.learn(facts, family, settings).rows();
                for (int product = 0; product < built.length; product++) {
                    var node = NodeIds.node(
                            transaction, facts.purchases().products().nodes()[product]);
                    if (due.contains(node.getProperty("id"))) {
                        assertThat(RowDifference.of(
                                                transaction,
                                                node,
                                                family,
                                                built[product],
                                                facts.purchases().products())
                                        .isEmpty())
                                .as("%s of %s after %s", family, node.getProperty("id"), happened)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static BuildSettings settings() {
        try (Transaction transaction = TestDatabase.begin()) {
            return BuildSettings.of(ModelLog.newest(transaction).orElseThrow().parameters(), Map.of());
        }
    }

    private static Set<Object> due() {
        Set<Object> due = new HashSet<>();
        rows(DUE).forEach(row -> due.add(row.get("id")));
        return due;
    }

    private static Map<Object, Object> rowsAt() {
        Map<Object, Object> rowsAt = new TreeMap<>();
        rows("MATCH (p:Product) WHERE p.rowsAt IS NOT NULL RETURN p.id AS id, p.rowsAt AS at")
                .forEach(row -> rowsAt.put(row.get("id"), row.get("at")));
        return rowsAt;
    }
}
