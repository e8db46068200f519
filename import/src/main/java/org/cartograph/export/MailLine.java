package org.cartograph.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/**
 * One customer as cells: who, why, and the products to offer, as many as there are columns for.
 *
 * @param products how many products have columns
 */
record MailLine(int products, Cells cells) {
    private static final List<String> CUSTOMER =
            List.of("customer_id", "kind", "since", "cause_product_ids", "cause_product_names");
    private static final List<String> PRODUCT = List.of("id", "name", "price", "url", "image", "reason", "placement");
    /** Between the ids, and between the names, of several products in one cell. */
    private static final String BETWEEN = "|";

    /** The names of the columns. */
    List<String> header() {
        List<String> header = new ArrayList<>(CUSTOMER);
        IntStream.rangeClosed(1, products)
                .forEach(number -> PRODUCT.forEach(part -> header.add("product_" + number + "_" + part)));
        return header;
    }

    /** The cells of a customer; those of products that there are not stay empty. */
    List<String> of(Record row) {
        List<String> line = new ArrayList<>();
        line.add(cells.text(row.get("customerId").asString()));
        line.add(row.get("kind").asString());
        line.add(row.get("since").asZonedDateTime().toInstant().toString());
        line.add(cells.text(String.join(BETWEEN, row.get("products").asList(Value::asString))));
        line.add(cells.text(String.join(BETWEEN, row.get("names").asList(Value::asString))));
        int offered = 0;
        for (Value placement : row.get("placements").values()) {
            for (Value item : placement.get("items").values()) {
                if (offered++ < products) {
                    line.addAll(product(item, placement));
                }
            }
        }
        line.addAll(Collections.nCopies(Math.max(0, products - offered) * PRODUCT.size(), ""));
        return line;
    }

    private List<String> product(Value item, Value placement) {
        Value product = item.get("product");
        Value reasons = item.get("reasons");
        Value reason = reasons.size() == 0 ? Values.NULL : reasons.get(0).get("text");
        return List.of(
                text(item.get("productId")),
                text(product.get("name")),
                product.get("price").isNull()
                        ? ""
                        : Cells.number(product.get("price").asNumber()),
                text(product.get("url")),
                text(product.get("image")),
                text(reason),
                text(placement.get("name")));
    }

    private String text(Value value) {
        return cells.text(value.isNull() ? null : value.asString());
    }
}
