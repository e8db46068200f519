package org.cartograph.service.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.writing.WriteAnswer.Rejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JsonItemsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Parcel> written = new ArrayList<>();

    private record Parcel(String parcelId, @Nullable Integer grams) {

        private Parcel {
            if (grams == null || grams < 1) {
                throw new InvalidRequest("`grams` must be at least 1, but was " + grams + ".");
            }
        }
    }

    private Items<Parcel> items(String body) {
        JsonNode node = JSON.readTree(body);
        return new JsonItems(JSON).read(node, Parcel.class, "parcelId");
    }

    private CompletableFuture<List<Written>> write(List<Parcel> parcels) {
        written.addAll(parcels);
        return CompletableFuture.completedFuture(parcels.stream()
                .map(parcel -> parcel.parcelId().equals("old") ? Written.DUPLICATE : Written.ACCEPTED)
                .toList());
    }

    @Test
    void keepsTheGoodItemsOfAListWithABadOne() {
        WriteAnswer answer = items("""
                [{"parcelId": "a", "grams": 5}, {"parcelId": "b", "grams": "much"}, {"parcelId": "c", "grams": 7}]""").write(this::write).join();

        assertThat(written).containsExactly(new Parcel("a", 5), new Parcel("c", 7));
        assertThat(answer)
                .isEqualTo(new WriteAnswer(
                        2, 0, List.of(new Rejection(1, "b", "`grams` must be a whole number, but was \"much\"."))));
    }

    @Test
    void namesAnItemByItsPlaceWhereItsKeyCannotBeRead() {
        WriteAnswer answer = items("[{\"parcelId\": {}, \"grams\": 5}, 7]")
                .write(this::write)
                .join();

        assertThat(answer.rejected())
                .containsExactly(
                        new Rejection(0, null, "`parcelId` must be a text in quotes, but was an object."),
                        new Rejection(1, null, "`item` must be an object, but was 7."));
        assertThat(written).isEmpty();
    }

    @Test
    void passesOnWhatTheItemItselfRefuses() {
        assertThat(items("[{\"parcelId\": \"a\", \"grams\": 0}]")
                        .write(this::write)
                        .join()
                        .rejected())
                .containsExactly(new Rejection(0, "a", "`grams` must be at least 1, but was 0."));
    }

    @Test
    void suggestsTheFieldThatWasMeant() {
        assertThat(items("[{\"parcelId\": \"a\", \"grams\": 3, \"gram\": 4}]")
                        .write(this::write)
                        .join()
                        .rejected())
                .extracting(Rejection::reason)
                .containsExactly("`gram` is not a field here; allowed are grams, parcelId. Did you mean `grams`?");
    }

    @Test
    void takesOneObjectForAListOfOne() {
        assertThat(items("{\"parcelId\": \"old\", \"grams\": 3}")
                        .write(this::write)
                        .join())
                .isEqualTo(new WriteAnswer(0, 1, List.of()));
    }

    @Test
    void givesEachOutcomeBackToItsItem() {
        WriteAnswer answer = items("""
                [{"parcelId": "a", "grams": -1}, {"parcelId": "heavy", "grams": 9}, {"parcelId": "b", "grams": 1}, {"parcelId": "old", "grams": 2}]""")
                .map(parcel -> {
                    if (parcel.parcelId().equals("b")) {
                        throw new InvalidRequest("Not b.");
                    }
                    return parcel.grams();
                })
                .write(grams -> CompletableFuture.completedFuture(grams.stream()
                        .map(weight -> Integer.valueOf(9).equals(weight)
                                ? Written.rejected(null, "Too heavy.")
                                : Written.ACCEPTED)
                        .toList()))
                .join();

        assertThat(answer.accepted()).isEqualTo(1);
        assertThat(answer.rejected()).extracting(Rejection::index).containsExactly(0, 1, 2);
        assertThat(answer.rejected()).extracting(Rejection::id).containsExactly("a", "heavy", "b");
    }

    @Test
    void refusesABodyThatIsNoList() {
        assertThatThrownBy(() -> items("\"parcels\""))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("`body` must be a list of objects, but was \"parcels\".");
    }

    @Test
    void refusesAListThatIsEmptyOrTooLong() {
        assertThatThrownBy(() -> items("[]")).hasMessage("The body must have between 1 and 1,000 items, but had 0.");
        assertThatThrownBy(() -> items("[" + "{},".repeat(1_000) + "{}]"))
                .hasMessage("The body must have between 1 and 1,000 items, but had 1,001.");
    }
}
