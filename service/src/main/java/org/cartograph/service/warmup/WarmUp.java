package org.cartograph.service.warmup;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.database.Questions;
import org.cartograph.service.database.ShopDatabase;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.recommendation.Recommender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for each page of the shop again and again, about what sells best and for nobody, until there were two hundred answers
 * or the time is over. It is the very statement of the requests that the database is asked, which keeps its plan by the
 * text.
 *
 * <p>It asks over HTTP; where that is not answered, because a key is wanted or the web server speaks TLS, the rest of the
 * service is warmed up without. A database that refuses, or has no products, ends it at once, a frozen one when the time is
 * over: the service answers from its snapshot then, or says that it is not ready, and both need no warming.
 */
@Component
public final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final int ANSWERS = 200;
    private static final int FAILURES = 5;

    private static final String BESTSELLERS = "CALL cartograph.recommend('home', {limit: 5}) YIELD productId";
    private static final String PAGES = "CALL cartograph.context.list() YIELD context RETURN DISTINCT context";

    private final WarmUpSettings settings;
    private final ShopDatabase database;
    private final Questions questions;
    private final Recommender recommender;
    private final JsonMapper json;
    private final Environment environment;

    WarmUp(
            WarmUpSettings settings,
            ShopDatabase database,
            Questions questions,
            Recommender recommender,
            JsonMapper json,
            Environment environment) {
        this.settings = settings;
        this.database = database;
        this.questions = questions;
        this.recommender = recommender;
        this.json = json;
        this.environment = environment;
    }

    /** Warms up for the time of the settings. */
    void run() {
        run(settings.time());
    }

    /** Warms up, and returns within this time whatever happens. */
    public void run(Duration atMost) {
        if (atMost.isZero() || !database.isKnown()) {
            return;
        }
        long end = System.nanoTime() + atMost.toNanos();
        Thread asking = new Thread(() -> ask(end), "warm-up");
        asking.setDaemon(true);
        asking.start();
        try {
            asking.join(atMost.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        asking.interrupt();
    }

    private void ask(long end) {
        long began = System.nanoTime();
        try {
            Subject subject = new Subject(texts(BESTSELLERS, end));
            List<String> contexts = texts(PAGES, end);
            int answers = 0;
            if (!subject.products().isEmpty() && !contexts.isEmpty()) {
                answers = ask(new OverHttp(environment, subject, json), contexts, end);
                answers = answers == 0 ? ask(new InProcess(recommender, subject, json), contexts, end) : answers;
            }
            LOG.debug("Warmed up by {} answers in {} ms", answers, (System.nanoTime() - began) / 1_000_000);
        } catch (DatabaseAway | InvalidRequest nothingToAsk) {
            LOG.debug("Not warmed up: {}", nothingToAsk.getMessage());
        }
    }

    private static int ask(Pages pages, List<String> contexts, long end) {
        int answers = 0;
        int failures = 0;
        while (answers < ANSWERS && failures < FAILURES && !isOver(end)) {
            if (pages.answers(contexts.get((answers + failures) % contexts.size()), left(end))) {
                answers++;
            } else {
                failures++;
            }
        }
        return answers;
    }

    private List<String> texts(String cypher, long end) {
        Duration left = left(end);
        return questions.ask(
                left,
                () -> database.read(
                        cypher,
                        Map.of(),
                        left,
                        rows -> rows.stream().map(row -> row.get(0).asString()).toList()));
    }

    private static boolean isOver(long end) {
        return Thread.currentThread().isInterrupted() || end - System.nanoTime() <= 0;
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }
}
