package org.cartograph.recommend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.cartograph.placement.Placement;
import org.cartograph.placement.Stages;
import org.cartograph.shop.Shop;
import org.jspecify.annotations.Nullable;

/**
 * Gives some of a box's last places to contenders that are not known well, by Thompson sampling (Thompson, Biometrika 25,
 * 1933) over how often they were looked at and taken, see {@link Response}; new products first. Never the first place: but
 * in a share of the answers the first changes places with another, each as likely, so that what a place does can be told
 * from what being good does (Joachims, Swaminathan &amp; Schnabel, Unbiased learning-to-rank with biased feedback, WSDM
 * 2017).
 *
 * <p>It draws the same for the same seed. Without one it goes by the visit, the browser or the customer, and the hour, so
 * that a page that is loaded again shows the same; where nobody is known, as in an answer for a cache, nothing is explored.
 */
final class Exploring {
    private final SplittableRandom random;
    private final Stages.Exploration wanted;
    private final boolean on;

    Exploring(Shop shop, Request request, Placement placement) {
        this.wanted = placement.stages().exploration();
        Long seed = seed(request, shop);
        this.on = request.explore() && seed != null;
        this.random = new SplittableRandom(Objects.hash(seed, placement.name()) * 0x9E3779B97F4A7C15L);
    }

    private static @Nullable Long seed(Request request, Shop shop) {
        if (request.seed() != null) {
            return request.seed();
        }
        String who = request.sessionId() == null ? request.shopperId() : request.sessionId();
        return who == null
                ? null
                : Objects.hash(
                                who,
                                shop.now().getEpochSecond()
                                        / Duration.ofHours(1).toSeconds())
                        & 0xFFFFFFFFL;
    }

    /** How many of the places to explore with, all but the first at most. */
    int places(int size) {
        if (!on) {
            return 0;
        }
        double expected = wanted.share() * size;
        int places = (int) expected + (random.nextDouble() < expected - Math.floor(expected) ? 1 : 0);
        return Math.min(places, size - 1);
    }

    /** Contenders in the order in which to try them. */
    List<Contender> order(List<Contender> contenders, Response response, LongPredicate isNew) {
        List<Draw> draws = new ArrayList<>(contenders.size());
        for (Contender contender : contenders) {
            draws.add(new Draw(contender, isNew.test(contender.product()), response.draw(random, contender)));
        }
        draws.sort(Comparator.comparing(Draw::isNew)
                .thenComparing(Draw::chance)
                .reversed()
                .thenComparing(draw -> draw.contender().product()));
        return draws.stream().map(Draw::contender).toList();
    }

    private record Draw(Contender contender, boolean isNew, double chance) {}

    /** The place from 2 on with which the first changes; 0 in most answers: it stays. */
    int swapsWith(int size) {
        return on && size > 1 && random.nextDouble() < wanted.swap() ? 2 + random.nextInt(size - 1) : 0;
    }
}
