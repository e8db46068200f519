package org.cartograph.recommend;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cartograph.graph.Family;
import org.cartograph.graph.RuleCounts;
import org.jspecify.annotations.Nullable;

/**
 * Why an item is offered; every part of it is a count that can be looked up in the graph.
 *
 * @param type a family of edges, a signal, or {@code NEW_PRODUCT}, {@code BECAUSE_YOU_BOUGHT}, {@code SESSION}, {@code
 *     STAFF_PICK}, {@code PINNED}, {@code CATEGORY_BESTSELLER}, {@code BESTSELLER}, {@code ASSORTMENT}
 * @param text a sentence for a shopper
 * @param via id of the product it comes from, or null
 * @param family the family of edges, or null for a fallback
 * @param count orders or customers behind the edge; 0 for a fallback
 * @param rule the counts behind confidence and lift, or null where they mean nothing
 */
public record Reason(
        String type,
        String text,
        @Nullable String via,
        @Nullable Family family,
        long count,
        @Nullable RuleCounts rule) {

    /** The reason as a map for Cypher and JSON; keys that mean nothing are left out. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", type);
        map.put("text", text);
        if (via != null) {
            map.put("via", via);
        }
        if (family != null) {
            map.put(family.evidence(), count);
        }
        if (rule != null) {
            map.put("confidence", rule.confidence());
            map.put("lift", rule.lift());
        }
        return map;
    }
}
