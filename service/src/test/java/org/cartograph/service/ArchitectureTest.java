package org.cartograph.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.cartograph", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoClassOfThePluginOrTheServer = noClasses()
            .that()
            .resideInAPackage("org.cartograph.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.cartograph.procedure..",
                    "org.cartograph.recommend..",
                    "org.cartograph.model..",
                    "org.cartograph.graph..",
                    "org.cartograph.similarity..",
                    "org.cartograph.settings..",
                    "org.cartograph.database..",
                    "org.neo4j.graphdb..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.cartograph.service.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingDependsOnTheDemo = noClasses()
            .that()
            .resideOutsideOfPackage("org.cartograph.service.demo..")
            .and()
            .resideInAPackage("org.cartograph.service..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.cartograph.service.demo..");

    /** Who calls is settled before an endpoint is reached. */
    @ArchTest
    static final ArchRule nothingDependsOnSecurity = noClasses()
            .that()
            .resideOutsideOfPackage("org.cartograph.service.security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.cartograph.service.security..");

    @ArchTest
    static final ArchRule problemsKnowNoFeature = noClasses()
            .that()
            .resideInAPackage("org.cartograph.service.problem..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.cartograph.service.recommendation..",
                    "org.cartograph.service.fallback..",
                    "org.cartograph.service.database..",
                    "org.cartograph.service.demo..");

    @ArchTest
    static final ArchRule onlyTheDemoLoadsShops = noClasses()
            .that()
            .resideInAPackage("org.cartograph.service..")
            .and()
            .resideOutsideOfPackage("org.cartograph.service.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.cartograph.load",
                    "org.cartograph.load.csv..",
                    "org.cartograph.demo..",
                    "org.cartograph.cli..");

    /** Facts are written by the loader's own statements, from the places that take them in. */
    @ArchTest
    static final ArchRule onlyTheWritingEndpointsWriteFacts = noClasses()
            .that()
            .resideInAPackage("org.cartograph.service..")
            .and()
            .resideOutsideOfPackages(
                    "org.cartograph.service.demo..",
                    "org.cartograph.service.orders..",
                    "org.cartograph.service.products..",
                    "org.cartograph.service.customers..",
                    "org.cartograph.service.events..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.cartograph.load.graph..");

    @ArchTest
    static final ArchRule onlyStreamsKnowKafka = noClasses()
            .that()
            .resideInAPackage("org.cartograph.service..")
            .and()
            .resideOutsideOfPackage("org.cartograph.service.stream..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.cartograph.service.stream..", "org.apache.kafka..", "org.springframework.kafka..");
}
