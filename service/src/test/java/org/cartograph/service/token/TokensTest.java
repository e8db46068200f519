package org.cartograph.service.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.token.RecommendationToken.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {

    private static final String KEY = "the shop's own key, long enough for it";
    private static final String NEXT_KEY = "another key of the shop, as long as it";
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int RANDOM_ANSWERS = 200;

    private final Tokens tokens = tokens(NOW, KEY, null);

    private static Tokens tokens(Instant now, String key, String previous) {
        return new Tokens(new TokenSettings(key, previous, Duration.ofDays(30)), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static RecommendationToken cart() {
        return cart(List.of(
                new Item("complete-the-basket", "mug", 1, 1, 1.0, "BOUGHT_TOGETHER", "tea"),
                new Item("complete-the-basket", "pot", 2, 0, 0.25, "SIMILAR", null)));
    }

    private static RecommendationToken cart(List<Item> items) {
        return new RecommendationToken(
                new UUID(7, 9), NOW, "cart", List.of("boxes/big"), NOW.minusSeconds(60), false, false, false, items);
    }

    static Stream<RecommendationToken> randomAnswers() {
        SplittableRandom random = new SplittableRandom(5);
        return Stream.generate(() -> RandomAnswer.next(random, NOW)).limit(RANDOM_ANSWERS);
    }

    @ParameterizedTest
    @MethodSource("randomAnswers")
    void saysWhatWasSigned(RecommendationToken token) {
        String signed = tokens.sign(token);

        assertThat(signed).hasSizeLessThanOrEqualTo(Tokens.LONGEST).matches("[A-Za-z0-9_-]+");
        assertThat(tokens.read(signed, SKEW)).isEqualTo(token);
    }

    @Test
    void keepsTheFirstPlacesOfEveryBoxWhereNotAllHaveRoom() {
        List<Item> items = IntStream.range(0, 400)
                .mapToObj(place -> new Item(
                        "box-" + place / 100,
                        RandomAnswer.longId(place),
                        1 + place % 100,
                        1 + place % 100,
                        0.5,
                        "BOUGHT_TOGETHER",
                        null))
                .toList();

        String signed = tokens.sign(cart(items));

        RecommendationToken read = tokens.read(signed, SKEW);
        assertThat(signed.length()).isBetween(1_800, Tokens.LONGEST);
        assertThat(read.partial()).isTrue();
        assertThat(read.items())
                .isSubsetOf(items)
                .extracting(Item::placement)
                .contains("box-0", "box-1", "box-2", "box-3");
        assertThat(read.items().stream().mapToInt(Item::rank).max().orElseThrow())
                .isLessThanOrEqualTo(1
                        + items.stream()
                                .filter(item -> !read.items().contains(item))
                                .mapToInt(Item::rank)
                                .min()
                                .orElseThrow());
    }

    @Test
    void findsRoomForAnAnswerOfManyExperiments() {
        List<String> variants =
                IntStream.range(0, 100).mapToObj(RandomAnswer::longId).toList();
        RecommendationToken token =
                new RecommendationToken(new UUID(1, 1), NOW, "home", variants, null, true, true, false, cart().items());

        RecommendationToken read = tokens.read(tokens.sign(token), SKEW);

        assertThat(read.partial()).isTrue();
        assertThat(read.context()).isEqualTo("home");
    }

    @Test
    void refusesATokenWithAnyCharacterAltered() {
        String signed = tokens.sign(cart());

        for (int place = 0; place < signed.length(); place++) {
            for (char other : new char[] {'A', 'B', 'z', '_', '.'}) {
                String altered = signed.substring(0, place) + other + signed.substring(place + 1);
                if (!altered.equals(signed)) {
                    assertThatThrownBy(() -> tokens.read(altered, SKEW))
                            .isInstanceOf(InvalidRequest.class)
                            .hasMessageStartingWith("`recommendationId` must be");
                }
            }
        }
    }

    @Test
    void refusesATokenCutShortOrMadeLonger() {
        String signed = tokens.sign(cart());

        for (int length = 0; length < signed.length(); length++) {
            String cut = signed.substring(0, length);
            assertThatThrownBy(() -> tokens.read(cut, SKEW)).isInstanceOf(InvalidRequest.class);
        }
        assertThatThrownBy(() -> tokens.read(signed + "A", SKEW)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> tokens.read(signed + "=", SKEW)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void saysThatATokenWasAltered() {
        String signed = tokens.sign(cart());
        String altered = signed.substring(0, 30) + (signed.charAt(30) == 'A' ? 'B' : 'A') + signed.substring(31);

        assertThatThrownBy(() -> tokens.read(altered, SKEW))
                .hasMessage("`recommendationId` must be as the answer had it, but was altered.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "4f1c2f6e-5c11-4b53-9a39-0e9c4ad7c1a1", "AAAA", "ü", "AQ=="})
    void saysThatATextIsNoToken(String text) {
        assertThatThrownBy(() -> tokens.read(text, SKEW))
                .hasMessageStartingWith("`recommendationId` must be that of an answer, but was \"");
    }

    @Test
    void takesTokensOfThePreviousKeyWhileItIsBeingChanged() {
        String old = tokens.sign(cart());
        Tokens changing = tokens(NOW, NEXT_KEY, KEY);
        Tokens changed = tokens(NOW, NEXT_KEY, null);

        assertThat(changing.read(old, SKEW)).isEqualTo(cart());
        assertThat(changed.read(changing.sign(cart()), SKEW)).isEqualTo(cart());
        assertThatThrownBy(() -> changed.read(old, SKEW))
                .hasMessage(
                        "`recommendationId` must be signed with this shop's key, but was signed with another one: all "
                                + "services need the same `cartograph.token.key`, also after a restart.");
    }

    @Test
    void refusesWhatIsSignedWithTheRandomKeyOfAnotherStart() {
        Tokens before =
                new Tokens(new TokenSettings(null, null, Duration.ofDays(30)), Clock.fixed(NOW, ZoneOffset.UTC));
        Tokens after = new Tokens(new TokenSettings(null, null, Duration.ofDays(30)), Clock.fixed(NOW, ZoneOffset.UTC));
        String signed = before.sign(cart());

        assertThat(before.read(signed, SKEW)).isEqualTo(cart());
        assertThatThrownBy(() -> after.read(signed, SKEW)).hasMessageContaining("signed with another one");
    }

    @Test
    void refusesATokenWhenItsLifeIsOver() {
        String signed = tokens.sign(cart());

        assertThat(tokens(NOW.plus(Duration.ofDays(30)), KEY, null).read(signed, SKEW))
                .isEqualTo(cart());
        assertThatThrownBy(() -> tokens(NOW.plus(Duration.ofDays(30)).plusMillis(1), KEY, null)
                        .read(signed, SKEW))
                .hasMessage("`recommendationId` must be at most 30 days old, but was of 2026-03-01T08:00:00Z.");
    }

    @Test
    void remembersATokenNoLongerThanItsLife() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        InstantSource clock = now::get;
        Tokens shop = new Tokens(new TokenSettings(KEY, null, Duration.ofDays(30)), clock.withZone(ZoneOffset.UTC));
        String signed = shop.sign(cart());

        assertThat(shop.read(signed, SKEW)).isEqualTo(cart());
        now.set(NOW.plus(Duration.ofDays(31)));
        assertThatThrownBy(() -> shop.read(signed, SKEW)).hasMessageContaining("at most 30 days old");
    }

    @Test
    void takesATokenOfAServiceWhoseClockIsALittleAhead() {
        String signed = tokens.sign(cart());

        assertThat(tokens(NOW.minus(SKEW), KEY, null).read(signed, SKEW)).isEqualTo(cart());
        assertThatThrownBy(
                        () -> tokens(NOW.minus(SKEW).minusMillis(1), KEY, null).read(signed, SKEW))
                .hasMessage("`recommendationId` must not be of the future, but was of 2026-03-01T08:00:00Z.");
    }
}
