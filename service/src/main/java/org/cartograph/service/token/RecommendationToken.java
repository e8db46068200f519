package org.cartograph.service.token;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known about an answer when an outcome of it is reported.
 *
 * @param id           names the answer
 * @param at           when it was given, to the millisecond
 * @param context      the page
 * @param variants     what it was given by, {@code experiment/variant} each
 * @param modelBuiltAt the model behind it; null before the first build
 * @param shared       whether a cache may have handed it to many browsers, each of which has outcomes of its own
 * @param degraded     whether popularity stood in for the model
 * @param partial      whether it showed more than {@code items}, for which there was no room
 * @param items        what it showed, box by box
 */
public record RecommendationToken(
        UUID id,
        Instant at,
        String context,
        List<String> variants,
        @Nullable Instant modelBuiltAt,
        boolean shared,
        boolean degraded,
        boolean partial,
        List<Item> items) {

    /** Steps of a score. */
    private static final double STEPS = 1_000;

    public RecommendationToken {
        at = Instant.ofEpochMilli(at.toEpochMilli());
        variants = List.copyOf(variants);
        items = List.copyOf(items);
    }

    /**
     * A product that was shown.
     *
     * @param placement its box
     * @param rank      its place there, from 1
     * @param usualRank the place it would have had without exploring; 0 where exploring brought it
     * @param score     0 or more, in thousandths
     * @param source    the neighbour family or list it came from
     * @param via       the seed it came from; null where it came from none
     */
    public record Item(
            String placement,
            String productId,
            int rank,
            int usualRank,
            double score,
            String source,
            @Nullable String via) {

        public Item {
            score = Math.rint(score * STEPS) / STEPS;
        }

        private Map<String, Object> asParameter() {
            Map<String, Object> parameter = new LinkedHashMap<>();
            parameter.put("placement", placement);
            parameter.put("productId", productId);
            parameter.put("rank", rank);
            parameter.put("usualRank", usualRank);
            parameter.put("score", score);
            parameter.put("source", source);
            if (via != null) {
                parameter.put("via", via);
            }
            return parameter;
        }
    }

    /** This token with some of its items. */
    RecommendationToken only(List<Item> kept) {
        return new RecommendationToken(id, at, context, variants, modelBuiltAt, shared, degraded, true, kept);
    }

    /** This token with no room for its experiments either. */
    RecommendationToken withoutVariants() {
        return new RecommendationToken(id, at, context, List.of(), modelBuiltAt, shared, degraded, true, items);
    }

    /** This answer as the plugin reads it. */
    public Map<String, Object> asParameter() {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("id", id.toString());
        parameter.put("at", at.atZone(ZoneOffset.UTC));
        parameter.put("context", context);
        parameter.put("variants", variants);
        if (modelBuiltAt != null) {
            parameter.put("modelBuiltAt", modelBuiltAt.atZone(ZoneOffset.UTC));
        }
        parameter.put("shared", shared);
        parameter.put("degraded", degraded);
        parameter.put("partial", partial);
        parameter.put("items", items.stream().map(Item::asParameter).toList());
        return parameter;
    }
}
