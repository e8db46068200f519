package org.cartograph.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cartograph.service.RunningService;
import org.cartograph.service.demo.ChildDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every endpoint that the running service has, asked by everybody who might.
 *
 * <p>The table is written by hand, so that a new endpoint fails here until somebody has said who it is for.
 */
final class EveryAddressIT {

    private static final Map<String, Set<Role>> WHO = new HashMap<>();

    static {
        door("POST /v1/recommendations", Role.STOREFRONT, Role.BROWSER);
        door("GET /v1/recommendations/{context}", Role.STOREFRONT, Role.BROWSER);
        door("POST /v1/events", Role.STOREFRONT, Role.BROWSER);
        door("POST /v1/explanations", Role.STOREFRONT);
        door("PUT /v1/customers/{id}/preferences", Role.STOREFRONT, Role.ADMIN);
        door("POST /v1/customers/{id}/merge", Role.STOREFRONT, Role.ADMIN);
        door("GET /v1/customers/{id}/export", Role.ADMIN);
        door("DELETE /v1/customers/{id}", Role.ADMIN);
        door("POST /v1/orders", Role.INGEST);
        door("PUT /v1/products", Role.INGEST);
        door("PATCH /v1/products/{id}/stock", Role.INGEST);
        door("GET /v1/experiments", Role.ADMIN);
        door("POST /v1/experiments", Role.ADMIN);
        door("POST /v1/experiments/{name}/start", Role.ADMIN);
        door("POST /v1/experiments/{name}/stop", Role.ADMIN);
        door("GET /v1/experiments/{name}/report", Role.ADMIN);
        door("DELETE /v1/experiments/{name}", Role.ADMIN);
        door("GET /v1/keys", Role.ADMIN);
        door("POST /v1/keys", Role.ADMIN);
        door("DELETE /v1/keys/{id}", Role.ADMIN);
        door("GET /actuator", Role.ADMIN);
        door("GET /actuator/health");
        door("GET /actuator/health/**", Role.ADMIN);
        door("GET /actuator/info", Role.ADMIN, Role.MONITOR);
        door("GET /actuator/metrics", Role.ADMIN, Role.MONITOR);
        door("GET /actuator/metrics/{requiredMetricName}", Role.ADMIN, Role.MONITOR);
        door("GET /actuator/prometheus", Role.ADMIN, Role.MONITOR);
        door("GET /error");
        door("GET /openapi");
        door("GET /openapi.yaml");
    }

    private static void door(String endpoint, Role... roles) {
        WHO.put(endpoint, Set.of(roles));
    }

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static String revoked;
    private static List<String> endpoints = List.of();

    @BeforeAll
    static void open() {
        ChildDatabase database = ChildDatabase.shared();
        service = RunningService.start(
                database.uri(),
                folder,
                TestKeys.arguments(
                        "--cartograph.neo4j.password=" + database.password(),
                        "--cartograph.security.limits.admin.per-second=0",
                        "--cartograph.security.limits.monitor.per-second=0",
                        "--cartograph.security.refusal-limit.per-second=0"));
        revoked = revokedKey();
        endpoints = endpoints();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static String revokedKey() {
        Caller admin = Caller.of(service).withKey(TestKeys.of(Role.ADMIN));
        HttpResponse<String> made = admin.post("/v1/keys", """
                {"name": "gone", "roles": ["storefront", "ingest", "admin", "monitor"]}""");
        admin.send("DELETE", "/v1/keys/" + Caller.json(made).path("id").asString(), "");
        return Caller.json(made).path("key").asString();
    }

    private static List<String> endpoints() {
        Set<String> found = new TreeSet<>();
        for (HandlerMapping mapping : service.part(DispatcherServlet.class).getHandlerMappings()) {
            if (mapping instanceof RequestMappingInfoHandlerMapping endpoints) {
                endpoints.getHandlerMethods().keySet().forEach(info -> found.addAll(endpoints(info)));
            }
        }
        return List.copyOf(found);
    }

    private static List<String> endpoints(RequestMappingInfo info) {
        List<String> all = new ArrayList<>();
        for (String pattern : info.getPatternValues()) {
            if (info.getMethodsCondition().isEmpty()) {
                all.add("GET " + pattern);
            }
            info.getMethodsCondition().getMethods().forEach(method -> all.add(method + " " + pattern));
        }
        return all;
    }

    private static HttpResponse<String> call(Caller caller, String endpoint) {
        String[] parts = endpoint.split(" ", -1);
        String path = parts[1].replace("/**", "/x").replaceAll("\\{[^}]*}", "x");
        return caller.send(parts[0], path, parts[0].equals("GET") || parts[0].equals("DELETE") ? "" : "{}");
    }

    @Test
    void isForSomebodyWhoIsNamedHere() {
        assertThat(endpoints)
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(WHO).containsKey(endpoint));
    }

    @Test
    void isClosedToWhoeverHasNoKeyThatIsGood() {
        List<Caller> strangers = List.of(
                Caller.of(service),
                Caller.of(service).withKey("let me in"),
                Caller.of(service).withKey(TestKeys.unknown()),
                Caller.of(service).withKey(TestKeys.of(Role.ADMIN) + "x"),
                Caller.of(service).withKey(revoked));

        for (String endpoint : endpoints) {
            for (Caller stranger : strangers) {
                HttpResponse<String> answer = call(stranger, endpoint);
                if (WHO.get(endpoint).isEmpty()) {
                    assertThat(answer.statusCode()).as(endpoint).isNotIn(401, 403);
                } else {
                    assertThat(answer.statusCode()).as(endpoint).isEqualTo(401);
                    assertThat(Caller.detail(answer)).as(endpoint).startsWith("`X-API-Key` must be ");
                }
            }
        }
    }

    @Test
    void isOpenToTheRolesItIsForAndToNoOther() {
        for (String endpoint : endpoints) {
            for (Role role : Role.values()) {
                Caller caller = Caller.of(service).withKey(TestKeys.of(role)).with("Origin", TestKeys.PAGE);
                HttpResponse<String> answer = call(caller, endpoint);
                if (WHO.get(endpoint).isEmpty() || WHO.get(endpoint).contains(role)) {
                    assertThat(answer.statusCode()).as(endpoint + " " + role).isNotIn(401, 403, 405, 429);
                    assertThat(answer.body())
                            .as(endpoint + " " + role)
                            .doesNotContain("There is nothing at this address");
                } else {
                    assertThat(answer.statusCode()).as(endpoint + " " + role).isEqualTo(403);
                    assertThat(Caller.detail(answer)).startsWith("`X-API-Key` must have the role ");
                }
            }
        }
    }

    @Test
    void isHiddenWhereThereIsNone() {
        assertThat(Caller.of(service).get("/v1/secrets").statusCode()).isEqualTo(401);
        Arrays.stream(Role.values())
                .filter(role -> role != Role.BROWSER)
                .forEach(role -> assertThat(Caller.of(service)
                                .withKey(TestKeys.of(role))
                                .get("/v1/secrets")
                                .statusCode())
                        .isEqualTo(404));
    }
}
