package org.cartograph.service.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.cartograph.service.startup.CannotStart;
import org.junit.jupiter.api.Test;

final class LeaseSettingsTest {

    @Test
    void renewsThreeTimesInALife() {
        assertThat(new LeaseSettings(Duration.ofSeconds(15)).pace()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void refusesALifeTooShortToRenewOrTooLongToWaitFor() {
        assertThatThrownBy(() -> new LeaseSettings(Duration.ofMillis(999)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("`cartograph.lease.life` must be between 1s and 10m, but was 999ms.");
        assertThatThrownBy(() -> new LeaseSettings(Duration.ofMinutes(11)))
                .hasMessage("`cartograph.lease.life` must be between 1s and 10m, but was 660000ms.");
    }
}
