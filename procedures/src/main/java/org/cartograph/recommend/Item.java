package org.cartograph.recommend;

import java.util.List;
import org.cartograph.graph.ProductFacts;

/**
 * One offered product.
 *
 * @param product its internal number
 * @param facts what is true of it now
 * @param rank its place in the box, from 1
 * @param usualRank the place it would have without exploring: mostly its rank; 0 when exploring brought it
 * @param score relative to the best of its box, which has 1; not a probability; 0 for a fallback
 * @param source the family of edges, or the kind of fallback, that brought it
 * @param fallback whether the model had nothing to do with it
 * @param explored whether its place was used to learn what is not known well
 * @param reasons at least one, strongest first
 */
public record Item(
        long product,
        ProductFacts facts,
        int rank,
        int usualRank,
        double score,
        String source,
        boolean fallback,
        boolean explored,
        List<Reason> reasons) {

    /** The same on its place, before any two change theirs. */
    Item at(int place) {
        return new Item(product, facts, place, explored ? 0 : place, score, source, fallback, explored, reasons);
    }

    /** The same on another's place, to learn what places do. */
    Item movedTo(int place) {
        return new Item(product, facts, place, usualRank, score, source, fallback, true, reasons);
    }
}
