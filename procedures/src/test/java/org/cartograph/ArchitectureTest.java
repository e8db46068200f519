package org.cartograph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The layering of the plugin: procedure → {insight, audience, experiment, feedback, outcome, privacy, evaluate → {recommend,
 * model → facts}} → graph → the leaves.
 */
@AnalyzeClasses(packages = "org.cartograph", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule mathematicsKnowsOnlyJava = classes()
            .that()
            .resideInAnyPackage("..similarity..", "..settings..", "..work..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..similarity..", "..settings..", "..work..");

    @ArchTest
    static final ArchRule statisticsKnowOnlyDistributions = classes()
            .that()
            .resideInAPackage("org.cartograph.statistics..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "org.apache.commons.statistics..", "org.cartograph.statistics..");

    @ArchTest
    static final ArchRule recommendingNeverSeesTheModel = noClasses()
            .that()
            .resideInAPackage("..recommend..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..model..", "..facts..", "..evaluate..", "..procedure..");

    @ArchTest
    static final ArchRule learningNeverSeesRecommending = noClasses()
            .that()
            .resideInAPackage("..model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..recommend..", "..evaluate..", "..procedure..");

    @ArchTest
    static final ArchRule boxesAndTheirWorldKnowNobodyAbove = noClasses()
            .that()
            .resideInAnyPackage("..placement..", "..shop..", "..merchandise..", "..wording..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..model..", "..facts..", "..recommend..", "..evaluate..", "..procedure..");

    @ArchTest
    static final ArchRule insightReadsFactsAlone = noClasses()
            .that()
            .resideInAPackage("..insight..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..model..", "..recommend..", "..evaluate..", "..procedure..");

    @ArchTest
    static final ArchRule onlyProceduresAskForInsight = noClasses()
            .that()
            .resideOutsideOfPackages("..insight..", "..procedure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..insight..");

    @ArchTest
    static final ArchRule onlyProceduresAskForAudiences = noClasses()
            .that()
            .resideOutsideOfPackages("..audience..", "..procedure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..audience..");

    @ArchTest
    static final ArchRule audiencesNeverSeeTheModel = noClasses()
            .that()
            .resideInAPackage("..audience..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..model..", "..facts..", "..insight..", "..evaluate..", "..procedure..");

    /** What happened is written and counted without knowing how recommendations are made. */
    @ArchTest
    static final ArchRule outcomesNeverSeeRecommending = noClasses()
            .that()
            .resideInAnyPackage("..feedback..", "..outcome..", "..privacy..", "..experiment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..model..",
                    "..facts..",
                    "..recommend..",
                    "..evaluate..",
                    "..insight..",
                    "..audience..",
                    "..procedure..");

    @ArchTest
    static final ArchRule recommendingNeverSeesExperiments = noClasses()
            .that()
            .resideInAnyPackage("..recommend..", "..shop..", "..placement..", "..merchandise..", "..graph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..feedback..", "..outcome..", "..privacy..", "..experiment..");

    @ArchTest
    static final ArchRule theGraphKnowsNobodyAbove = noClasses()
            .that()
            .resideInAPackage("..graph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..model..",
                    "..facts..",
                    "..placement..",
                    "..shop..",
                    "..merchandise..",
                    "..wording..",
                    "..recommend..",
                    "..evaluate..",
                    "..procedure..");

    @ArchTest
    static final ArchRule rulesAndWordsKnowNobodyAbove = classes()
            .that()
            .resideInAnyPackage("..merchandise..", "..wording..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.neo4j.graphdb..",
                    "..merchandise..",
                    "..wording..",
                    "..graph..",
                    "..settings..");

    @ArchTest
    static final ArchRule onlyThePublicNeo4jApi = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.apache.commons.statistics..",
                    "org.cartograph..",
                    "org.neo4j.graphdb..",
                    "org.neo4j.procedure..",
                    "org.neo4j.logging..");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.cartograph.(*)..").should().beFreeOfCycles();
}
