package org.cartograph.load.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartograph.load.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionCallback;

final class ProductWriterTest {

    private static final Attribute RED = new Attribute("color", "red");
    private static final Attribute BLUE = new Attribute("color", "blue");
    private static final Attribute MUGS = new Attribute(Attribute.CATEGORY, "Mugs");

    @BeforeEach
    void wipe() {
        TestDatabase.wiped();
    }

    @Test
    void keepsWhatALaterWordInTheSameListDoesNotMention() {
        long created = inTransaction(transaction -> ProductWriter.write(
                transaction,
                List.of(mug(Map.of("price", 5.0, "stock", 1L), RED, MUGS), mug(Map.of("stock", 7L), BLUE))));

        assertThat(created).isEqualTo(1);
        assertThat(TestDatabase.value("MATCH (p:Product) RETURN [p.price, p.stock]"))
                .isEqualTo(List.of(5.0, 7L));
        assertThat(TestDatabase.value("MATCH (:Product)-[:HAS]->(a) WITH a ORDER BY a.value RETURN collect(a.value)"))
                .isEqualTo(List.of("Mugs", "blue"));
    }

    @Test
    void setsTheStockOfTheProductsItKnows() {
        TestDatabase.rows("CREATE (:Product {id: 'mug', stock: 1}), (:Product {id: 'tea', stock: 1})");
        Map<String, @Nullable Long> stocks = new HashMap<>(Map.of("mug", 9L, "unicorn", 3L));
        stocks.put("tea", null);

        Set<String> known = inTransaction(transaction -> ProductWriter.stock(transaction, stocks));

        assertThat(known).containsExactlyInAnyOrder("mug", "tea");
        assertThat(TestDatabase.value("MATCH (p:Product) WITH p ORDER BY p.id RETURN collect([p.id, p.stock])"))
                .hasToString("[[mug, 9], [tea, null]]");
    }

    private static Product mug(Map<String, @Nullable Object> facts, Attribute... attributes) {
        Set<Attribute> has = Set.of(attributes);
        return new Product("mug", facts, has, has.stream().map(Attribute::key).collect(Collectors.toSet()), null);
    }

    private static <T> T inTransaction(TransactionCallback<T> work) {
        try (Session session = TestDatabase.driver().session()) {
            return session.executeWrite(work);
        }
    }
}
