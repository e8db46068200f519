package org.cartograph.service.token;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.cartograph.service.token.RecommendationToken.Item;

/**
 * The bytes of a token's content. Names that come again and again stand in one list, an item points at them; a product id
 * is written without the beginning that it shares with the one before it (front coding).
 */
final class TokenContent {

    private static final int SHARED = 1;
    private static final int DEGRADED = 2;
    private static final int PARTIAL = 4;
    private static final int OF_A_MODEL = 8;

    private static final byte[] NOTHING = {};
    private static final double STEPS = 1_000;

    private TokenContent() {}

    static byte[] write(RecommendationToken token) {
        Instant model = token.modelBuiltAt();
        ByteWriter to = new ByteWriter()
                .number((token.shared() ? SHARED : 0)
                        | (token.degraded() ? DEGRADED : 0)
                        | (token.partial() ? PARTIAL : 0)
                        | (model == null ? 0 : OF_A_MODEL))
                .fixed(token.id().getMostSignificantBits())
                .fixed(token.id().getLeastSignificantBits())
                .number(token.at().toEpochMilli());
        if (model != null) {
            to.number(model.getEpochSecond()).number(model.getNano());
        }
        to.text(token.context());
        texts(to, token.variants());
        List<String> names = names(token.items());
        texts(to, names);
        to.number(token.items().size());
        byte[] before = NOTHING;
        for (Item item : token.items()) {
            byte[] id = item.productId().getBytes(StandardCharsets.UTF_8);
            to.textAfter(before, id)
                    .number(names.indexOf(item.placement()))
                    .number(item.rank())
                    .number(item.usualRank())
                    .number(Math.max(0, Math.round(item.score() * STEPS)))
                    .number(names.indexOf(item.source()))
                    .number(item.via() == null ? 0 : 1 + names.indexOf(item.via()));
            before = id;
        }
        return to.bytes();
    }

    private static List<String> names(List<Item> items) {
        Set<String> names = new LinkedHashSet<>();
        for (Item item : items) {
            Stream.of(item.placement(), item.source(), item.via())
                    .filter(Objects::nonNull)
                    .forEach(names::add);
        }
        return List.copyOf(names);
    }

    private static void texts(ByteWriter to, List<String> texts) {
        to.number(texts.size());
        texts.forEach(to::text);
    }

    static RecommendationToken read(byte[] content) {
        ByteReader from = new ByteReader(content);
        int flags = from.count();
        UUID id = new UUID(from.fixed(), from.fixed());
        Instant at = Instant.ofEpochMilli(from.number());
        Instant model = (flags & OF_A_MODEL) == 0 ? null : Instant.ofEpochSecond(from.number(), from.number());
        String context = from.text();
        List<String> variants = texts(from);
        List<String> names = texts(from);
        int size = from.count();
        List<Item> items = new ArrayList<>(size);
        byte[] before = NOTHING;
        for (int index = 0; index < size; index++) {
            before = from.textAfter(before);
            items.add(item(new String(before, StandardCharsets.UTF_8), from, names));
        }
        return new RecommendationToken(
                id,
                at,
                context,
                variants,
                model,
                (flags & SHARED) != 0,
                (flags & DEGRADED) != 0,
                (flags & PARTIAL) != 0,
                items);
    }

    private static Item item(String productId, ByteReader from, List<String> names) {
        String placement = names.get(from.count());
        int rank = from.count();
        int usualRank = from.count();
        double score = from.number() / STEPS;
        String source = names.get(from.count());
        int via = from.count();
        return new Item(placement, productId, rank, usualRank, score, source, via == 0 ? null : names.get(via - 1));
    }

    private static List<String> texts(ByteReader from) {
        int size = from.count();
        List<String> texts = new ArrayList<>(size);
        for (int index = 0; index < size; index++) {
            texts.add(from.text());
        }
        return texts;
    }
}
