package org.cartograph.service.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.cartograph.service.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.mock.env.MockEnvironment;

final class StreamsOffTest {

    @Test
    void startsNothingOfKafkaUnlessAsked(@TempDir Path folder) {
        try (RunningService service = RunningService.start("bolt://127.0.0.1:1", folder)) {
            assertThatThrownBy(() -> service.part(ConsumerFactory.class))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
            assertThatThrownBy(() -> service.part(Streams.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
            assertThat(service.get("/actuator/health").body().path("components").has("stream"))
                    .isFalse();
        }
    }

    @Test
    void leavesOutNothingButKafka() {
        assertThat(wanted("false", "kafka.autoconfigure.KafkaAutoConfiguration"))
                .isFalse();
        assertThat(wanted("false", "jackson.autoconfigure.JacksonAutoConfiguration"))
                .isTrue();
        assertThat(wanted("true", "kafka.autoconfigure.KafkaAutoConfiguration")).isTrue();
        assertThat(wanted("true", "kafka.autoconfigure.metrics.KafkaMetricsAutoConfiguration"))
                .isFalse();
    }

    private static boolean wanted(String enabled, String configuration) {
        OnlyIfStreamed filter = new OnlyIfStreamed();
        filter.setEnvironment(new MockEnvironment().withProperty("cartograph.kafka.enabled", enabled));
        return filter.isWanted("org.springframework.boot." + configuration);
    }
}
