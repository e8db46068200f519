package org.cartograph.load.rows;

import static org.cartograph.load.columns.Columns.cell;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.cartograph.load.columns.Columns;
import org.cartograph.load.graph.Rating;
import org.cartograph.load.values.BadValueException;
import org.cartograph.load.values.ShopId;
import org.cartograph.load.values.ShopNumber;
import org.cartograph.load.values.ShopTime;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file of ratings. */
public final class RatingRows {

    private static final double MOST_STARS = 5;

    private final Columns columns;
    private final ShopTime time;
    private final int customer;
    private final int product;
    private final int stars;
    private final int at;

    public RatingRows(Columns columns, ZoneId zone) {
        this.columns = columns;
        this.time = new ShopTime(zone);
        this.customer = columns.index("customer_id");
        this.product = columns.index("product_id");
        this.stars = columns.index("stars");
        this.at = columns.index("rated_at");
    }

    /** What the row says; null for a rating that names no customer. */
    public @Nullable Rating read(List<String> fields) {
        String productId = ShopId.of(columns.nameOf("product_id"), cell(fields, product));
        OffsetDateTime rated = time.of(columns.nameOf("rated_at"), cell(fields, at));
        double given = ShopNumber.notNegative(columns.nameOf("stars"), cell(fields, stars))
                .doubleValue();
        if (given > MOST_STARS) {
            throw new BadValueException("`%s` must be between 0 and 5, but was %s."
                    .formatted(columns.nameOf("stars"), cell(fields, stars)));
        }
        String customerId = cell(fields, customer);
        return customerId.isEmpty()
                ? null
                : new Rating(ShopId.of(columns.nameOf("customer_id"), customerId), productId, given, rated);
    }
}
