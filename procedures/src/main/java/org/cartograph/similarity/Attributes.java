package org.cartograph.similarity;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which product has which attributes, both ways round, as compressed rows.
 *
 * <p>A category's ancestors are attributes of its products as well, each with its level: 0 is what the product has
 * itself, 1 a parent of that. An attribute that very many products have says little of any and would be walked by all of
 * them, so beyond the larger of {@value #MOST_MEMBERS} and 5 % of the products it is left out. A product keeps its
 * {@value #MOST_ATTRIBUTES} rarest.
 */
public final class Attributes {
    /** Levels above a category that count. */
    public static final int MOST_LEVELS = 10;

    static final int MOST_MEMBERS = 1_000;
    static final int MOST_ATTRIBUTES = 200;
    private static final double MOST_SHARE = 0.05;

    private final List<String> keys;
    private final int[] keyOf;
    private final int[] allStart;
    private final int[] all;
    private final byte[] allLevels;
    private final int catalogue;
    private final int[] members;
    private final int bounded;
    private final int[] start;
    private final int[] attributes;
    private final byte[] levels;
    private final int[] memberStart;
    private final int[] memberProducts;
    private final byte[] memberLevels;

    /**
     * Takes the attributes of each product.
     *
     * @param keys the attribute keys that there are
     * @param keyOf for each attribute the place of its key
     * @param start where each product begins in {@code attributes}, and one entry more for the end
     * @param attributes the attributes, product after product, each at most once in a product
     * @param levels the level of each of them
     */
    public Attributes(List<String> keys, int[] keyOf, int[] start, int[] attributes, byte[] levels) {
        this(keys, keyOf, start, attributes, levels, start.length - 1);
    }

    private Attributes(List<String> keys, int[] keyOf, int[] allStart, int[] all, byte[] allLevels, int catalogue) {
        this.keys = List.copyOf(keys);
        this.keyOf = keyOf;
        this.allStart = allStart;
        this.all = all;
        this.allLevels = allLevels;
        this.catalogue = catalogue;
        this.members = new int[keyOf.length];
        for (int attribute : all) {
            members[attribute]++;
        }
        int products = allStart.length - 1;
        this.start = new int[products + 1];
        this.attributes = new int[all.length];
        this.levels = new byte[all.length];
        int cut = 0;
        for (int product = 0; product < products; product++) {
            cut += keepRarest(product) ? 1 : 0;
        }
        this.bounded = cut;
        this.memberStart = new int[keyOf.length + 1];
        this.memberProducts = new int[start[products]];
        this.memberLevels = new byte[start[products]];
        turnRound();
    }

    /** Takes over a product's walked attributes, rarest first, and says whether there were too many of them. */
    private boolean keepRarest(int product) {
        long[] rarest = new long[allStart[product + 1] - allStart[product]];
        int size = 0;
        for (int at = allStart[product]; at < allStart[product + 1]; at++) {
            if (walked(all[at])) {
                rarest[size++] = (long) members[all[at]] << 32 | at;
            }
        }
        Arrays.sort(rarest, 0, size);
        int to = start[product];
        for (int place = 0; place < Math.min(size, MOST_ATTRIBUTES); place++) {
            attributes[to] = all[(int) rarest[place]];
            levels[to++] = allLevels[(int) rarest[place]];
        }
        start[product + 1] = to;
        return size > MOST_ATTRIBUTES;
    }

    private void turnRound() {
        for (int at = 0; at < memberProducts.length; at++) {
            memberStart[attributes[at] + 1]++;
        }
        for (int attribute = 0; attribute < keyOf.length; attribute++) {
            memberStart[attribute + 1] += memberStart[attribute];
        }
        int[] fill = memberStart.clone();
        for (int product = 0; product + 1 < start.length; product++) {
            for (int at = start[product]; at < start[product + 1]; at++) {
                int to = fill[attributes[at]]++;
                memberProducts[to] = product;
                memberLevels[to] = levels[at];
            }
        }
    }

    /** A catalogue of so many products without any attribute. */
    public static Attributes none(int products) {
        return new Attributes(List.of(), new int[0], new int[products + 1], new int[0], new byte[0]);
    }

    /** The same attributes, as if the other products did not exist. */
    public Attributes keeping(BitSet products) {
        int[] keptStart = new int[allStart.length];
        int[] kept = new int[all.length];
        byte[] keptLevels = new byte[all.length];
        int size = 0;
        for (int product = 0; product + 1 < allStart.length; product++) {
            int length = products.get(product) ? allStart[product + 1] - allStart[product] : 0;
            System.arraycopy(all, allStart[product], kept, size, length);
            System.arraycopy(allLevels, allStart[product], keptLevels, size, length);
            size += length;
            keptStart[product + 1] = size;
        }
        return new Attributes(
                keys,
                keyOf,
                keptStart,
                Arrays.copyOf(kept, size),
                Arrays.copyOf(keptLevels, size),
                products.cardinality());
    }

    /** Number of products, with or without attributes. */
    public int products() {
        return start.length - 1;
    }

    /** Number of attributes. */
    public int count() {
        return keyOf.length;
    }

    /** The attribute keys that there are. */
    public List<String> keys() {
        return keys;
    }

    /** The key of an attribute. */
    public String key(int attribute) {
        return keys.get(keyOf[attribute]);
    }

    /** How many products have an attribute. */
    public int members(int attribute) {
        return members[attribute];
    }

    /** {@code ln(N/df)}: 0 for what every product has. */
    public double idf(int attribute) {
        return members[attribute] == 0 ? 0 : Math.log((double) catalogue / members[attribute]);
    }

    /** Whether the walk uses an attribute, or leaves it out because too many products have it. */
    public boolean walked(int attribute) {
        return members[attribute] <= Math.max(MOST_MEMBERS, MOST_SHARE * catalogue);
    }

    /** The attributes that are left out, those with the most members first. */
    public int[] skipped() {
        return IntStream.range(0, keyOf.length)
                .filter(attribute -> !walked(attribute))
                .boxed()
                .sorted((a, b) -> members[b] - members[a])
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The walked attributes of a product, ancestors included, ascending: those that say something of it. */
    public int[] of(int product) {
        int[] of = Arrays.copyOfRange(attributes, start[product], start[product + 1]);
        Arrays.sort(of);
        return of;
    }

    /** What a product has itself of a key, e.g. its categories, walked or not, ascending. */
    public int[] own(int product, String key) {
        return IntStream.range(allStart[product], allStart[product + 1])
                .filter(at -> allLevels[at] == 0 && key(all[at]).equals(key))
                .map(at -> all[at])
                .toArray();
    }

    /** How many products have more attributes than are kept. */
    public int boundedProducts() {
        return bounded;
    }

    int start(int product) {
        return start[product];
    }

    int attribute(int at) {
        return attributes[at];
    }

    int level(int at) {
        return levels[at];
    }

    int memberStart(int attribute) {
        return memberStart[attribute];
    }

    int[] memberProducts() {
        return memberProducts;
    }

    byte[] memberLevels() {
        return memberLevels;
    }
}
