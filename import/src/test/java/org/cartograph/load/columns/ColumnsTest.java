package org.cartograph.load.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.load.csv.UnusableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ColumnsTest {

    @Test
    void findsColumnsUnderTheirSynonymsHoweverTheyAreWritten() {
        Columns columns = orders("OrderID", "Customer Id", "orderDate", "SKU", "qty", "Price");

        assertThat(columns.index("order_id")).isEqualTo(0);
        assertThat(columns.index("customer_id")).isEqualTo(1);
        assertThat(columns.index("ordered_at")).isEqualTo(2);
        assertThat(columns.index("product_id")).isEqualTo(3);
        assertThat(columns.index("quantity")).isEqualTo(4);
        assertThat(columns.index("unit_price")).isEqualTo(5);
        assertThat(columns.index("status")).isEqualTo(Columns.ABSENT);
    }

    @Test
    void prefersAColumnsOwnNameToItsSynonyms() {
        assertThat(products("sku", "name", "product_id").index("product_id")).isEqualTo(2);
    }

    @Test
    void takesTheSkuForTheIdOnlyWhereThereIsNoOther() {
        assertThat(products("sku", "name").index("product_id")).isZero();
        assertThat(products("product_id", "sku", "name").meanings())
                .containsEntry("sku", "left out: it names one product only");
    }

    @Test
    void namesTheMissingColumnItsSynonymsAndWhatIsThere() {
        assertThatExceptionOfType(UnusableFileException.class)
                .isThrownBy(() -> orders("customer_id", "ordered_at", "product_id", "quantity"))
                .withMessage(
                        "shop.csv has no column `order_id` (also called order, order_number, order_no, invoice_no, invoice_id, invoice, "
                                + "transaction_id, basket_id, receipt_id); it has: customer_id, ordered_at, product_id, quantity.");
    }

    @Test
    void refusesTwoColumnsOfTheSameName() {
        assertThatExceptionOfType(UnusableFileException.class)
                .isThrownBy(() -> products("product_id", "name", "Color", "color"))
                .withMessage("shop.csv has two columns `color`.");
    }

    @Test
    void givesFurtherColumnsAKeyEach() {
        assertThat(products("product_id", "name", "Frame Size", "", "head_noun").further())
                .isEqualTo(Map.of(2, "frame_size", 4, "head_noun"));
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void everyNameOfTheTableIsUniqueAmongNamesAndPlain(FileKind kind) {
        Set<String> names = new HashSet<>();
        for (Column column : kind.columns()) {
            assertThat(names.add(column.name())).as(column.name()).isTrue();
            assertThat(column.synonyms()).doesNotContain(column.name()).doesNotHaveDuplicates();
            assertThat(column.synonyms()).allMatch(name -> Columns.plain(name).equals(name));
        }
    }

    private static Columns orders(String... header) {
        return Columns.of(FileKind.ORDERS, Path.of("shop.csv"), List.of(header));
    }

    private static Columns products(String... header) {
        return Columns.of(FileKind.PRODUCTS, Path.of("shop.csv"), List.of(header));
    }
}
