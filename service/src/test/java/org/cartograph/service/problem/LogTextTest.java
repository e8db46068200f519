package org.cartograph.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Failures in the log name nobody. */
final class LogTextTest {

    @Test
    void leavesOutTheValuesThatTheDatabaseComplainsAbout() {
        assertThat(LogText.of(
                        new IllegalStateException("Both Node(0) and Node(1) have the label `Customer` and property "
                                + "`id` = 'u42', and \"u43\" is no better")))
                .isEqualTo(
                        "Both Node(0) and Node(1) have the label `Customer` and property `id` = '…', and '…' is no better");
    }

    @Test
    void keepsWhereItHappenedAndWhy() {
        Throwable cause = new IllegalArgumentException("not 'u42'");

        Throwable whole = LogText.whole(new IllegalStateException("It failed", cause));

        assertThat(whole).hasMessage("java.lang.IllegalStateException: It failed");
        assertThat(whole.getCause()).hasMessage("java.lang.IllegalArgumentException: not '…'");
        assertThat(whole.getCause().getStackTrace()).isEqualTo(cause.getStackTrace());
    }
}
