package org.cartograph.procedure;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartograph.experiment.Exposure;
import org.cartograph.graph.ProductFacts;
import org.cartograph.model.ModelLog;
import org.cartograph.recommend.Answer;
import org.cartograph.recommend.Item;
import org.cartograph.recommend.Reason;
import org.jspecify.annotations.Nullable;
import org.neo4j.procedure.Description;

/** The answer to a whole page. */
public record AnswerRow(
        @Description("The page") String context,

        @Description(
                "Maps with name, title and items: productId, rank, usualRank (without exploring; 0 when exploring brought it), score, source, fallback, "
                        + "explored, product, reasons")
        List<Map<String, Object>> placements,

        @Description("Seeds that are no product of this shop")
        List<String> missing,

        @Description("What answered, as experiment/variant, several parted by commas; null without an experiment")
        @Nullable
        String variant,

        @Description("Maps with experiment, variant and unit: whoever asks hands them to cartograph.experiment.expose")
        List<Map<String, Object>> experiments,

        @Description("The newest model's id, null before the first build") @Nullable
        String modelId,

        @Description("When that model was built, null before the first build") @Nullable
        ZonedDateTime modelBuiltAt) {

    static AnswerRow of(Asked asked, Answer answer, Optional<ModelLog.Entry> model) {
        return new AnswerRow(
                asked.request().context(),
                answer.boxes().stream().map(AnswerRow::box).toList(),
                answer.missing(),
                asked.treatment().variant(),
                asked.treatment().exposures().stream().map(AnswerRow::exposure).toList(),
                model.map(ModelLog.Entry::id).orElse(null),
                model.map(entry -> entry.builtAt().atZone(ZoneOffset.UTC)).orElse(null));
    }

    private static Map<String, Object> exposure(Exposure exposure) {
        return Map.of("experiment", exposure.experiment(), "variant", exposure.variant(), "unit", exposure.unit());
    }

    static Map<String, Object> box(Answer.Box box) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", box.name());
        map.put("title", box.title());
        map.put("items", box.items().stream().map(AnswerRow::item).toList());
        return map;
    }

    private static Map<String, Object> item(Item item) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("productId", item.facts().id());
        map.put("rank", (long) item.rank());
        map.put("usualRank", (long) item.usualRank());
        map.put("score", item.score());
        map.put("source", item.source());
        map.put("fallback", item.fallback());
        map.put("explored", item.explored());
        map.put("product", product(item.facts()));
        map.put("reasons", item.reasons().stream().map(Reason::asMap).toList());
        return map;
    }

    private static Map<String, Object> product(ProductFacts facts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", facts.name());
        map.put("price", facts.price());
        map.put("url", facts.url());
        map.put("image", facts.image());
        return map;
    }
}
