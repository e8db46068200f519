package org.cartograph.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.cartograph.merchandise.Rule;
import org.cartograph.merchandise.Rules;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/**
 * The products that merchandisers put on a place of their own.
 *
 * <p>A pin shows the first of its products that may be shown, whether the model knows it or not, or else the best
 * contender that has its attributes, or else what sells best of these.
 */
final class Pins {
    private final List<Contender> contenders = new ArrayList<>();
    private final List<Integer> ranks = new ArrayList<>();

    private Pins() {}

    /** The pins of a box, those beyond its size left out. */
    static Pins of(Rules rules, Shop shop, Box box, List<Contender> pool, int size) {
        Pins pins = new Pins();
        for (Rule rule : rules.pins()) {
            Contender pinned = rule.rank() > size ? null : pins.pinned(rule, shop, box, pool);
            if (pinned != null) {
                pinned.note(Box.RULE, rule.name());
                pins.contenders.add(pinned);
                pins.ranks.add(rule.rank());
            }
        }
        return pins;
    }

    private @Nullable Contender pinned(Rule rule, Shop shop, Box box, List<Contender> pool) {
        for (String id : rule.selector().products()) {
            OptionalLong product = shop.product(id);
            if (product.isPresent() && box.allows(product.getAsLong()) && isFree(product.getAsLong())) {
                return box.scored(product.getAsLong());
            }
        }
        if (rule.selector().attributes().isEmpty()) {
            return null;
        }
        for (Contender contender : pool) {
            if (isFree(contender.product()) && matches(rule, shop, contender.product())) {
                return contender;
            }
        }
        for (long product : shop.bestsellersWith(rule.selector().attributes())) {
            if (box.allows(product) && isFree(product) && matches(rule, shop, product)) {
                return box.scored(product);
            }
        }
        return null;
    }

    private static boolean matches(Rule rule, Shop shop, long product) {
        return rule.selector()
                .matches(shop.facts(product).id(), shop.traits(product).attributes());
    }

    private boolean isFree(long product) {
        return contenders.stream().noneMatch(pinned -> pinned.product() == product);
    }

    List<Contender> contenders() {
        return contenders;
    }

    /** Whether a product is one of them. */
    boolean hold(long product) {
        return !isFree(product);
    }

    /** Puts them on their places among the other items, by rank. */
    void placeInto(List<Item> items, Function<Contender, Item> shown) {
        for (int at = 0; at < contenders.size(); at++) {
            items.add(Math.min(ranks.get(at) - 1, items.size()), shown.apply(contenders.get(at)));
        }
    }
}
