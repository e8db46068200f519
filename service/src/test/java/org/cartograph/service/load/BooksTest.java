package org.cartograph.service.load;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BooksTest {

    private static final Set<String> PROMISED = Set.of("v1 tea", "v2 mug");

    @Test
    void agreeWhateverTheOrder() {
        assertThatCode(() -> Books.compare("clicks", List.of("v2 mug", "v1 tea"), PROMISED))
                .doesNotThrowAnyException();
    }

    @Test
    void seeALossThatADoubleWouldHideFromACount() {
        assertThatThrownBy(() -> Books.compare("clicks", List.of("v1 tea", "v1 tea"), PROMISED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("clicks that were lost")
                .hasMessageContaining("v2 mug");
    }

    @Test
    void seeWhatIsThereTwice() {
        assertThatThrownBy(() -> Books.compare("clicks", List.of("v1 tea", "v2 mug", "v1 tea"), PROMISED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("clicks that are there twice");
    }

    @Test
    void seeWhatNobodyReported() {
        assertThatThrownBy(() -> Books.compare("clicks", List.of("v1 tea", "v2 mug", "nobody tea"), PROMISED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nobody tea");
    }
}
