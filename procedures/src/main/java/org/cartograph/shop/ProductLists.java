package org.cartograph.shop;

import java.time.Instant;
import java.util.List;

/** A shop's products in several orders, over the whole shop and in each category; each list is at most {@code most} long. */
public interface ProductLists {
    /** The best-selling products of the shop with their sales, at most {@code most}. */
    List<Shop.Seller> popular(int most);

    /** The best-selling products of a category, at most {@code most}. */
    List<Shop.Seller> popularIn(long category, int most);

    /** Products that sell more than they used to, by how much more. */
    default List<Shop.Seller> trending(int most) {
        return List.of();
    }

    /** The same of a category. */
    default List<Shop.Seller> trendingIn(long category, int most) {
        return List.of();
    }

    /** Products by their shrunk mean of stars. */
    default List<Shop.Seller> topRated(int most) {
        return List.of();
    }

    /** The same of a category. */
    default List<Shop.Seller> topRatedIn(long category, int most) {
        return List.of();
    }

    /** Products released since, best-selling first. */
    default List<Shop.Seller> released(Instant since, int most) {
        return List.of();
    }

    /** The same of a category. */
    default List<Shop.Seller> releasedIn(long category, Instant since, int most) {
        return List.of();
    }
}
