package org.cartograph.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.cartograph.service.RunningService;
import org.cartograph.service.fallback.CornerShop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A service that takes tokens, with an authorization server that does no more than publish its key. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class TokensOfAnIssuerTest {

    private static final String PAGE = "/v1/recommendations/home";
    private static final String ISSUER = "https://login.example";

    @TempDir
    private static Path folder;

    private static RSAKey signing;
    private static HttpServer issuer;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        CornerShop.keepIn(folder);
        signing = new RSAKeyGenerator(2048).keyID("today").generate();
        byte[] keys = new JWKSet(signing.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        service = start("jwk-set-uri=http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
    }

    private static RunningService start(String key) {
        return RunningService.start(
                "bolt://127.0.0.1:1",
                folder,
                "--cartograph.security.mode=oauth2",
                "--cartograph.security.oauth2." + key,
                "--cartograph.security.oauth2.issuer=" + ISSUER,
                "--cartograph.security.oauth2.audience=cartograph",
                "--cartograph.security.oauth2.roles.admin=cartograph:admin",
                "--cartograph.security.keys[0].name=page",
                "--cartograph.security.keys[0].secret=" + TestKeys.of(Role.BROWSER),
                "--cartograph.security.keys[0].roles=browser",
                "--cartograph.security.keys[0].origins=" + TestKeys.PAGE,
                "--cartograph.security.keys[1].name=server",
                "--cartograph.security.keys[1].secret=" + TestKeys.of(Role.STOREFRONT),
                "--cartograph.security.keys[1].roles=storefront",
                "--spring.jmx.enabled=false");
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.stop(0);
    }

    private static JWTClaimsSet.Builder claims(String scope) {
        return new JWTClaimsSet.Builder()
                .subject("shop")
                .issuer(ISSUER)
                .audience("cartograph")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("scope", scope);
    }

    private static String token(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
        return token(claims, key, null);
    }

    private static String token(JWTClaimsSet.Builder claims, RSAKey key, @Nullable JOSEObjectType type)
            throws JOSEException {
        return token(claims, key, type, "today");
    }

    private static String token(
            JWTClaimsSet.Builder claims, RSAKey key, @Nullable JOSEObjectType type, String nameOfKey)
            throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(nameOfKey)
                .type(type)
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static HttpResponse<String> get(String token, String path) {
        return get(service, token, path);
    }

    private static HttpResponse<String> get(RunningService asked, String token, String path) {
        return Caller.of(asked).with("Authorization", "Bearer " + token).get(path);
    }

    @Test
    @Order(1)
    void doesWhatItsWordsSay() throws JOSEException {
        String storefront = token(claims("openid storefront"), signing);
        String admin = token(claims("cartograph:admin"), signing);

        assertThat(get(storefront, PAGE).statusCode()).isEqualTo(200);
        assertThat(get(storefront, "/v1/keys").statusCode()).isEqualTo(403);
        assertThat(get(admin, "/v1/keys").statusCode()).isEqualTo(503); // let in, where the database is down
        assertThat(get(admin, PAGE).statusCode()).isEqualTo(403);
        assertThat(get(token(claims("admin browser"), signing), PAGE).statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(1)
    void isTakenWhenItSaysThatItIsOne() throws JOSEException {
        for (String type : List.of("at+jwt", "JWT")) {
            assertThat(get(token(claims("storefront"), signing, new JOSEObjectType(type)), PAGE)
                            .statusCode())
                    .as(type)
                    .isEqualTo(200);
        }
        assertThat(get(token(claims("storefront"), signing, new JOSEObjectType("dpop+jwt")), PAGE)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(2)
    void isRefusedWhenItIsLateOrForOthersOrFromOthers() throws JOSEException {
        RSAKey others = new RSAKeyGenerator(2048).keyID("today").generate();
        Date past = Date.from(Instant.now().minusSeconds(600));

        assertThat(get(token(claims("storefront").expirationTime(past), signing), PAGE)
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(token(claims("storefront").audience("bank"), signing), PAGE)
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(token(claims("storefront").issuer("https://evil.example"), signing), PAGE)
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(token(claims("storefront"), others), PAGE).statusCode()).isEqualTo(401);
        assertThat(get(new PlainJWT(claims("storefront").build()).serialize(), PAGE)
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(token(claims("storefront").expirationTime(null), signing), PAGE)
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("nonsense", PAGE).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void isRefusedHoweverOftenItNamesAKeyThatItsIssuerDoesNotHave() throws JOSEException {
        for (int made = 0; made < 6; made++) {
            String token = token(claims("storefront"), signing, null, "made-up-" + made);

            assertThat(get(token, PAGE).statusCode()).isEqualTo(401);
        }
        assertThat(get(token(claims("storefront"), signing), PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void hasALimitForEachOfItsRoles() throws JOSEException {
        String monitor = token(claims("monitor"), signing);
        String storefront = token(claims("storefront"), signing);
        HttpResponse<String> watching = get(monitor, "/actuator/info");
        for (int often = 0; often < 60 && watching.statusCode() == 200; often++) {
            watching = get(monitor, "/actuator/info");
        }

        assertThat(watching.statusCode()).isEqualTo(429);
        assertThat(get(storefront, PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void isAskedForInOneSentence() {
        HttpResponse<String> answer = Caller.of(service).get(PAGE);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(Caller.detail(answer)).isEqualTo("`Authorization` must be Bearer with a token, but was missing.");
    }

    @Test
    @Order(4)
    void standsBesideTheKeysOfBrowsersAndOfNobodyElse() {
        Caller page = Caller.of(service).withKey(TestKeys.of(Role.BROWSER)).with("Origin", TestKeys.PAGE);

        assertThat(page.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(Caller.of(service)
                        .withKey(TestKeys.of(Role.STOREFRONT))
                        .get(PAGE)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(5)
    void isTakenByTheKeysThatWereReadWhileItsIssuerIsAway() throws JOSEException {
        issuer.stop(0);

        assertThat(get(token(claims("storefront"), signing), PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void isTakenByAKeyInAFileToo() throws IOException, JOSEException {
        Path pem = folder.resolve("issuer.pem");
        Files.writeString(
                pem,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(signing.toRSAPublicKey().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        try (RunningService offline = start("public-key=file:" + pem)) {
            assertThat(get(offline, token(claims("storefront"), signing), PAGE).statusCode())
                    .isEqualTo(200);
            assertThat(get(offline, "nonsense", PAGE).statusCode()).isEqualTo(401);
        }
    }

    @Test
    @Order(7)
    void cannotBeLookedAtBeforeTheIssuersKeysWereRead() throws JOSEException {
        try (RunningService early = start("jwk-set-uri=http://127.0.0.1:1/keys")) {
            for (int often = 0; often < 4; often++) {
                HttpResponse<String> answer = get(early, token(claims("storefront"), signing), PAGE);

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            }
        }
    }
}
