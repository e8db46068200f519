package org.cartograph.service.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.cartograph.service.token.RecommendationToken.Item;

/** Answers of every shape that fits into a token. */
final class RandomAnswer {

    private static final int MOST_ITEMS = 24;
    private static final List<String> LETTERS = List.of("a", "Z", "7", "-", "_", " ", "é", "語", "😀", "\"");

    private RandomAnswer() {}

    static RecommendationToken next(SplittableRandom random, Instant now) {
        List<Item> items = new ArrayList<>();
        for (int box = random.nextInt(4); box > 0; box--) {
            String placement = text(random, 20);
            int size = random.nextInt(MOST_ITEMS / 3);
            for (int rank = 1; rank <= size; rank++) {
                items.add(item(random, placement, rank));
            }
        }
        List<String> variants = random.nextInt(3) == 0 ? List.of(text(random, 12), text(random, 12)) : List.of();
        return new RecommendationToken(
                new UUID(random.nextLong(), random.nextLong()),
                now.minusMillis(random.nextInt(1_000_000)),
                text(random, 12),
                variants,
                random.nextBoolean() ? null : now.minusNanos(random.nextLong(1_000_000_000_000L)),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                items);
    }

    private static Item item(SplittableRandom random, String placement, int rank) {
        return new Item(
                placement,
                text(random, 24),
                rank,
                random.nextInt(3) == 0 ? 0 : random.nextInt(200),
                random.nextDouble(),
                random.nextBoolean() ? "BOUGHT_TOGETHER" : "SIMILAR",
                random.nextBoolean() ? null : text(random, 12));
    }

    private static String text(SplittableRandom random, int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(longest); length > 0; length--) {
            text.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return text.toString();
    }

    /** An id of 64 characters that nothing makes shorter. */
    static String longId(int number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder id = new StringBuilder();
        while (id.length() < 64) {
            id.append((char) ('0' + random.nextInt(75)));
        }
        return id.toString();
    }
}
