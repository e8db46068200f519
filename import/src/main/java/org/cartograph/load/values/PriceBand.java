package org.cartograph.load.values;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The band a price lies in: fixed steps of 1, 2 and 5 times a power of ten, so that the same price has the same band in every load. The lower end
 * belongs to the band: 20 and 34.99 lie in {@code 20–50}. Below one hundredth the band is {@code 0–0.01}; a price of 0 has none.
 */
public final class PriceBand {

    private static final BigDecimal SMALLEST = new BigDecimal("0.01");
    private static final BigDecimal[] STEPS = {
        BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN
    };

    private PriceBand() {}

    /** The band, or null where there is no price or it is 0. */
    public static @Nullable String of(@Nullable BigDecimal price) {
        if (price == null || price.signum() <= 0) {
            return null;
        }
        if (price.compareTo(SMALLEST) < 0) {
            return "0–0.01";
        }
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(price.precision() - price.scale() - 1);
        int step = 0;
        while (price.compareTo(power.multiply(STEPS[step + 1])) >= 0) {
            step++;
        }
        return plain(power.multiply(STEPS[step])) + "–" + plain(power.multiply(STEPS[step + 1]));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
