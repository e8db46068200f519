package org.cartograph.recommend;

import org.cartograph.shop.Shop;

/**
 * Lets sink what is sent back more often than usual: {@code ((1 − r)/(1 − r_shop))^strength} for a product whose share of
 * returns r, shrunk towards the shop's, is above it.
 */
final class Returns {
    static final String STAGE = "returns";

    private final Shop shop;
    private final double usual;

    Returns(Shop shop) {
        this.shop = shop;
        this.usual = shop.returnRate();
    }

    void adjust(Contender contender, double strength) {
        // A shop that records no returns has no rate to be above.
        if (strength > 0 && usual > 0) {
            double rate = shop.returnRate(contender.product());
            if (rate > usual) {
                contender.multiply(STAGE, null, Math.pow((1 - rate) / (1 - usual), strength));
            }
        }
    }
}
