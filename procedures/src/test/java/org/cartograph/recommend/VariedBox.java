package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A box of four and more that could have shown three categories: the same box, asked for alone and with room for
 * everything, has them among what is no fallback.
 *
 * @param shown categories in it
 * @param pool categories that there were
 */
record VariedBox(PageCase page, String name, Set<String> shown, Set<String> pool) {
    private static final int ROOM = 100;

    /** Those of a page. */
    static List<VariedBox> of(PageCase page) {
        List<VariedBox> boxes = new ArrayList<>();
        Set<String> before = new HashSet<>(page.excluded());
        for (PageCase.Box box : page.boxes()) {
            if (box.items().size() >= 4) {
                List<String> candidates = candidates(page, box.name(), before);
                Set<String> pool = categories(page, candidates);
                // How a product without a category counts is not said anywhere.
                boolean clear = candidates.stream()
                        .allMatch(product -> !categories(page, List.of(product)).isEmpty());
                if (clear && pool.size() >= 3) {
                    boxes.add(new VariedBox(page, box.name(), categories(page, box.ids()), pool));
                }
            }
            before.addAll(box.ids());
        }
        return boxes;
    }

    private static List<String> candidates(PageCase page, String box, Set<String> before) {
        Map<String, Object> request = page.with("limit", ROOM);
        request.put("placements", List.of(box));
        request.put("exclude", List.copyOf(before));
        return PageCase.boxes(PageCase.ask(page.context(), request)).get(0).items().stream()
                .filter(item -> Boolean.FALSE.equals(item.get("fallback")))
                .map(item -> (String) item.get("productId"))
                .toList();
    }

    private static Set<String> categories(PageCase page, List<String> products) {
        Set<String> categories = new HashSet<>();
        products.stream()
                .map(page.truth().products()::get)
                .filter(Objects::nonNull)
                .forEach(product -> categories.addAll(product.categories()));
        return categories;
    }
}
