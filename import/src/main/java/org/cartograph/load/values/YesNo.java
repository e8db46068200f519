package org.cartograph.load.values;

import java.util.Locale;
import java.util.Set;

/** A yes or no as shops write it, also as the state of a product. */
public final class YesNo {

    private static final Set<String> YES = Set.of(
            "1",
            "true",
            "t",
            "yes",
            "y",
            "on",
            "enabled",
            "active",
            "published",
            "live",
            "available",
            "in_stock",
            "in stock",
            "instock");
    private static final Set<String> NO = Set.of(
            "0",
            "false",
            "f",
            "no",
            "n",
            "off",
            "disabled",
            "inactive",
            "unpublished",
            "draft",
            "archived",
            "discontinued",
            "deleted",
            "hidden",
            "unavailable",
            "out_of_stock",
            "out of stock",
            "outofstock");

    private YesNo() {}

    /**
     * What a cell says.
     *
     * @throws BadValueException if the text is neither
     */
    public static boolean of(String column, String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(plain)) {
            return true;
        }
        if (NO.contains(plain)) {
            return false;
        }
        throw new BadValueException("`%s` must be yes or no, such as true, 1, active, false, 0 or inactive, but was %s."
                .formatted(column, BadValueException.quoted(text)));
    }
}
