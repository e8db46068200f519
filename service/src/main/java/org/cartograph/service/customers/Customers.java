package org.cartograph.service.customers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cartograph.service.problem.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What does the shop hold about me, what may it use, and how do I leave? */
@RestController
@RequestMapping(path = "/v1/customers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
final class Customers {

    private static final String PREFER = "CALL cartograph.customer.prefer($id, $config)";
    private static final String EXPORT = "CALL cartograph.customer.export($id)";
    private static final String FORGET = "CALL cartograph.customer.forget($id)";
    private static final String MERGE = "CALL cartograph.customer.merge($visitorId, $id)";

    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    /** A reseller's 100,000 purchases are erased in some seconds. */
    private static final Duration ALL_OF_THEM = Duration.ofSeconds(60);

    private final CustomerCalls calls;

    Customers(CustomerCalls calls) {
        this.calls = calls;
    }

    @PutMapping(path = "/preferences", consumes = MediaType.APPLICATION_JSON_VALUE)
    PreferencesAnswer prefer(@PathVariable String id, @RequestBody PreferencesRequest wanted) {
        return calls.change(
                PREFER,
                Map.of("id", id, "config", wanted.asParameter()),
                AT_ONCE,
                rows -> PreferencesAnswer.of(id, rows.get(0)));
    }

    @GetMapping("/export")
    ResponseEntity<ExportAnswer> export(@PathVariable String id) {
        List<ExportAnswer.Held> held = calls.read(
                EXPORT,
                Map.of("id", id),
                ALL_OF_THEM,
                rows -> rows.stream().map(ExportAnswer.Held::of).toList());
        if (held.isEmpty()) {
            throw new NotFound("Nothing is held about a customer of this id.");
        }
        return ResponseEntity.ok().body(new ExportAnswer(id, held));
    }

    /** Says the same to who was erased long ago: what was asked for holds, and an erasure that was cut short is ended. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String id) {
        calls.change(FORGET, Map.of("id", id), ALL_OF_THEM, List::size);
    }

    @PostMapping(path = "/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    MergeAnswer merge(@PathVariable String id, @RequestBody MergeRequest login) {
        return calls.change(
                MERGE, Map.of("visitorId", login.visitorId(), "id", id), AT_ONCE, rows -> MergeAnswer.of(rows.get(0)));
    }
}
