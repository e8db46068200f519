package org.cartograph.demo;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives products attributes and a name made of them, no two alike. */
final class ProductNaming {

    private static final int TRIES = 30;

    private final Map<String, List<String>> words;
    private final Set<String> taken = new HashSet<>();

    ProductNaming(Map<String, List<String>> words) {
        this.words = words;
    }

    /** A name and the attributes it was made of. */
    record Named(String name, Map<String, String> attributes) {}

    /**
     * Draws attributes until the name is new; a catalogue that has used up its words gets numbered editions.
     *
     * @param borrowed values that were decided elsewhere, such as the phone that a case is made for
     */
    Named name(Category category, Brand brand, Map<String, String> borrowed, Dice dice) {
        Map<String, String> attributes = attributes(category, borrowed, dice);
        String name = fill(category, brand, attributes);
        for (int i = 0; i < TRIES && taken.contains(name); i++) {
            attributes = attributes(category, borrowed, dice);
            name = fill(category, brand, attributes);
        }
        String unique = name;
        for (int edition = 2; !taken.add(unique); edition++) {
            unique = name + ", Edition " + edition;
        }
        return new Named(unique, attributes);
    }

    private Map<String, String> attributes(Category category, Map<String, String> borrowed, Dice dice) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Category.Trait trait : category.traits()) {
            String given = borrowed.get(trait.key());
            attributes.put(trait.key(), given != null ? given : draw(category, trait.values(), dice));
        }
        return attributes;
    }

    private String draw(Category category, String values, Dice dice) {
        return switch (values) {
            case "*word" -> word(category, dice);
            case "*numbered" -> word(category, dice) + " " + dice.between(2, 19);
            default -> dice.pick(List.of(values.split("\\|", -1)));
        };
    }

    private String word(Category category, Dice dice) {
        return dice.pick(words.getOrDefault(category.parent(), List.of(category.parent())));
    }

    private static String fill(Category category, Brand brand, Map<String, String> attributes) {
        String name = category.nameTemplate().replace("{brand}", brand.name());
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            name = name.replace("{" + attribute.getKey() + "}", attribute.getValue());
        }
        return name;
    }
}
