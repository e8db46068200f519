package org.cartograph.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One ranking of products, over the whole shop and in each category.
 *
 * @param all best first
 * @param byCategory the same for each Category node, with what is in the categories below it
 */
record Shelves(List<Listed> all, Map<Long, List<Listed>> byCategory) {

    /** These products, in the same order. */
    Shelves where(Predicate<Listed> wanted) {
        return with(products -> products.filter(wanted));
    }

    /** The products whose figure is above a line, the highest first, those alike in the same order as here. */
    Shelves by(ToDoubleFunction<Listed> figure, double line) {
        return with(products -> products.filter(listed -> figure.applyAsDouble(listed) > line)
                .sorted(Comparator.comparingDouble(figure).reversed()));
    }

    private Shelves with(UnaryOperator<Stream<Listed>> change) {
        Map<Long, List<Listed>> changed = new HashMap<>();
        byCategory.forEach((category, members) -> {
            List<Listed> kept = change.apply(members.stream()).toList();
            if (!kept.isEmpty()) {
                changed.put(category, kept);
            }
        });
        return new Shelves(change.apply(all.stream()).toList(), changed);
    }

    List<Listed> of(long category) {
        return byCategory.getOrDefault(category, List.of());
    }
}
