package org.cartograph.export;

import org.jspecify.annotations.Nullable;

/**
 * Texts as cells that a spreadsheet shows rather than runs.
 *
 * <p>A cell that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line break could be taken for a
 * formula, and names of products come from anywhere; such a cell gets an apostrophe in front (OWASP, "CSV injection").
 * Tools that are no spreadsheet keep the apostrophe, so it can be left out.
 *
 * @param guarded whether to put the apostrophe
 */
record Cells(boolean guarded) {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    /** The text, empty for nothing. */
    String text(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return guarded && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A number, which is no text and begins no formula; empty for nothing. */
    static String number(@Nullable Object value) {
        return value instanceof Number number ? number.toString() : "";
    }
}
