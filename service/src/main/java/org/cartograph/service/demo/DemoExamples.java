package org.cartograph.service.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartograph.service.database.ShopDatabase;

/** Chooses calls whose answers make sense at a glance: around an association that the demo shop is known to have. */
final class DemoExamples {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String NAMES = """
            UNWIND $ids AS id
            MATCH (product:Product {id: id})
            RETURN coalesce(product.name, id)
            """;

    private static final String A_REGULAR = """
            MATCH (customer:Customer)-[:PURCHASED]->()
            WHERE NOT coalesce(customer.anonymous, false) AND coalesce(customer.consent, true)
            WITH customer, count(*) AS purchases
            WHERE purchases >= 5
            RETURN customer.id ORDER BY customer.id LIMIT 1
            """;

    private static final String A_PAIR = """
            MATCH (one:Product)-[bought:BOUGHT_TOGETHER]->(other:Product)
            RETURN [one.id, other.id] ORDER BY bought.orders DESC LIMIT 1
            """;

    private final ShopDatabase shop;
    private final Path planted;

    DemoExamples(ShopDatabase shop, Path planted) {
        this.shop = shop;
        this.planted = planted;
    }

    /**
     * A call to show.
     *
     * @param question what it asks, for people
     * @param body     JSON to post; empty for a GET
     */
    record Example(String question, String path, String body) {}

    List<Example> choose() {
        List<Example> examples = new ArrayList<>();
        List<String> cart = cart();
        if (!cart.isEmpty()) {
            List<String> names = names(cart);
            examples.add(new Example(
                    "What completes a cart of " + String.join(" and ", names) + "?",
                    "/v1/recommendations",
                    "{\"context\":\"cart\",\"products\":["
                            + String.join(
                                    ",",
                                    cart.stream()
                                            .map(id -> "{\"productId\":\"" + id + "\"}")
                                            .toList())
                            + "]}"));
            examples.add(new Example(
                    "What goes with " + names.get(0) + "?", "/v1/recommendations/product?product=" + cart.get(0), ""));
        }
        customer()
                .ifPresent(id -> examples.add(new Example(
                        "What might customer " + id + " like?", "/v1/recommendations/home?customer=" + id, "")));
        return examples;
    }

    /** Two products whose buyers are known to take a third one; without the file, a pair that sells well. */
    private List<String> cart() {
        try {
            return Files.readAllLines(planted).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(columns -> columns.length == 5 && !columns[2].isEmpty())
                    .max(Comparator.comparingDouble(columns -> Double.parseDouble(columns[4])))
                    .map(columns -> List.of(columns[1], columns[2]))
                    .orElseGet(this::soldTogether);
        } catch (IOException missing) {
            return soldTogether();
        }
    }

    private List<String> soldTogether() {
        return shop.read(
                A_PAIR,
                Map.of(),
                PATIENCE,
                rows -> rows.isEmpty() ? List.of() : rows.get(0).get(0).asList(value -> value.asString()));
    }

    private List<String> names(List<String> ids) {
        return shop.read(
                NAMES,
                Map.of("ids", ids),
                PATIENCE,
                rows -> rows.stream().map(row -> row.get(0).asString()).toList());
    }

    private Optional<String> customer() {
        return shop.read(
                A_REGULAR,
                Map.of(),
                PATIENCE,
                rows -> rows.stream().map(row -> row.get(0).asString()).findFirst());
    }
}
