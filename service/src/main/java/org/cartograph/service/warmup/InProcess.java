package org.cartograph.service.warmup;

import java.time.Duration;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.NotReady;
import org.cartograph.service.recommendation.RecommendationAnswer;
import org.cartograph.service.recommendation.RecommendationRequest;
import org.cartograph.service.recommendation.Recommender;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Everything but the web server: reading the question, the answer, and writing it. */
final class InProcess implements Pages {

    private final Recommender recommender;
    private final Subject subject;
    private final JsonMapper json;

    InProcess(Recommender recommender, Subject subject, JsonMapper json) {
        this.recommender = recommender;
        this.subject = subject;
        this.json = json;
    }

    @Override
    public boolean answers(String context, Duration atMost) {
        try {
            byte[] question = json.writeValueAsBytes(subject.question(context, atMost));
            RecommendationAnswer answer =
                    recommender.recommend(json.readValue(question, RecommendationRequest.class), false);
            return json.writeValueAsBytes(answer).length > 0 && !answer.degraded();
        } catch (InvalidRequest | NotReady | JacksonException unanswered) {
            return false;
        }
    }
}
