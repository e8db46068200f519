package org.cartograph.load.columns;

import java.util.List;

/**
 * A column the loader knows. Names are compared after {@link Columns#plain}: {@code Product ID}, {@code productId} and {@code product_id} are the same.
 *
 * @param name its own name
 * @param required whether a file without it is refused
 * @param becomes what it is in the graph, in words for a person
 * @param synonyms other names of it, used where no column has its own name; the first that is present wins
 */
public record Column(String name, boolean required, String becomes, List<String> synonyms) {

    /** What a column becomes that has no place in the graph. */
    public static final String LEFT_OUT = "left out";

    static Column required(String name, String becomes, String... synonyms) {
        return new Column(name, true, becomes, List.of(synonyms));
    }

    static Column optional(String name, String becomes, String... synonyms) {
        return new Column(name, false, becomes, List.of(synonyms));
    }

    /** Columns that are known to have no place in the graph, all of them at once. */
    static Column leftOut(String why, String... names) {
        return new Column(names[0], false, LEFT_OUT + ": " + why, List.of(names).subList(1, names.length));
    }

    boolean isLeftOut() {
        return becomes.startsWith(LEFT_OUT);
    }
}
