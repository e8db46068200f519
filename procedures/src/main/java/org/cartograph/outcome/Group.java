package org.cartograph.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one row is about; a part is null where nobody asked for it, or there is none.
 *
 * @param variant {@code experiment/variant}
 * @param day in UTC
 */
public record Group(
        @Nullable String context,
        @Nullable String placement,
        @Nullable String variant,
        @Nullable String source,
        @Nullable LocalDate day)
        implements Comparable<Group> {

    private static final Comparator<Group> ORDER = Comparator.comparing(Group::day, nullsFirst())
            .thenComparing(Group::context, nullsFirst())
            .thenComparing(Group::placement, nullsFirst())
            .thenComparing(Group::variant, nullsFirst())
            .thenComparing(Group::source, nullsFirst());

    private static <T extends Comparable<? super T>> Comparator<@Nullable T> nullsFirst() {
        return Comparator.nullsFirst(Comparator.naturalOrder());
    }

    /** The groups to which a part of an answer belongs; none when it is not meant. */
    static List<Group> of(
            OutcomeSettings settings, Origin origin, @Nullable String placement, @Nullable String source) {
        if (differs(settings.context(), origin.context())
                || differs(settings.placement(), placement)
                || differs(settings.source(), source)) {
            return List.of();
        }
        List<String> variants = settings.meant(origin.variants());
        if (variants.isEmpty() && !settings.isForAllVariants()) {
            return List.of();
        }
        List<@Nullable String> told = new ArrayList<>(settings.isBy(Dimension.VARIANT) ? variants : List.of());
        if (told.isEmpty()) {
            told.add(null);
        }
        List<Group> groups = new ArrayList<>();
        for (String variant : told) {
            groups.add(new Group(
                    settings.isBy(Dimension.CONTEXT) ? origin.context() : null,
                    settings.isBy(Dimension.PLACEMENT) ? placement : null,
                    variant,
                    settings.isBy(Dimension.SOURCE) ? source : null,
                    settings.isBy(Dimension.DAY) ? origin.day() : null));
        }
        return groups;
    }

    private static boolean differs(@Nullable String wanted, @Nullable String is) {
        return wanted != null && !wanted.equals(is);
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
