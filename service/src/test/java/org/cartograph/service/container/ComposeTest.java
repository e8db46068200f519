package org.cartograph.service.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docker/compose.yaml starts, and the override with encryption. */
final class ComposeTest {

    private static final Compose FILE = Compose.read("compose.yaml");
    private static final Compose ENCRYPTED = Compose.read("compose.tls.yaml");
    private static final Compose BROKER = Compose.read("compose.kafka.yaml");

    /** Folders that scripts beside the file make on the machine where it is used. */
    private static final List<Path> ELSEWHERE = Stream.of("secrets", "tls")
            .map(Compose.FOLDER::resolve)
            .filter(folder -> !Files.isDirectory(folder))
            .toList();

    private static void eachService(BiConsumer<String, Map<String, Object>> check) {
        assertThat(FILE.services()).containsKeys("neo4j", "service", "demo", "backup", "restore");
        FILE.services().forEach(check);
    }

    @Test
    void limitsWhatEachContainerMayUse() {
        eachService((name, service) -> assertThat(service).as(name).containsKeys("mem_limit", "cpus", "pids_limit"));
    }

    @Test
    void takesFromEachContainerWhatItDoesNotNeed() {
        eachService((name, service) -> assertThat(service)
                .as(name)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true")));
    }

    @Test
    void runsNothingAsRoot() {
        eachService((name, service) -> assertThat(user(service))
                .as(name)
                .isNotEmpty()
                .doesNotStartWith("0")
                .doesNotStartWith("root"));
    }

    /** The user of the service, or of the image that it is built as, or of the one whose image it shares. */
    private static String user(Map<String, Object> service) {
        if (service.containsKey("user")) {
            return String.valueOf(service.get("user"));
        }
        return FILE.services().values().stream()
                .filter(other ->
                        other.containsKey("build") && other.get("image").equals(service.get("image")))
                .map(built -> Dockerfile.read(Compose.dockerfile(built)).last("USER"))
                .findFirst()
                .orElse("");
    }

    @Test
    void listensOnThisMachineOnly() {
        for (Compose file : List.of(FILE, ENCRYPTED, BROKER)) {
            file.services()
                    .forEach((name, service) -> assertThat(Compose.list(service, "ports"))
                            .as(name)
                            .allSatisfy(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:")));
        }
    }

    @Test
    void keepsSecretsInFiles() {
        Map<String, String> variables = new TreeMap<>();
        Stream.concat(FILE.environment(), ENCRYPTED.environment())
                .forEach(variable -> variables.put(variable.getKey(), variable.getValue()));

        variables.keySet().removeIf(name -> !name.matches("(?i).*(password|secret|token|neo4j_auth).*"));
        assertThat(variables).isNotEmpty();
        assertThat(variables.values()).allMatch(value -> value.startsWith("/run/secrets/"));
        assertThat(FILE.secrets().values())
                .allSatisfy(secret -> assertThat(String.valueOf(secret)).startsWith("{file=./secrets/"));
    }

    @Test
    void usesNoImageThatChangesUnderTheSameName() {
        eachService((name, service) ->
                assertThat(String.valueOf(service.get("image"))).as(name).matches("[a-z0-9/]+:v?[0-9]+\\.[0-9]+.*"));
    }

    @Test
    void startsNothingBeforeWhatItNeedsIsHealthy() {
        eachService((name, service) -> Compose.map(service, "depends_on").forEach((needed, how) -> {
            assertThat(how).as(name).isEqualTo(Map.of("condition", "service_healthy"));
            assertThat(hasHealthCheck(FILE.services().get(needed))).as(needed).isTrue();
        }));
        assertThat(FILE.services().get("service")).containsKey("depends_on");
    }

    @Test
    void knowsWhetherWhatRunsOnAndOnIsHealthy() {
        eachService((name, service) -> assertThat("no".equals(service.get("restart")) || hasHealthCheck(service))
                .as(name)
                .isTrue());
    }

    private static boolean hasHealthCheck(Map<String, Object> service) {
        return service.containsKey("healthcheck")
                || !Dockerfile.read(Compose.dockerfile(service))
                        .last("HEALTHCHECK")
                        .isEmpty();
    }

    @Test
    void refersToFilesThatExist() {
        for (Compose file : List.of(FILE, ENCRYPTED, BROKER)) {
            file.services().forEach((name, service) -> {
                if (service.containsKey("build")) {
                    assertThat(Compose.dockerfile(service)).as(name).isRegularFile();
                }
                assertThat(Compose.mounted(service)
                                .filter(path -> ELSEWHERE.stream().noneMatch(path::startsWith)))
                        .as(name)
                        .allMatch(Files::exists);
            });
        }
    }

    @Test
    void declaresTheVolumesAndSecretsThatItUses() {
        eachService((name, service) -> {
            assertThat(Compose.list(service, "volumes").stream()
                            .map(String::valueOf)
                            .filter(volume -> !volume.startsWith("./"))
                            .map(volume -> volume.substring(0, volume.indexOf(':'))))
                    .as(name)
                    .allMatch(FILE.volumes()::containsKey);
            assertThat(Compose.list(service, "secrets").stream()
                            .map(secret -> secret instanceof Map<?, ?> details ? details.get("source") : secret)
                            .map(String::valueOf))
                    .as(name)
                    .allMatch(FILE.secrets()::containsKey);
        });
    }

    @Test
    void laysItsEncryptionOverServicesThatThereAre() {
        assertThat(FILE.services().keySet()).containsAll(ENCRYPTED.services().keySet());
    }

    @Test
    void startsTheDemoMonitoringAndBackupsOnlyWhenAskedTo() {
        assertThat(FILE.services().get("demo").get("profiles")).isEqualTo(List.of("demo"));
        assertThat(FILE.services().get("backup").get("profiles")).isEqualTo(List.of("backup"));
        assertThat(FILE.services().get("restore").get("profiles")).isEqualTo(List.of("backup"));
        assertThat(FILE.services().get("prometheus").get("profiles")).isEqualTo(List.of("monitoring"));
        assertThat(FILE.services().get("grafana").get("profiles")).isEqualTo(List.of("monitoring"));
    }

    @Test
    void startsABrokerOnlyWhenAskedToAndWithinLimits() {
        assertThat(BROKER.services().values())
                .hasSize(3)
                .allSatisfy(service -> assertThat(service)
                        .containsKeys("profiles", "mem_limit", "cpus", "pids_limit")
                        .containsEntry("cap_drop", List.of("ALL")));
    }
}
