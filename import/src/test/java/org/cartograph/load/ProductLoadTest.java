package org.cartograph.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProductLoadTest {

    @TempDir
    private Path directory;

    private ShopFiles shop;

    @BeforeEach
    void wipe() {
        TestDatabase.wiped();
        shop = new ShopFiles(directory);
    }

    @Test
    void knownColumnsBecomeProperties() {
        shop.products(
                        "product_id,name,price,special_price,stock_quantity,discontinued,url,image_url,cost,release_date,valid_from,valid_until",
                        "mug,Red mug,9.90,7.90,12,0,http://s/mug,http://s/mug.jpg,5.40,2026-11-01,2026-10-01,2026-12-31")
                .load();

        Map<String, Object> mug = product("mug");
        assertThat(mug)
                .containsEntry("name", "Red mug")
                .containsEntry("price", 7.9)
                .containsEntry("stock", 12L)
                .containsEntry("active", true)
                .containsEntry("url", "http://s/mug")
                .containsEntry("image", "http://s/mug.jpg")
                .containsEntry("margin", 2.5)
                .containsEntry("releasedAt", ZonedDateTime.parse("2026-11-01T00:00Z"))
                .containsEntry("availableFrom", ZonedDateTime.parse("2026-10-01T00:00Z"))
                .containsEntry("availableUntil", ZonedDateTime.parse("2026-12-31T00:00Z"))
                .hasSize(11);
    }

    @Test
    void emptyCellsBecomeNoProperties() {
        shop.products("product_id,name,category,brand,price,stock,active", "mug,,,,,,")
                .load();

        assertThat(product("mug")).isEqualTo(Map.of("id", "mug"));
        assertThat(attributesOf("mug")).isEmpty();
    }

    @Test
    void aProductIsInactiveWhereAnyColumnSaysSo() {
        shop.products(
                        "product_id,name,active,status,discontinued",
                        "a,A,1,active,0",
                        "b,B,1,draft,0",
                        "c,C,1,active,1",
                        "d,D,no,,")
                .load();

        assertThat(TestDatabase.rows("MATCH (p:Product {active: false}) RETURN p.id AS id ORDER BY id"))
                .extracting(row -> row.get("id"))
                .containsExactly("b", "c", "d");
    }

    @Test
    void whatProductsShareBecomesAttributeNodes() {
        shop.products(
                        "product_id,name,category,brand,price,Frame Color",
                        "mug,Red mug,Mugs,Acme,9.9,red",
                        "pot,Pot,Pots,Acme,25,red")
                .load();

        assertThat(attributesOf("mug"))
                .containsExactlyInAnyOrder(
                        "[Attribute] frame_color=red",
                        "[Attribute, Brand] brand=Acme",
                        "[Attribute, Category] category=Mugs",
                        "[Attribute, PriceBand] priceBand=5–10",
                        "[Attribute, Token] token=mug",
                        "[Attribute, Token] token=red");
        assertThat(TestDatabase.value(
                        "MATCH (:Product)-[h:HAS]->(:Attribute {key: 'frame_color', value: 'red'}) RETURN count(h)"))
                .isEqualTo(2L);
    }

    @Test
    void freeTextIsLeftOutAndSaidSo() {
        LoadSummary summary = shop.products(
                        "product_id,name,story,motto,sku,description",
                        "mug,Mug,It was a dark and stormy night when the mug was made,short,M-1,Nice",
                        "pot,Pot,A pot that has seen many kitchens and every kind of soup,"
                                + "short".repeat(30)
                                + ",P-1,Nice")
                .load();

        assertThat(TestDatabase.rows("MATCH (a:Attribute) WHERE NOT a:Token RETURN a.key + '=' + a.value AS a"))
                .isEmpty();
        assertThat(summary.files().get(0).columns())
                .containsEntry("story", "left out: free text, on average 54 characters and 12 words")
                .containsEntry("sku", "left out: it names one product only")
                .containsEntry("description", "left out: free text");
    }

    @Test
    void aSingleValueThatIsTooLongIsLeftOutAlone() {
        String[] lines = new String[12];
        lines[0] = "product_id,name,color";
        for (int i = 1; i <= 10; i++) {
            lines[i] = "p" + i + ",Mug,red";
        }
        lines[11] = "p11,Mug," + "x".repeat(101);

        LoadSummary summary = shop.products(lines).load();

        assertThat(TestDatabase.value("MATCH (a:Attribute {key: 'color'}) RETURN collect(a.value)"))
                .isEqualTo(List.of("red"));
        assertThat(summary.count(Count.VALUES_TOO_LONG)).isEqualTo(1);
    }

    @Test
    void categoriesLieInTheirParents() {
        shop.products(
                        "product_id,name,category,parent_category,department",
                        "a,A,Road Bikes,Bikes,Sport",
                        "b,B,Road Bikes,Bikes,Sport",
                        "c,C,Bikes,Bikes,Sport",
                        "d,D,,Helmets,Sport")
                .load();

        assertThat(TestDatabase.rows(
                        "MATCH (a:Category)-[:CHILD_OF]->(b:Category) RETURN a.value AS child, b.value AS parent"))
                .containsExactly(Map.of("child", "Road Bikes", "parent", "Bikes"));
        assertThat(attributesOf("a"))
                .contains("[Attribute, Category] category=Road Bikes", "[Attribute] department=Sport");
        assertThat(attributesOf("d")).contains("[Attribute, Category] category=Helmets");
    }

    @Test
    void loadingAProductAgainReplacesItsFacts() {
        shop.products("product_id,name,category,price,stock,color", "mug,Red mug,Mugs,9.9,3,red")
                .load();
        shop.products("product_id,name,category,price,stock,color", "mug,Blue mug,Cups,,4,blue")
                .load();

        assertThat(product("mug"))
                .containsOnlyKeys("id", "name", "stock", "changedAt")
                .containsEntry("name", "Blue mug")
                .containsEntry("stock", 4L);
        assertThat(attributesOf("mug"))
                .containsExactlyInAnyOrder(
                        "[Attribute] color=blue",
                        "[Attribute, Category] category=Cups",
                        "[Attribute, Token] token=blue",
                        "[Attribute, Token] token=mug");
    }

    @Test
    void aFileOfPricesLeavesOtherFactsAlone() {
        shop.products("product_id,name,category,price,stock,color", "mug,Mug,Mugs,9.9,3,red")
                .load();
        shop.products("product_id,name,price", "mug,Mug,25").load();

        assertThat(product("mug")).containsEntry("stock", 3L).containsEntry("price", 25.0);
        assertThat(attributesOf("mug"))
                .contains(
                        "[Attribute] color=red",
                        "[Attribute, Category] category=Mugs",
                        "[Attribute, PriceBand] priceBand=20–50")
                .doesNotContain("[Attribute, PriceBand] priceBand=5–10");
    }

    @Test
    void leavesThePropertiesThatTheModelKeeps() {
        shop.products("product_id,name,price", "mug,Mug,9.9").load();
        TestDatabase.rows("MATCH (p:Product {id: 'mug'}) SET p.orders = 7");

        shop.load();

        assertThat(product("mug")).containsEntry("orders", 7L);
    }

    @Test
    void loadingInPiecesGivesTheSameGraph() {
        String header = "product_id,name,category,brand,price,color";
        shop.products(
                        header,
                        "a,Red mug,Mugs,Acme,9.9,red",
                        "b,Blue mug,Mugs,Acme,19.9,blue",
                        "c,Pot,Pots,Best,0.5,red")
                .load();
        List<String> whole = TestDatabase.graph();
        TestDatabase.wiped();

        shop.products(header, "c,Pot,Pots,Best,0.5,red").load();
        shop.products(header, "b,Blue mug,Mugs,Acme,19.9,blue", "a,Red mug,Mugs,Acme,9.9,red")
                .load();

        assertThat(TestDatabase.graph()).isEqualTo(whole);
    }

    @Test
    void ofAProductThatStandsTwiceTheLastRowCounts() {
        shop.products("product_id,name,color", "mug,Mug,red", "mug,Mug,blue").load();

        assertThat(attributesOf("mug")).contains("[Attribute] color=blue").doesNotContain("[Attribute] color=red");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> product(String id) {
        return (Map<String, Object>) TestDatabase.value("MATCH (p:Product {id: '" + id + "'}) RETURN properties(p)");
    }

    private static List<String> attributesOf(String id) {
        return TestDatabase.rows("MATCH (:Product {id: '" + id
                        + "'})-[:HAS]->(a) RETURN labels(a) AS labels, a.key AS key, a.value AS value")
                .stream()
                .map(row -> ((List<?>) row.get("labels"))
                                .stream().map(String::valueOf).sorted().toList() + " " + row.get("key") + "="
                        + row.get("value"))
                .sorted()
                .toList();
    }
}
