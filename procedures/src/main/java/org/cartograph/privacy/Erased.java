package org.cartograph.privacy;

/**
 * What a person's leaving took out of the graph.
 *
 * @param known whether there was such a person
 * @param orders orders that belong to nobody now
 * @param purchases lines of these orders, each kept with its product, quantity, price and day
 * @param recommendations answers the person had received, kept with their outcomes
 * @param exposures experiments the person took part in, kept as an anonymous unit
 * @param relationships everything else that was held about the person
 * @param searches texts that nobody else has searched for
 */
public record Erased(
        boolean known,
        long orders,
        long purchases,
        long recommendations,
        long exposures,
        long relationships,
        long searches) {
    /** Nothing, of nobody. */
    static final Erased NOTHING = new Erased(false, 0, 0, 0, 0, 0, 0);

    Erased plus(Erased more) {
        return new Erased(
                known || more.known,
                orders + more.orders,
                purchases + more.purchases,
                recommendations + more.recommendations,
                exposures + more.exposures,
                relationships + more.relationships,
                searches + more.searches);
    }

    /** The same of somebody who was there, though nothing hung on the node. */
    Erased ofSomebody() {
        return plus(orders(0, 0, 0));
    }

    static Erased orders(long orders, long purchases, long relationships) {
        return new Erased(true, orders, purchases, 0, 0, relationships, 0);
    }

    static Erased recommendations(long recommendations) {
        return new Erased(true, 0, 0, recommendations, 0, 0, 0);
    }

    static Erased exposures(long exposures) {
        return new Erased(true, 0, 0, 0, exposures, 0, 0);
    }

    static Erased relationships(long relationships, long searches) {
        return new Erased(true, 0, 0, 0, 0, relationships, searches);
    }

    /** Whether a step found nothing left to do. */
    boolean isNothing() {
        return orders + purchases + recommendations + exposures + relationships + searches == 0;
    }
}
