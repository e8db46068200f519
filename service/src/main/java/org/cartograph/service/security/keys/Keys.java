package org.cartograph.service.security.keys;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.cartograph.service.database.DatabaseAway;
import org.cartograph.service.problem.InvalidRequest;
import org.cartograph.service.problem.NotFound;
import org.cartograph.service.problem.NotReady;
import org.cartograph.service.security.Mode;
import org.cartograph.service.security.Role;
import org.cartograph.service.security.SecuritySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may use this service? */
@RestController
@RequestMapping(path = "/v1/keys", produces = MediaType.APPLICATION_JSON_VALUE)
final class Keys {

    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

    private final SecuritySettings settings;
    private final KeyGraph graph;
    private final KeyRing ring;

    Keys(SecuritySettings settings, KeyGraph graph, KeyRing ring) {
        this.settings = settings;
        this.graph = graph;
        this.ring = ring;
    }

    /** All keys: those of the configuration, then those of the graph, of which revoked ones come last. */
    @Schema(name = "AllKeys")
    record All(List<KeyAnswer> keys) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<KeyAnswer> create(@RequestBody KeyRequest wanted) {
        boolean browser = wanted.roles().contains(Role.BROWSER);
        if (settings.mode() == Mode.OAUTH2 && !browser) {
            throw new InvalidRequest(
                    "`roles` must be browser alone, because all others bring a token here, but was another.");
        }
        if (ring.size() >= KeyGraph.MOST) {
            throw new InvalidRequest("There are %,d keys already: revoke some first.".formatted(KeyGraph.MOST));
        }
        KeyText text = KeyText.random(browser);
        ApiKey key = new ApiKey(
                text.id(), wanted.name(), text.hash(), wanted.roles(), wanted.origins(), wanted.limit(), null);
        try {
            key = key.created(graph.create(key));
        } catch (DatabaseAway away) {
            throw new NotReady(
                    "The database did not confirm the key; try again in a moment, and revoke what you did not get.");
        }
        ring.add(key);
        LOG.info("Key {} of {} made, roles {}", key.id(), key.name(), key.roles());
        return ResponseEntity.status(HttpStatus.CREATED).body(KeyAnswer.created(key, text));
    }

    @GetMapping
    ResponseEntity<All> list() {
        try {
            List<KeyAnswer> all = Stream.concat(
                            ring.configured().stream().map(KeyAnswer::configured),
                            graph.read(true).stream().map(KeyAnswer::kept))
                    .toList();
            return ResponseEntity.ok().body(new All(all));
        } catch (DatabaseAway away) {
            throw new NotReady("The keys cannot be listed while the database is away; try again in a moment.");
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        if (ring.isConfigured(id)) {
            throw new InvalidRequest(
                    "`id` must be that of a key of the graph, but this one stands in the configuration.");
        }
        try {
            String name = graph.revoke(id)
                    .orElseThrow(() -> new NotFound("`id` must be that of a key, but there is none of this id."));
            ring.remove(id);
            LOG.info("Key {} of {} revoked", id, name);
        } catch (DatabaseAway away) {
            throw new NotReady(
                    "The database did not confirm it, and the key may still be good; send it again in a moment.");
        }
    }
}
