package org.cartograph.demo;

import java.util.List;
import java.util.stream.IntStream;

/**
 * All products, category by category, and the chance with which a shopper who looks into a category takes each.
 *
 * <p>Within a category demand falls with the rank as (rank + 2.5)^−0.9: a few bestsellers and a long tail (Zipf, Human
 * Behavior and the Principle of Least Effort, 1949). Products are known by their position in the list.
 */
final class Catalogue {

    private static final int TRIES = 12;

    private final List<Category> categories;
    private final List<Product> products;
    private final int[] starts;
    private final List<WeightedDraw> shelves;
    private final int[] favourites;

    /** Products must be ordered by category, and the first rank of every category be established. */
    Catalogue(List<Category> categories, List<Product> products) {
        this.categories = categories;
        this.products = List.copyOf(products);
        this.starts = new int[categories.size() + 1];
        for (Product product : products) {
            starts[product.category() + 1]++;
        }
        for (int i = 0; i < categories.size(); i++) {
            starts[i + 1] += starts[i];
        }
        this.favourites = IntStream.range(0, categories.size())
                .map(category -> members(category)
                        .filter(product -> product(product).rank() == 0)
                        .findFirst()
                        .orElseThrow())
                .toArray();
        this.shelves = IntStream.range(0, categories.size())
                .mapToObj(category -> WeightedDraw.of(
                        starts[category + 1] - starts[category], i -> appeal(product(starts[category] + i))))
                .toList();
    }

    List<Category> categories() {
        return categories;
    }

    List<Product> products() {
        return products;
    }

    Product product(int index) {
        return products.get(index);
    }

    Category categoryOf(int product) {
        return categories.get(product(product).category());
    }

    IntStream members(int category) {
        return IntStream.range(starts[category], starts[category + 1]);
    }

    /** The most wanted product of a category. */
    int favourite(int category) {
        return favourites[category];
    }

    /** A product of the category that is sold on the day, the more wanted the likelier. */
    int draw(int category, int day, Dice dice) {
        for (int i = 0; i < TRIES; i++) {
            int found = starts[category] + shelves.get(category).draw(dice);
            if (product(found).isFoundOn(day)) {
                return found;
            }
        }
        return favourites[category];
    }

    private static double appeal(Product product) {
        return product.isNewest() ? 0 : StrictMath.pow(product.rank() + 2.5, -0.9);
    }
}
