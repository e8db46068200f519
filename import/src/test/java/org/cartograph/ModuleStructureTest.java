package org.cartograph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.cartograph", importOptions = ImportOption.DoNotIncludeTests.class)
final class ModuleStructureTest {

    @ArchTest
    static final ArchRule nothingDependsOnTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("org.cartograph.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.cartograph.cli..");

    @ArchTest
    static final ArchRule theDemoShopKnowsNothingOfLoading = noClasses()
            .that()
            .resideInAPackage("org.cartograph.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.cartograph.load..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule loadingKnowsNothingOfTheDemoShop = noClasses()
            .that()
            .resideInAPackage("org.cartograph.load..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.cartograph.demo..");

    @ArchTest
    static final ArchRule exportKnowsNothingOfLoading = noClasses()
            .that()
            .resideInAPackage("org.cartograph.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.cartograph.load..", "org.cartograph.demo..");

    @ArchTest
    static final ArchRule writersKnowNothingOfFiles = noClasses()
            .that()
            .resideInAPackage("org.cartograph.load.graph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.cartograph.load",
                    "org.cartograph.load.csv..",
                    "org.cartograph.load.columns..",
                    "org.cartograph.load.rows..");

    @ArchTest
    static final ArchRule valuesArePureJava = classes()
            .that()
            .resideInAPackage("org.cartograph.load.values..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.cartograph.load.values..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.cartograph.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classesAreFinal = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotAnonymousClasses()
            .and()
            .areNotEnums()
            .should()
            .haveModifier(JavaModifier.FINAL);
}
