package org.cartograph.database;

import org.neo4j.kernel.internal.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: this program's version, from its jar, and the server's. */
final class Versions implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String own = getClass().getPackage().getImplementationVersion();
        return new String[] {
            "cartograph-database " + (own == null ? "unpackaged" : own) + ", Neo4j " + Version.getNeo4jVersion()
        };
    }
}
