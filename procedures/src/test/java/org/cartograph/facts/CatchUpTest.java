package org.cartograph.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.CornerShop.buy;
import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cartograph.fixture.CornerShop;
import org.cartograph.fixture.ShopLife;
import org.cartograph.fixture.TestDatabase;
import org.cartograph.similarity.Baskets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatchUpTest {
    private static final int LONGEST_HISTORY = 6;
    private static final int DAYS = 60;

    private static CatchUp catchUp() {
        return new CatchUp(TestDatabase.database(), 2, () -> {});
    }

    private static HeldFacts read() {
        return catchUp().load("m1", LONGEST_HISTORY).facts();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void holdsWhateverHappensWhatAFreshReadWouldSee(long seed) {
        ShopLife shop = new ShopLife(seed, 12, 40);
        HeldFacts held = read();
        List<String> happened = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            happened.addAll(shop.live());

            held = catchUp().from(held).facts();

            assertThat(content(held)).as("%s", happened).isEqualTo(content(read()));
        }
    }

    @Test
    void readsNobodyWhenNothingHappened() {
        CornerShop.open();

        CatchUp.CaughtUp caughtUp = catchUp().from(read());

        assertThat(caughtUp.customers()).isZero();
        assertThat(caughtUp.changedProducts()).isZero();
        assertThat(caughtUp.whole()).isFalse();
    }

    @Test
    void readsOnlyWhoBought() {
        CornerShop.open();
        HeldFacts before = read();
        buy("dan", "o8", 70, "bread", "honey");

        CatchUp.CaughtUp caughtUp = catchUp().from(before);

        assertThat(caughtUp.customers()).isEqualTo(1);
        assertThat(caughtUp.changedProducts()).isEqualTo(2);
    }

    @Test
    void seesThatOneLeftAndAnotherBoughtTheSame() {
        CornerShop.open();
        HeldFacts before = read();
        rows("MATCH (c:Customer {id: 'guest:o7'}) DETACH DELETE c");
        buy("ann", "o8", 70, "butter", "milk");

        assertThat(content(catchUp().from(before).facts())).isEqualTo(content(read()));
    }

    @Test
    void readsEverythingWhenAProductIsGone() {
        CornerShop.open();
        HeldFacts before = read();
        rows("MATCH (p:Product {id: 'butter'}) DETACH DELETE p");

        CatchUp.CaughtUp caughtUp = catchUp().from(before);

        assertThat(caughtUp.whole()).isTrue();
        assertThat(content(caughtUp.facts())).isEqualTo(content(read()));
    }

    @Test
    void leavesTheFactsItStartedFromAsTheyWere() {
        CornerShop.open();
        HeldFacts before = read();
        List<Object> content = content(before);
        buy("dan", "o8", 70, "bread", "honey");

        catchUp().from(before);

        assertThat(content(before)).isEqualTo(content);
    }

    private static List<Object> content(HeldFacts held) {
        Purchases purchases = held.purchases();
        return List.of(
                LongStream.of(purchases.products().nodes()).boxed().toList(),
                LongStream.of(purchases.customers()).boxed().toList(),
                purchases.purchases(),
                purchases.cutHistories(),
                IntStream.of(purchases.sequence().customer()).boxed().toList(),
                LongStream.of(purchases.sequence().time()).boxed().toList(),
                baskets(purchases.orders()),
                baskets(purchases.histories()),
                IntStream.of(held.marks().lines()).boxed().toList());
    }

    private static List<Object> baskets(Baskets baskets) {
        List<Object> content = new ArrayList<>();
        for (int basket = 0; basket < baskets.count(); basket++) {
            int[] products = new int[baskets.size(basket)];
            baskets.copyProducts(basket, basket + 1, products, 0);
            content.add(IntStream.of(products).boxed().toList());
        }
        for (int product = 0; product < baskets.products(); product++) {
            int each = product;
            content.add(IntStream.range(0, baskets.frequency(product))
                    .map(nth -> baskets.basket(each, nth))
                    .boxed()
                    .toList());
        }
        return content;
    }
}
