package org.cartograph.service.recommendation;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What should this page offer? */
@RestController
@RequestMapping(path = "/v1/recommendations", produces = MediaType.APPLICATION_JSON_VALUE)
final class Recommendations {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Recommender recommender;

    Recommendations(Recommender recommender) {
        this.recommender = recommender;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    RecommendationAnswer recommend(@RequestBody RecommendationRequest request) {
        return recommender.recommend(request, false);
    }

    /** The same for caches: a minute for everyone, for the customer's own browser when a person is named. */
    @GetMapping("/{context}")
    ResponseEntity<RecommendationAnswer> recommend(
            @PathVariable String context, @RequestParam MultiValueMap<String, String> parameters) {
        RecommendationRequest request = QueryString.request(context, parameters);
        RecommendationAnswer answer = recommender.recommend(request, true);
        return ResponseEntity.ok().cacheControl(keeping(request, answer)).body(answer);
    }

    private static CacheControl keeping(RecommendationRequest request, RecommendationAnswer answer) {
        if (answer.degraded()) {
            return CacheControl.noStore();
        }
        CacheControl minute = CacheControl.maxAge(FRESH);
        return request.isPersonal() ? minute.cachePrivate() : minute.cachePublic();
    }
}
