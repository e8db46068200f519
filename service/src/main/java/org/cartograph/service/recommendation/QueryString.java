package org.cartograph.service.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.Suggestion;
import org.cartograph.service.recommendation.Filter.Price;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads a request from the parameters of an address, so that a cache can keep its answer. */
final class QueryString {

    private static final List<String> ONCE = List.of(
            "customer",
            "visitor",
            "session",
            "limit",
            "minPrice",
            "maxPrice",
            "inStock",
            "explain",
            "budgetMs",
            "seed",
            "variant",
            "locale");
    private static final List<String> REPEATED = List.of("product", "placement", "category", "brand", "exclude");

    private final MultiValueMap<String, String> parameters;

    private QueryString(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    static RecommendationRequest request(String context, MultiValueMap<String, String> parameters) {
        parameters.forEach(QueryString::checkName);
        QueryString query = new QueryString(parameters);
        return new RecommendationRequest(
                context,
                query.all("placement"),
                query.one("customer"),
                query.one("visitor"),
                query.one("session"),
                query.all("product").stream().map(SeedProduct::of).toList(),
                query.one("limit", "a whole number", Integer::valueOf),
                query.filter(),
                query.truth("explain"),
                false, // the next visitor of a cache would get what was tried out on this one
                query.one("budgetMs", "a whole number", Integer::valueOf),
                query.one("seed", "a whole number", Long::valueOf),
                query.one("variant"),
                query.one("locale"));
    }

    private static void checkName(String name, List<String> values) {
        if (!ONCE.contains(name) && !REPEATED.contains(name)) {
            List<String> known = Stream.concat(REPEATED.stream(), ONCE.stream()).toList();
            throw new InvalidRequest("`%s` is not a parameter here; allowed are %s.%s"
                    .formatted(name, String.join(", ", known), Suggestion.didYouMean(name, known)));
        }
        if (ONCE.contains(name) && values.size() > 1) {
            throw new InvalidRequest("`%s` must be given once, but came %d times.".formatted(name, values.size()));
        }
    }

    private Filter filter() {
        Double min = one("minPrice", "a number", QueryString::finite);
        Double max = one("maxPrice", "a number", QueryString::finite);
        Price price = min == null && max == null ? null : new Price(min, max);
        return new Filter(price, all("category"), all("brand"), null, truth("inStock"), all("exclude"));
    }

    private static Double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    private @Nullable String one(String name) {
        return parameters.getFirst(name);
    }

    private @Nullable Boolean truth(String name) {
        String text = one(name);
        if (text != null && !Arrays.asList("true", "false").contains(text)) {
            throw new InvalidRequest("`%s` must be true or false, but was \"%s\".".formatted(name, text));
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    private <N extends Number> @Nullable N one(String name, String wanted, Function<String, N> reading) {
        String text = one(name);
        try {
            return text == null ? null : reading.apply(text);
        } catch (NumberFormatException notANumber) {
            throw new InvalidRequest("`%s` must be %s, but was \"%s\".".formatted(name, wanted, text));
        }
    }
}
