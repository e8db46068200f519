package org.cartograph.load;

/** What a load counts, in the order a summary tells it. */
public enum Count {
    PRODUCTS_CREATED("products created"),
    PRODUCTS_UPDATED("products updated"),
    VALUES_TOO_LONG("attribute values left out, because they are too long"),
    CUSTOMERS("customers written"),
    ORDERS_CREATED("orders created"),
    ORDERS_REPLACED("orders replaced by a newer version"),
    ORDERS_UNCHANGED("orders unchanged, the graph had them already"),
    ORDERS_CANCELLED("orders cancelled, which bring no purchase"),
    ORDERS_OF_GUESTS("orders of guests"),
    ORDERS_INCOMPLETE("orders with rejected rows, which the corrected file will replace"),
    PURCHASES("purchases written"),
    ROWS_SUMMED("rows summed with another of the same order and product"),
    PRODUCTS_UNKNOWN("products known from orders only, created with their id"),
    RETURNS("returns written"),
    RATINGS("ratings written"),
    ROWS_WITHOUT_CUSTOMER("rows skipped, because they name no customer"),
    ROWS_OF_UNKNOWN_PRODUCTS("rows skipped, because their product is not in the graph");

    private final String phrase;

    Count(String phrase) {
        this.phrase = phrase;
    }

    /** What stands after the number. */
    public String phrase() {
        return phrase;
    }
}
