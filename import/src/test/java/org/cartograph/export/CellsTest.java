package org.cartograph.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would make of a cell. */
final class CellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 12", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void neverBeginLikeAFormula(String text) {
        assertThat(new Cells(true).text(text)).isEqualTo("'" + text);
        assertThat(new Cells(false).text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mug", "a=b", "'quoted'", "5 - 3"})
    void stayAsTheyAreOtherwise(String text) {
        assertThat(new Cells(true).text(text)).isEqualTo(text);
    }

    @Test
    void areEmptyForNothing() {
        assertThat(new Cells(true).text(null)).isEmpty();
        assertThat(Cells.number(null)).isEmpty();
        assertThat(Cells.number(-2.5)).isEqualTo("-2.5");
    }
}
