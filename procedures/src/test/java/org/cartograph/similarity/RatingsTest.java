package org.cartograph.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatingsTest {
    @Test
    void drawsFewStarsToTheMeanOfTheShop() {
        assertThat(Ratings.shrunk(5, 1, 4)).isEqualTo((5 + 10 * 4.0) / 11);
        assertThat(Ratings.shrunk(450, 90, 4)).isEqualTo((450 + 10 * 4.0) / 100);
    }

    @Test
    void isNoneWithoutStars() {
        assertThat(Ratings.shrunk(0, 0, 4)).isZero();
    }
}
