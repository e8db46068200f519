package org.cartograph.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.TestDatabase;
import org.cartograph.graph.GraphModel;
import org.cartograph.graph.NodeIds;
import org.cartograph.graph.ProductFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Honey is the one product that moves from shelf to shelf here. */
class TraitsCacheTest {
    private final AtomicLong clock = new AtomicLong();
    private final TraitsCache cache = new TraitsCache(1 << 20, clock::get);

    @BeforeEach
    void open() {
        CornerShop.open();
        assertThat(categories()).containsExactly("breakfast");
    }

    @Test
    void keepsWhatNobodyMarkedForAMinute() {
        rows("MATCH (c:Category {value: 'breakfast'}) SET c.value = 'morning'");

        clock.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(categories()).containsExactly("breakfast");
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(categories()).containsExactly("morning");
    }

    @Test
    void seesANewAttributeAtOnce() {
        rows("MATCH (p:Product {id: 'honey'}), (c:Category {value: 'drinks'}) CREATE (p)-[:HAS]->(c)");

        assertThat(categories()).containsExactlyInAnyOrder("breakfast", "drinks");
    }

    @Test
    void seesAMarkAtOnce() {
        move("datetime()");

        assertThat(categories()).containsExactly("drinks");
    }

    @Test
    void takesNoProductForOneThatWasDeletedAndHadItsNumber() {
        try (Transaction transaction = TestDatabase.begin()) {
            Node honey = transaction.findNode(GraphModel.PRODUCT, "id", "honey");
            Node tea = transaction.findNode(GraphModel.PRODUCT, "id", "tea");

            assertThat(cache.of(7, honey, ProductFacts.readIdAndMark(honey)).attributes())
                    .containsEntry("category", List.of("breakfast"));
            assertThat(cache.of(7, tea, ProductFacts.readIdAndMark(tea)).attributes())
                    .containsEntry("category", List.of("drinks"));
        }
    }

    @Test
    void keepsNothingThatWasMarkedAMomentAgo() {
        move("datetime()");
        assertThat(categories()).containsExactly("drinks");
        rows("MATCH (c:Category {value: 'drinks'}) SET c.value = 'beverages'");

        assertThat(categories()).containsExactly("beverages");
    }

    @Test
    void keepsWhatWasMarkedAWhileAgo() {
        move("datetime() - duration({minutes: 1})");
        assertThat(categories()).containsExactly("drinks");
        rows("MATCH (c:Category {value: 'drinks'}) SET c.value = 'beverages'");

        assertThat(categories()).containsExactly("drinks");
    }

    @Test
    void doesNotGiveToOthersWhatIsNotCommitted() {
        try (Transaction transaction = TestDatabase.begin()) {
            transaction
                    .execute("MATCH (p:Product {id: 'honey'}), (c:Category {value: 'drinks'}) CREATE (p)-[:HAS]->(c)")
                    .close();
            assertThat(categories(transaction)).hasSize(2);
            transaction.rollback();
        }

        assertThat(categories()).containsExactly("breakfast");
    }

    private static void move(String changedAt) {
        rows("MATCH (p:Product {id: 'honey'})-[has:HAS]->(), (c:Category {value: 'drinks'}) "
                + "DELETE has CREATE (p)-[:HAS]->(c) SET p.changedAt = " + changedAt);
    }

    private List<String> categories() {
        try (Transaction transaction = TestDatabase.begin()) {
            return categories(transaction);
        }
    }

    private List<String> categories(Transaction transaction) {
        Node honey = transaction.findNode(GraphModel.PRODUCT, "id", "honey");
        return cache.of(NodeIds.of(honey), honey, ProductFacts.readIdAndMark(honey))
                .attributes()
                .getOrDefault("category", List.of());
    }
}
