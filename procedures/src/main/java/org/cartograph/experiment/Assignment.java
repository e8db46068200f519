package org.cartograph.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which variant does a unit get, of itself?
 *
 * <p>SHA-256 of the experiment's salt and the unit gives two numbers in [0, 1): the first says whether the unit takes part,
 * the second which variant's stretch of [0, 1) it lies in. So the same unit always gets the same, on every server, and what
 * it gets in one experiment says nothing about another (Kohavi, Longbotham, Sommerfield and Henne, Controlled experiments on
 * the web, Data Mining and Knowledge Discovery 18, 2009).
 */
final class Assignment {
    private static final double STEPS = 1L << 53;

    private Assignment() {}

    /** The variant, or null for a unit that takes no part. */
    static @Nullable Variant of(Experiment experiment, String unit) {
        ByteBuffer hash = hash(experiment.salt() + '\n' + unit);
        if (fraction(hash.getLong()) >= experiment.share()) {
            return null;
        }
        double place = fraction(hash.getLong());
        List<Variant> variants = experiment.variants();
        double end = 0;
        for (Variant variant : variants) {
            end += variant.share();
            if (place < end) {
                return variant;
            }
        }
        return variants.get(variants.size() - 1);
    }

    private static double fraction(long bits) {
        return (bits >>> 11) / STEPS;
    }

    private static ByteBuffer hash(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
