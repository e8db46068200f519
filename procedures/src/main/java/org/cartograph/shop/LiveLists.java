package org.cartograph.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.cartograph.graph.Assortment;
import org.cartograph.graph.Listed;

/** The lists of the shop as it stands in the graph. */
final class LiveLists implements ProductLists {
    private final Assortment assortment;

    LiveLists(Assortment assortment) {
        this.assortment = assortment;
    }

    @Override
    public List<Shop.Seller> popular(int most) {
        return sellers(assortment.bestsellers(), most, Listed::purchases);
    }

    @Override
    public List<Shop.Seller> popularIn(long category, int most) {
        return sellers(assortment.bestsellersOf(category), most, Listed::purchases);
    }

    @Override
    public List<Shop.Seller> trending(int most) {
        return sellers(assortment.trending(), most, Listed::growth);
    }

    @Override
    public List<Shop.Seller> trendingIn(long category, int most) {
        return sellers(assortment.trendingOf(category), most, Listed::growth);
    }

    @Override
    public List<Shop.Seller> topRated(int most) {
        return sellers(assortment.topRated(), most, Listed::rating);
    }

    @Override
    public List<Shop.Seller> topRatedIn(long category, int most) {
        return sellers(assortment.topRatedOf(category), most, Listed::rating);
    }

    @Override
    public List<Shop.Seller> released(Instant since, int most) {
        return sellers(assortment.released(since), most, LiveLists::purchasesOfNew);
    }

    @Override
    public List<Shop.Seller> releasedIn(long category, Instant since, int most) {
        return sellers(assortment.releasedOf(category, since), most, LiveLists::purchasesOfNew);
    }

    /** One more than there are: on its first day a product was bought by nobody. */
    private static double purchasesOfNew(Listed listed) {
        return listed.purchases() + 1.0;
    }

    /** The assortment may list products that were deleted since; whoever is about to offer one looks. */
    private static List<Shop.Seller> sellers(List<Listed> ranked, int most, ToDoubleFunction<Listed> figure) {
        List<Shop.Seller> sellers = new ArrayList<>(Math.min(most, ranked.size()));
        for (int place = 0; place < ranked.size() && place < most; place++) {
            Listed listed = ranked.get(place);
            double value = figure.applyAsDouble(listed);
            if (value > 0) {
                sellers.add(new Shop.Seller(listed.product(), value));
            }
        }
        return sellers;
    }
}
