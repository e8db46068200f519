package org.cartograph.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes orders as they are placed, and what becomes of them: some are cancelled, the last ones are still being
 * handled, a few lines are returned or rated.
 */
final class OrderFiles implements Closeable {

    private static final double CANCELLED_SHARE = 0.03;
    private static final double DISCOUNT_SHARE = 0.07;
    private static final double RETURNED_SHARE = 0.03;
    private static final double RATED_SHARE = 0.06;
    private static final int DAYS_IN_PROCESS = 2;
    private static final long FIRST_ORDER = 100_000_001L;
    private static final int DAY = 86_400;
    private static final long END = (long) Timeline.DAYS * DAY;

    private final Catalogue catalogue;
    private final Timeline timeline;
    private final long seed;
    private final CsvFile orders;
    private final CsvFile returns;
    private final CsvFile ratings;
    private int reviews;

    OrderFiles(Path orders, Path returns, Path ratings, Catalogue catalogue, Timeline timeline, long seed)
            throws IOException {
        this.catalogue = catalogue;
        this.timeline = timeline;
        this.seed = seed;
        this.orders = CsvFile.create(
                orders,
                "order_id",
                "customer_id",
                "ordered_at",
                "product_id",
                "quantity",
                "unit_price",
                "status",
                "updated_at");
        this.returns = CsvFile.create(
                returns, "order_id", "customer_id", "ordered_at", "product_id", "quantity", "unit_price");
        this.ratings = CsvFile.create(ratings, "review_id", "product_id", "customer_id", "rating", "reviewed_at");
    }

    void write(Purchase purchase) {
        Dice dice = new Dice(seed, "fate", purchase.number());
        long orderedAt = (long) purchase.day() * DAY + purchase.second();
        boolean cancelled = dice.chance(CANCELLED_SHARE);
        boolean inProcess = !cancelled && purchase.day() >= Timeline.DAYS - DAYS_IN_PROCESS;
        long updatedAt = inProcess ? orderedAt : orderedAt + dice.between(DAY / 24, cancelled ? DAY : 4 * DAY);
        String order = String.valueOf(FIRST_ORDER + purchase.number());
        String customer = purchase.shopper().isGuest()
                ? ""
                : CatalogueFiles.customerId(purchase.shopper().number());
        String ordered = time(orderedAt);
        String updated = time(Math.min(updatedAt, END - 1));
        String status = cancelled ? "cancelled" : inProcess ? "processing" : "completed";
        for (int index : purchase.products()) {
            Product product = catalogue.product(index);
            int quantity = quantity(catalogue.categoryOf(index), dice);
            int cents = dice.chance(DISCOUNT_SHARE) ? product.price() * 9 / 10 : product.price();
            String price = Prices.decimal(cents);
            orders.row(order, customer, ordered, product.id(), String.valueOf(quantity), price, status, updated);
            if (!cancelled && !inProcess && !customer.isEmpty()) {
                follow(order, customer, orderedAt, product, price, dice);
            }
        }
    }

    private void follow(String order, String customer, long orderedAt, Product product, String price, Dice dice) {
        long returnedAt = orderedAt + dice.between(3 * DAY, 20 * DAY);
        if (dice.chance(RETURNED_SHARE) && returnedAt < END) {
            returns.row("C" + order, customer, time(returnedAt), product.id(), "-1", price);
        }
        long ratedAt = orderedAt + dice.between(3 * DAY, 40 * DAY);
        if (dice.chance(RATED_SHARE) && ratedAt < END) {
            double quality = 3.2 + 1.6 * new Dice(seed, product.id(), 0).unit();
            long stars = Math.round(Math.max(1, Math.min(5, quality + 2.4 * (dice.unit() - 0.6))));
            ratings.row("review-" + ++reviews, product.id(), customer, String.valueOf(stars), time(ratedAt));
        }
    }

    private static int quantity(Category category, Dice dice) {
        if (category.isConsumable()) {
            return dice.chance(0.4) ? dice.between(2, 4) : 1;
        }
        return dice.chance(0.05) ? 2 : 1;
    }

    /** An ISO date and time, always with seconds. */
    private String time(long second) {
        int ofDay = (int) (second % DAY);
        StringBuilder text = new StringBuilder(19).append(timeline.date((int) (second / DAY)));
        return pair(
                        pair(pair(text.append('T'), ofDay / 3600).append(':'), ofDay / 60 % 60)
                                .append(':'),
                        ofDay % 60)
                .toString();
    }

    private static StringBuilder pair(StringBuilder text, int number) {
        return (number < 10 ? text.append('0') : text).append(number);
    }

    @Override
    public void close() throws IOException {
        try (orders;
                returns;
                ratings) {}
    }
}
