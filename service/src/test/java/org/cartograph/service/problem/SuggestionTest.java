package org.cartograph.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuggestionTest {

    private static final List<String> FIELDS = List.of("limit", "products", "placements");

    @Test
    void namesTheNearestAllowedName() {
        assertThat(Suggestion.didYouMean("produts", FIELDS)).isEqualTo(" Did you mean `products`?");
    }

    @Test
    void mindsNoUpperCase() {
        assertThat(Suggestion.didYouMean("LIMIT", FIELDS)).isEqualTo(" Did you mean `limit`?");
    }

    @Test
    void saysNothingWhenNoneIsNear() {
        assertThat(Suggestion.didYouMean("colour", FIELDS)).isEmpty();
    }
}
