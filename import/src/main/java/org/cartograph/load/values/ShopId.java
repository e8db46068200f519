package org.cartograph.load.values;

/** The shop's own key of a product, an order or a customer: 1 to {@value #LONGEST} characters, spaces around it dropped. */
public final class ShopId {

    /** The most characters of an id. */
    public static final int LONGEST = 64;

    private ShopId() {}

    /**
     * The id a cell says.
     *
     * @throws BadValueException if it is empty or too long
     */
    public static String of(String column, String text) {
        String id = text.strip();
        if (id.isEmpty()) {
            throw new BadValueException("`%s` is empty.".formatted(column));
        }
        if (id.length() > LONGEST) {
            throw new BadValueException(
                    "`%s` must have at most %d characters, but has %d.".formatted(column, LONGEST, id.length()));
        }
        return id;
    }
}
