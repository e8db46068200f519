package org.cartograph.outcome;

/** What is counted one by one, and stays when old answers are summed up. */
enum Count {
    /** Answers of which anything is known. */
    ANSWERS("answers"),
    /** Products that were seen. */
    IMPRESSIONS("impressions"),
    /** Of these, those that were clicked. */
    CLICKS("clicks"),
    /** Clicks in the first three slots. */
    TOP_CLICKS("topClicks"),
    /** Of the impressions, those that were put into the cart. */
    CARTS("carts"),
    /** Those that the shopper did not want. */
    DISMISSALS("dismissals"),
    /** Those that were bought. */
    CONVERSIONS("conversions"),
    /** Those that were bought and came back. */
    RETURNS("returns"),
    /** Impressions of products that were new, see {@link Newness}. */
    COLD_IMPRESSIONS("coldImpressions"),
    /** Of these, those that were bought. */
    COLD_CONVERSIONS("coldConversions"),
    /** Orders of other things by those who had clicked. */
    HALO_ORDERS("haloOrders");

    private final String key;

    Count(String key) {
        this.key = key;
    }

    /** Its property on an OutcomeDay. */
    String key() {
        return key;
    }
}
