package org.cartograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which products a load marks with {@code changedAt}, for a model that would not notice otherwise. */
final class ChangedProductsTest {

    private static final String WITH_VERSION =
            "order_id,customer_id,ordered_at,product_id,quantity,unit_price,updated_at,status";
    private static final String PRODUCTS = "product_id,name,category,color,price,stock";

    @TempDir
    private Path directory;

    private ShopFiles shop;

    @BeforeEach
    void openAShop() {
        TestDatabase.wiped();
        shop = new ShopFiles(directory);
        shop.products(PRODUCTS, "mug,Red mug,Mugs,red,9.5,7", "tea,Black tea,Drinks,black,4,7", "pot,Pot,Pots,,30,7")
                .ordersWithHeader(
                        WITH_VERSION,
                        "o1,ann,2026-01-02,mug,1,9.5,2026-01-02,paid",
                        "o1,ann,2026-01-02,tea,1,4,2026-01-02,paid",
                        "o2,bob,2026-01-02,tea,1,4,2026-01-02,paid")
                .load();
    }

    @Test
    void marksNothingInAFirstLoad() {
        assertThat(marked()).isEmpty();
    }

    @Test
    void marksNothingWhenTheSameComesAgain() {
        shop.load();

        assertThat(marked()).isEmpty();
    }

    @Test
    void marksNothingForANewOrder() {
        shop.ordersWithHeader(WITH_VERSION, "o3,ann,2026-01-05,mug,1,9.5,2026-01-05,paid")
                .load();

        assertThat(marked()).isEmpty();
    }

    @Test
    void marksWhatWasInAnOrderThatComesAgainInANewerVersion() {
        shop.ordersWithHeader(WITH_VERSION, "o1,ann,2026-01-02,pot,1,30,2026-01-05,paid")
                .load();

        assertThat(marked()).containsExactly("mug", "tea");
    }

    @Test
    void marksWhatWasInACancelledOrder() {
        shop.ordersWithHeader(WITH_VERSION, "o2,bob,2026-01-02,tea,1,4,2026-01-05,cancelled")
                .load();

        assertThat(marked()).containsExactly("tea");
    }

    @Test
    void marksAnotherPriceButNotAnotherStock() {
        shop.products(PRODUCTS, "mug,Red mug,Mugs,red,9.9,7", "tea,Black tea,Drinks,black,4,3")
                .load();

        assertThat(marked()).containsExactly("mug");
    }

    @Test
    void marksAnAttributeThatCameOrWent() {
        shop.products(PRODUCTS, "mug,Red mug,Mugs,,9.5,7", "tea,Black tea,Drinks,black,4,7", "pot,Pot,Pots,blue,30,7")
                .load();

        assertThat(marked()).containsExactly("mug", "pot");
    }

    @Test
    void marksAProductThatWasOnlyKnownFromOrders() {
        shop.ordersWithHeader(WITH_VERSION, "o3,ann,2026-01-05,cup,1,9.5,2026-01-05,paid")
                .load();
        assertThat(marked()).isEmpty();

        shop.products(PRODUCTS, "cup,Blue cup,Mugs,blue,5,7").load();

        assertThat(marked()).containsExactly("cup");
    }

    @Test
    void marksWhatWasSentBackOnce() {
        shop.returns("order_id,customer_id,returned_at,product_id", "o1,ann,2026-01-09,mug")
                .load();
        Object first = TestDatabase.value("MATCH (p:Product {id: 'mug'}) RETURN p.changedAt");

        shop.load();

        assertThat(marked()).containsExactly("mug");
        assertThat(TestDatabase.value("MATCH (p:Product {id: 'mug'}) RETURN p.changedAt"))
                .isEqualTo(first);
    }

    private static List<String> marked() {
        return TestDatabase.rows("MATCH (p:Product) WHERE p.changedAt IS NOT NULL RETURN p.id AS id ORDER BY id")
                .stream()
                .map(row -> (String) row.get("id"))
                .toList();
    }
}
