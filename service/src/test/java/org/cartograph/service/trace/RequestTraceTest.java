package org.cartograph.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestTraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void keepsAWellFormedRequestId() {
        assertThat(RequestTrace.of("shop-7.page_1", null).requestId()).isEqualTo("shop-7.page_1");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a b", "a\r\nSet-Cookie: x", "<script>", "ümlaut", "{\"a\":1}"})
    void makesUpAnIdWhereNoneIsWellFormed(String came) {
        assertThat(RequestTrace.of(came, null).requestId()).matches("[0-9a-f]{16}");
    }

    @Test
    void refusesAnIdThatIsTooLong() {
        assertThat(RequestTrace.of("x".repeat(64), null).requestId()).hasSize(64);
        assertThat(RequestTrace.of("x".repeat(65), null).requestId()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-00",
                "cc-" + TRACE + "-00f067aa0ba902b7-01",
                "cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-will-be-like"
            })
    void readsATraceParent(String header) {
        assertThat(RequestTrace.of("r", header).traceId()).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE,
                "00-" + TRACE + "-00f067aa0ba902b7",
                "00-" + TRACE + "-00f067aa0ba902b7-01-more",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-1",
                " 00-" + TRACE + "-00f067aa0ba902b7-01"
            })
    void followsNoTraceThatIsNotValid(String header) {
        assertThat(RequestTrace.of("r", header).traceId()).isNull();
    }

    @Test
    void followsNoEndlessTrace() {
        String endless = "cc-" + TRACE + "-00f067aa0ba902b7-01-" + "x".repeat(500);

        assertThat(RequestTrace.of("r", endless).traceId()).isNull();
    }

    @Test
    void tellsATransactionOnlyWhatIsKnown() {
        assertThat(new RequestTrace("r", null).metadata()).isEqualTo(Map.of("requestId", "r"));
        assertThat(new RequestTrace("r", TRACE).metadata()).isEqualTo(Map.of("requestId", "r", "traceId", TRACE));
    }

    @Test
    void namesSeveralRequestsOfOneTransaction() {
        RequestTrace together = RequestTrace.ofAll(
                List.of(new RequestTrace("a", TRACE), new RequestTrace("b", TRACE), new RequestTrace("c", null)));

        assertThat(together).isEqualTo(new RequestTrace("a,b,c", TRACE));
    }

    @Test
    void namesTenRequestsAtMost() {
        List<RequestTrace> many = IntStream.range(0, 100)
                .mapToObj(each -> new RequestTrace(String.valueOf(each), null))
                .toList();

        assertThat(RequestTrace.ofAll(many).requestId()).isEqualTo("0,1,2,3,4,5,6,7,8,9");
    }
}
