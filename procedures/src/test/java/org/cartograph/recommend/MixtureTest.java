package org.cartograph.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartograph.fixture.TestDatabase.rows;
import static org.cartograph.recommend.ShelfShop.box;
import static org.cartograph.recommend.ShelfShop.move;
import static org.cartograph.recommend.ShelfShop.stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MixtureTest {
    @BeforeEach
    void open() {
        ShelfShop.open();
        ShelfShop.ownBrands();
    }

    @Test
    void keepsTheBestWhereNothingElseIsThere() {
        assertThat(box("")).containsExactly("p1", "p2", "p3", "p4");
    }

    @Test
    void givesTheLastPlacesToCategoriesThatAreMissing() {
        move("p7", "category", "plates");
        move("p9", "category", "spoons");

        assertThat(box("")).containsExactly("p1", "p2", "p7", "p9");
        assertThat(box("limit: 6")).containsExactly("p1", "p2", "p3", "p4", "p7", "p9");
    }

    @Test
    void asksNothingOfABoxOfThree() {
        move("p7", "category", "plates");
        move("p9", "category", "spoons");

        assertThat(box("limit: 3")).containsExactly("p1", "p2", "p3");
    }

    @Test
    void leavesTheOrderWhereTheMixtureIsThereAlready() {
        move("p1", "category", "plates");
        move("p3", "category", "spoons");

        assertThat(box("")).containsExactly("p1", "p2", "p3", "p4");
    }

    @Test
    void canBeSwitchedOff() {
        move("p7", "category", "plates");
        move("p9", "category", "spoons");
        stage("diversity: {categories: 1, priceTiers: 1, brandShare: 1}");

        assertThat(box("")).containsExactly("p1", "p2", "p3", "p4");
    }

    @Test
    void mixesCheapAndDear() {
        // Ten products of one price share the middle tier; p8 is the dearest of the category.
        rows("MATCH (p:Product {id: 'p8'}) SET p.price = 90.0");

        assertThat(box("")).containsExactly("p1", "p2", "p3", "p8");
    }

    @Test
    void letsABrandGiveWayToItselfWhereItAloneHasAMissingCategory() {
        for (String acme : new String[] {"p1", "p2", "p7"}) {
            move(acme, "brand", "acme");
        }
        move("p7", "category", "plates");
        move("p9", "category", "spoons");

        assertThat(box("")).containsExactly("p1", "p3", "p7", "p9");
    }

    @Test
    void letsNoBrandHaveMoreThanItsShare() {
        for (int i = 1; i <= 6; i++) {
            move("p" + i, "brand", "acme");
        }

        assertThat(box("")).containsExactly("p1", "p2", "p7", "p8");
        stage("diversity: {brandShare: 0.75}");
        assertThat(box("")).containsExactly("p1", "p2", "p3", "p7");
    }

    @Test
    void letsABrandHaveAllWhenTheShopperAskedForIt() {
        for (int i = 1; i <= 6; i++) {
            move("p" + i, "brand", "acme");
        }

        assertThat(box("filter: {brands: ['acme']}")).containsExactly("p1", "p2", "p3", "p4");
    }

    @Test
    void showsMoreOfABrandRatherThanAShorterBox() {
        for (int i = 1; i <= ShelfShop.PRODUCTS; i++) {
            move("p" + i, "brand", "acme");
        }

        assertThat(box("")).hasSize(4).startsWith("p1", "p2");
    }
}
