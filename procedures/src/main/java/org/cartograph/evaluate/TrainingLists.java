package org.cartograph.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.cartograph.shop.ProductLists;
import org.cartograph.shop.Shop;

/** What sold best before the test orders; what trends, is new or has stars is not known of that time. */
final class TrainingLists implements ProductLists {
    private final List<Shop.Seller> popular;
    private final Map<Long, List<Shop.Seller>> popularIn = new HashMap<>();

    TrainingLists(TrainingPart part, TrainingCatalogue catalogue) {
        this.popular = LongStream.range(0, part.products())
                .filter(product -> part.sales(product) > 0)
                .mapToObj(product -> new Shop.Seller(product, part.sales(product)))
                .toList();
        for (Shop.Seller seller : popular) {
            for (Long category : catalogue.categories(seller.product())) {
                popularIn.computeIfAbsent(category, key -> new ArrayList<>()).add(seller);
            }
        }
    }

    @Override
    public List<Shop.Seller> popular(int most) {
        return popular.subList(0, Math.min(most, popular.size()));
    }

    @Override
    public List<Shop.Seller> popularIn(long category, int most) {
        List<Shop.Seller> sellers = popularIn.getOrDefault(category, List.of());
        return sellers.subList(0, Math.min(most, sellers.size()));
    }
}
