package org.cartograph.experiment;

import static org.cartograph.fixture.TestDatabase.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The calls that tests of experiments make. */
final class Lab {
    /** One box of the product page is shorter in variant b. */
    static final String SHORTER = "{variants: [{name: 'a'}, {name: 'b', recipes: {`also-bought`: {size: 1}}}]}";

    private Lab() {}

    static Map<String, Object> create(String name, String config) {
        return rows("CALL cartograph.experiment.create('" + name + "', " + config + ")")
                .get(0);
    }

    static void start(String name, String config) {
        create(name, config);
        rows("CALL cartograph.experiment.start('" + name + "')");
    }

    /** The answer to a request, as one row. */
    static Map<String, Object> answer(String context, String request) {
        return rows("CALL cartograph.answer('" + context + "', " + request + ")")
                .get(0);
    }

    /** How many items a box has. */
    static int size(Map<String, Object> answer, String box) {
        for (Object placement : (List<?>) answer.get("placements")) {
            Map<?, ?> map = (Map<?, ?>) placement;
            if (box.equals(map.get("name"))) {
                return ((List<?>) map.get("items")).size();
            }
        }
        throw new AssertionError("There is no box " + box + " in " + answer);
    }

    /** The first of many customers who gets a variant. */
    static String customerIn(String experiment, String variant) {
        for (int at = 0; at < 1_000; at++) {
            String label = experiment + "/" + variant;
            if (label.equals(answer("home", "{customerId: 'who" + at + "', placements: ['for-you']}")
                    .get("variant"))) {
                return "who" + at;
            }
        }
        throw new AssertionError("Nobody of a thousand is in " + experiment + "/" + variant);
    }

    static Map<String, Object> expose(String exposure) {
        return rows("CALL cartograph.experiment.expose([" + exposure + "])").get(0);
    }

    /** One value of each map of a column that holds a list of them. */
    static List<Object> each(Map<String, Object> row, String column, String key) {
        List<Object> values = new ArrayList<>();
        ((List<?>) row.get(column)).forEach(map -> values.add(((Map<?, ?>) map).get(key)));
        return values;
    }
}
