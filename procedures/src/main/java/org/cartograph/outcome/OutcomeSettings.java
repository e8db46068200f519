package org.cartograph.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartograph.graph.Instants;
import org.cartograph.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Which answers are meant, and how they are told apart.
 *
 * @param from the first moment an answer may have been given
 * @param to the first moment after
 * @param by what rows are told apart by; nothing gives one row
 * @param context the page, or null for all
 * @param placement the box, or null for all
 * @param variant {@code experiment/variant}, or null for all
 * @param source what products came from, or null for all
 * @param experiment whose answers, or null for all
 */
public record OutcomeSettings(
        Instant from,
        Instant to,
        Set<Dimension> by,
        @Nullable String context,
        @Nullable String placement,
        @Nullable String variant,
        @Nullable String source,
        @Nullable String experiment) {

    private static final Set<String> KEYS =
            Set.of("from", "to", "by", "context", "placement", "variant", "source", "experiment");
    private static final Duration USUAL = Duration.ofDays(30);

    /** Reads a procedure's config. */
    public static OutcomeSettings of(@Nullable Map<String, Object> config, Instant now) {
        Settings settings = Settings.of(config, KEYS);
        // The moment that it is now counts as well.
        Instant to = moment(settings, "to", now.plusMillis(1));
        Instant from = moment(settings, "from", to.minus(USUAL));
        if (!from.isBefore(to)) {
            throw settings.refusal("from", "before `to`, which is " + to, from);
        }
        return new OutcomeSettings(
                from,
                to,
                Dimension.of(settings),
                settings.text("context"),
                settings.text("placement"),
                settings.text("variant"),
                settings.text("source"),
                settings.text("experiment"));
    }

    private static Instant moment(Settings settings, String key, Instant standard) {
        if (!settings.has(key)) {
            return standard;
        }
        Instant moment = Instants.of(settings.value(key));
        if (moment == null) {
            throw settings.refusal(key, "a date or datetime", settings.value(key));
        }
        return moment;
    }

    boolean isBy(Dimension dimension) {
        return by.contains(dimension);
    }

    /** Whether single products are told apart or left out, so that what holds for a whole answer cannot be said. */
    boolean looksInside() {
        return isBy(Dimension.PLACEMENT) || isBy(Dimension.SOURCE) || placement != null || source != null;
    }

    /** Of an answer's variants those that are meant. */
    List<String> meant(List<String> variants) {
        return variants.stream()
                .filter(name -> variant == null || name.equals(variant))
                .filter(name -> experiment == null || name.startsWith(experiment + "/"))
                .toList();
    }

    boolean isForAllVariants() {
        return variant == null && experiment == null;
    }
}
