package org.cartograph.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of products by their training numbers. */
interface CatalogueView {
    /** The category nodes of a product. */
    List<Long> categories(long product);

    /** Its price, or null when unknown. */
    @Nullable
    Double price(long product);

    /** The attributes that mean something: those that do not belong to nearly everything; ascending. */
    int[] attributes(long product);
}
