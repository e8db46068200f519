package org.cartograph.service.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.cartograph.load.graph.Line;
import org.cartograph.load.graph.Order;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.writing.Check;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop's checkout reports it.
 *
 * @param orderId    the shop's key
 * @param customerId who ordered; null is a guest
 * @param visitorId  the browser it was ordered with, by which a guest's order can be owed to a recommendation
 * @param at         when it was ordered, with the offset from UTC
 * @param updatedAt  when it was last changed: a later one replaces the order, the same or an earlier one is a duplicate;
 *                   {@code at} when null
 * @param status     the shop's word; a cancelled order keeps no lines
 * @param currency   of the prices
 * @param lines      what was bought; none only when it is cancelled
 */
record OrderMessage(
        @Nullable String orderId,
        @Nullable String customerId,
        @Nullable String visitorId,
        @Nullable String at,
        @Nullable String updatedAt,
        @Nullable String status,
        @Nullable String currency,
        @Nullable List<@Nullable OrderedLine> lines) {

    private static final int LONGEST_WORD = 64;
    private static final int MOST_LINES = 1_000;
    private static final double MOST_PIECES = 1e9;
    private static final double MOST_MONEY = 1e12;

    /** One product of an order; lines of the same product are summed. */
    record OrderedLine(
            @Nullable String productId,
            @Nullable Double quantity,
            @Nullable Double unitPrice) {

        Line checked(int index) {
            String here = "lines[" + index + "].";
            String product = Check.id(here + "productId", productId);
            double pieces = Check.given(here + "quantity", quantity);
            if (!(pieces > 0 && pieces <= MOST_PIECES)) {
                throw new InvalidRequest("`%squantity` must be above 0 and at most %,.0f, but was %s."
                        .formatted(here, MOST_PIECES, pieces));
            }
            Double price = Check.between(here + "unitPrice", 0, MOST_MONEY, unitPrice);
            return new Line(product, BigDecimal.valueOf(pieces), price == null ? null : BigDecimal.valueOf(price));
        }
    }

    /**
     * The order, ready to be written.
     *
     * @param latest a time after this lies in the future
     * @throws InvalidRequest when a field cannot be right
     */
    PlacedOrder checked(Instant latest) {
        String id = Check.id("orderId", orderId);
        OffsetDateTime ordered = Check.time("at", at);
        OffsetDateTime updated = updatedAt == null ? ordered : Check.time("updatedAt", updatedAt);
        Check.notAfter("at", latest, ordered);
        Check.notAfter("updatedAt", latest, updated);
        String state = Check.optionalText("status", LONGEST_WORD, status);
        Order order = new Order(
                id,
                Check.optionalId("customerId", customerId),
                ordered,
                updated,
                state,
                Check.optionalText("currency", LONGEST_WORD, currency),
                linesOf(Order.isCancelled(state)));
        return new PlacedOrder(order, Check.optionalId("visitorId", visitorId));
    }

    private List<Line> linesOf(boolean cancelled) {
        List<@Nullable OrderedLine> given = lines == null ? List.of() : lines;
        if (given.size() > MOST_LINES || (given.isEmpty() && !cancelled)) {
            throw new InvalidRequest(
                    "`lines` must have between 1 and %,d entries, but had %,d.".formatted(MOST_LINES, given.size()));
        }
        List<Line> checked = new ArrayList<>(given.size());
        for (int index = 0; index < given.size(); index++) {
            checked.add(Check.given("lines[" + index + "]", given.get(index)).checked(index));
        }
        return checked;
    }
}
