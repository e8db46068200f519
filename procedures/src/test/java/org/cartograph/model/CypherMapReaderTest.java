package org.cartograph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CypherMapReaderTest {
    @Test
    void readsWhatWasWritten() {
        Map<String, Object> map = Map.of(
                "families",
                List.of("BOUGHT_TOGETHER", "SIMILAR"),
                "similar",
                Map.of("weights", Map.of("color", 2.5, "frame size", 1.0, "a`b", 3.0), "neighbours", 25L),
                "name",
                "Ann's \\ shop, {all} of it",
                "tiny",
                1e-7,
                "below",
                -3L,
                "on",
                true,
                "nothing",
                Map.of(),
                "none",
                List.of());

        assertThat(CypherMapReader.read(CypherMap.of(map))).isEqualTo(map);
    }

    @Test
    void readsTheParametersOfABuild() {
        BuildSettings settings = BuildSettings.of(
                Map.of("lambda", 5L, "boughtNext", Map.of("walkAlpha", 0.25), "longestHistory", 40L), Map.of());

        assertThat(BuildSettings.of(CypherMapReader.read(settings.asText()), Map.of()))
                .isEqualTo(settings);
    }

    @Test
    void refusesWhatIsNoMap() {
        assertThatThrownBy(() -> CypherMapReader.read("{neighbours: 25"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at character 16 there was no ','");
        assertThatThrownBy(() -> CypherMapReader.read("{} RETURN 1")).hasMessageContaining("there was no the end");
        assertThatThrownBy(() -> CypherMapReader.read("{x: datetime()}")).hasMessageContaining("no a value");
    }
}
