package org.cartograph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cartograph.load.LoadFiles;
import org.cartograph.load.LoadOptions;
import org.cartograph.load.LoadSummary;
import org.cartograph.load.Loader;
import org.cartograph.load.Progress;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "load", description = "Loads files into the graph; loading them again changes nothing.")
final class LoadCommand implements Callable<Integer> {

    @Option(names = "--products")
    @Nullable
    Path products;

    @Option(names = "--orders")
    @Nullable
    Path orders;

    @Option(names = "--uri", defaultValue = "bolt://127.0.0.1:7687")
    String uri = "";

    @Override
    public Integer call() {
        try (Driver driver = GraphDatabase.driver(uri, AuthTokens.none())) {
            LoadSummary summary = new Loader(driver, LoadOptions.standard(), Progress.silent())
                    .load(new LoadFiles(products, orders, null, null, null));
            System.out.println(summary);
            return summary.rejected() == 0 ? 0 : 2;
        }
    }
}
