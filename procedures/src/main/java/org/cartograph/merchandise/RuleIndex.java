package org.cartograph.merchandise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds the rules about a product without asking each of them: by its id, and by one attribute key of every rule.
 *
 * <p>A box looks at hundreds of candidates, and a shop may have hundreds of rules.
 */
final class RuleIndex {
    private final List<Rule> rules;
    private final BitSet aboutAll = new BitSet();
    private final BitSet byAttributes = new BitSet();
    private final Map<String, List<Integer>> ofProduct = new HashMap<>();
    private final Map<String, Map<String, List<Integer>>> ofAttribute = new HashMap<>();

    /** An index of rules, which it knows by their place in the list. */
    RuleIndex(List<Rule> rules) {
        this.rules = rules;
        for (int at = 0; at < rules.size(); at++) {
            add(at, rules.get(at).selector());
        }
    }

    private void add(int at, Selector selector) {
        if (selector.isEmpty()) {
            aboutAll.set(at);
        }
        for (String product : selector.products()) {
            ofProduct.computeIfAbsent(product, key -> new ArrayList<>()).add(at);
        }
        selector.attributes().entrySet().stream().findFirst().ifPresent(first -> {
            byAttributes.set(at);
            Map<String, List<Integer>> values = ofAttribute.computeIfAbsent(first.getKey(), key -> new HashMap<>());
            first.getValue()
                    .forEach(value -> values.computeIfAbsent(value, key -> new ArrayList<>())
                            .add(at));
        });
    }

    /**
     * The rules among {@code wanted} that are about a product.
     *
     * @param attributes its values by key, asked for only when a wanted rule depends on them
     */
    BitSet about(String product, Supplier<Map<String, List<String>>> attributes, BitSet wanted) {
        BitSet found = (BitSet) aboutAll.clone();
        ofProduct.getOrDefault(product, List.of()).forEach(found::set);
        if (wanted.intersects(byAttributes)) {
            addByAttributes(found, product, attributes.get(), wanted);
        }
        found.and(wanted);
        return found;
    }

    private void addByAttributes(BitSet found, String product, Map<String, List<String>> has, BitSet wanted) {
        for (Map.Entry<String, Map<String, List<Integer>>> key : ofAttribute.entrySet()) {
            for (String value : has.getOrDefault(key.getKey(), List.of())) {
                for (int at : key.getValue().getOrDefault(value, List.of())) {
                    if (wanted.get(at) && !found.get(at)) {
                        Selector selector = rules.get(at).selector();
                        found.set(at, selector.attributes().size() == 1 || selector.matches(product, has));
                    }
                }
            }
        }
    }
}
