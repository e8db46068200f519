package org.cartograph.service.openapi;

import java.util.List;
import java.util.Random;

/** Texts that nobody means, and a few that somebody might. */
final class OddTexts {

    private static final List<String> KNOWN = List.of(
            "22697",
            "22698",
            "22699",
            "u42",
            "u43",
            "v7",
            "s9",
            "o7",
            "e1",
            "cart",
            "home",
            "product",
            "Teacups",
            "Regency",
            "complete-the-basket",
            "tighter-cart",
            "now",
            "customer",
            "en",
            "de",
            "EUR",
            "storefront",
            "browser",
            "color",
            "category",
            "engine",
            "https://shop.example");

    private static final List<String> ODD = List.of(
            "",
            " ",
            "\t\n",
            "\u0000",
            "a\u0000b",
            "\u0001\u001f\u007f",
            "\r\nSet-Cookie: a=b",
            "' OR 1=1 //",
            "`}) DETACH DELETE n //",
            "$id",
            "\\",
            "\"",
            "%00",
            "%2f..%2f",
            "../../keys",
            ".",
            "..",
            ";a=b",
            "a/b",
            "a?b#c",
            "null",
            "NaN",
            "-1",
            "1e309",
            "9999-12-31T23:59:59+18:00",
            "-999999999-01-01T00:00:00Z",
            "0001-01-01T00:00:00-18:00",
            "2026-02-30T00:00:00Z",
            "\u202etxet",
            "\ufeff",
            "\uffff",
            "\ud83d\ude00",
            "\ud800",
            "\udc00\ud800",
            "I\u0307\u0131\u00df",
            "e\u0301\u0301\u0301",
            "<script>alert(1)</script>",
            "{{7*7}}${7*7}",
            "__proto__",
            "\ufdfa");

    private final Random random;

    OddTexts(Random random) {
        this.random = random;
    }

    String known() {
        return pick(KNOWN);
    }

    String odd() {
        return random.nextInt(8) == 0 ? pick(ODD) + pick(KNOWN) : pick(ODD);
    }

    /** Of a length at which something may break. */
    String ofLength(int longest) {
        int length = Math.max(0, longest + random.nextInt(3) - 1);
        return pick(List.of("x", "\u00e9", "\ud83d\ude00", "\u0000"))
                .repeat(length)
                .substring(0, length);
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
