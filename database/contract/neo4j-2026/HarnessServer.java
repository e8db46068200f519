import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * Starts Neo4j with one plugin and stays until its standard input ends. Compiled by the JDK that runs it: those who build
 * this project need not have one that is new enough.
 */
final class HarnessServer {

    public static void main(String[] plugin) throws Exception {
        Path plugins = Files.createTempDirectory("plugins");
        Path jar = Path.of(plugin[0]);
        Files.copy(jar, plugins.resolve(jar.getFileName()));
        try (Neo4j neo4j = Neo4jBuilders.newInProcessBuilder()
                .withDisabledServer()
                .withConfig(GraphDatabaseSettings.plugin_dir, plugins)
                .build()) {
            System.out.println("READY " + neo4j.boltURI());
            System.in.transferTo(System.out);
        }
    }
}
