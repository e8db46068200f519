package org.cartograph.load.values;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number as shops write it: {@code 12}, {@code 12.50}, {@code -3}, {@code 1,299.00}, {@code $90,000 }, {@code € 5}. The point is the decimal sign;
 * {@code 12,50} is refused, because it might be twelve and a half or a slip of a thousands' sign.
 */
public final class ShopNumber {

    private static final Pattern PLAIN =
            Pattern.compile("[-+]?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,15})?|\\.\\d{1,15}");
    private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}");

    private ShopNumber() {}

    /**
     * The number a cell says.
     *
     * @throws BadValueException if the text is no number
     */
    public static BigDecimal of(String column, String text) {
        String plain = text.strip();
        if (!PLAIN.matcher(plain).matches()) {
            plain = CURRENCY.matcher(plain).replaceFirst("").strip();
            if (!PLAIN.matcher(plain).matches()) {
                throw new BadValueException("`%s` must be a number such as 12.50, but was %s."
                        .formatted(column, BadValueException.quoted(text)));
            }
        }
        return new BigDecimal(plain.indexOf(',') < 0 ? plain : plain.replace(",", ""));
    }

    /**
     * A number from 0 on.
     *
     * @throws BadValueException if the text is no number, or below 0
     */
    public static BigDecimal notNegative(String column, String text) {
        BigDecimal number = of(column, text);
        if (number.signum() < 0) {
            throw new BadValueException("`%s` must not be negative, but was %s.".formatted(column, text.strip()));
        }
        return number;
    }

    /**
     * A number above 0.
     *
     * @throws BadValueException if the text is no number, or not above 0
     */
    public static BigDecimal positive(String column, String text) {
        BigDecimal number = of(column, text);
        if (number.signum() <= 0) {
            throw new BadValueException("`%s` must be above 0, but was %s.".formatted(column, text.strip()));
        }
        return number;
    }
}
