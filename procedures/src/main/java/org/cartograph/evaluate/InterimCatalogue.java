package org.cartograph.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

final class InterimCatalogue implements CatalogueView {
    @Override
    public List<Long> categories(long product) {
        return List.of();
    }

    @Override
    public @Nullable Double price(long product) {
        return null;
    }

    @Override
    public int[] attributes(long product) {
        return new int[0];
    }
}
