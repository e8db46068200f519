package org.cartograph.recommend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartograph.placement.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Why a product is offered in a box, or why not.
 *
 * @param offered whether the box shows it
 * @param rank its place, or null when it is not shown
 * @param fallback whether it only fills a place for which the model knew nothing
 * @param score relative to the best of the box, as the item has it; 0 when nothing leads to it
 * @param parts what the score is made of; their scores add up to it
 * @param exclusions what keeps it out, in words; empty when it is shown
 * @param reasons every reason, strongest first
 * @param evidence where the reasons come from, to be drawn
 */
public record Explanation(
        String placement,
        String title,
        boolean offered,
        @Nullable Integer rank,
        boolean fallback,
        double score,
        List<Part> parts,
        List<String> exclusions,
        List<Reason> reasons,
        List<Clue> evidence) {

    /** The same where the box shows nothing at all. */
    public Explanation withheld(String why) {
        return new Explanation(placement, title, false, null, fallback, score, parts, List.of(why), reasons, evidence);
    }

    /**
     * A part of a score.
     *
     * @param name a signal, or the stage that changed the score
     * @param via id of the product that the signal starts from, or null
     * @param rule name of the merchandiser's rule that acted, or null
     * @param factor what the stage multiplied the score with; null for a signal
     * @param score what it adds; below zero where it takes away
     */
    public record Part(
            String name,
            @Nullable String via,
            @Nullable String rule,
            @Nullable Double factor,
            double score) {
        /** The part as a map for Cypher and JSON; keys that mean nothing are left out. */
        public Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("part", name);
            map.put("score", score);
            if (via != null) {
                map.put("via", via);
            }
            if (rule != null) {
                map.put("rule", rule);
            }
            if (factor != null) {
                map.put("factor", factor);
            }
            return map;
        }
    }

    /**
     * Something in the graph that speaks for the product.
     *
     * @param kind of signal
     * @param anchor internal number of the product where it starts, or −1
     */
    public record Clue(Signal kind, long anchor) {}
}
