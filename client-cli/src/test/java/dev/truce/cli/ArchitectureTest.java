package dev.truce.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may import whom; the table of docs/why/architecture.md. This module sees all the others, so the rules stand here. */
@AnalyzeClasses(packages = "dev.truce", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
    /** The predefined option does not know the folder of the quick profile, nor the jars of tests that serve other modules. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule theEngineUsesTheLanguageAndNothingElse = classes()
            .that()
            .resideInAPackage("dev.truce.engine..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "dev.truce.engine..",
                            "java.lang",
                            "java.lang.invoke",
                            "java.lang.runtime",
                            "java.util",
                            "java.util.function",
                            "java.util.stream",
                            "org.jspecify.annotations")
                    .or(resideInAPackage("java.security"))
                    .or(resideInAPackage("java.nio.charset")))
            .because("a seed gives the same bits everywhere only if no clock, thread, file or locale is in reach");

    @ArchTest
    static final ArchRule theRefereeDoesNoInputOutput = noClasses()
            .that()
            .resideInAPackage("dev.truce.match..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.nio.file..", "java.net..", "java.time..", "java.util.concurrent..", "org.slf4j.."))
            .because("the same referee is served by Netty, looped by a tournament and driven by tests with faults");

    @ArchTest
    static final ArchRule matchesForLearnersKnowNoReferee = classes()
            .that()
            .resideInAPackage("dev.truce.env..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "dev.truce.env..",
                    "dev.truce.bot",
                    "dev.truce.engine..",
                    "dev.truce.match",
                    "dev.truce.match.deed",
                    "dev.truce.match.negotiation",
                    "dev.truce.match.record",
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.nio",
                    "java.nio.charset",
                    "java.security",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "org.jspecify.annotations"))
            .because(
                    "a round for a learner costs what the rules cost: no referee, no JSON, no journal, no thread, no clock");

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsNetty = noClasses()
            .that(not(resideInAnyPackage("dev.truce.protocol..", "dev.truce.app..")))
            .should()
            .dependOnClassesThat(resideInAPackage("io.netty.."))
            .because("rules, bots and screens must not care how bytes travel");

    @ArchTest
    static final ArchRule onlyModelsAreAskedOverHttp = noClasses()
            .that(not(resideInAPackage("dev.truce.bot.line.model..")))
            .should()
            .dependOnClassesThat(resideInAPackage("java.net.http.."))
            .because("what leaves this machine, and the key that goes with it, must be found in one place");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsSql = noClasses()
            .that(not(resideInAPackage("dev.truce.store..")))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite.."))
            .because("the store is one small port; PostgreSQL must be a change of that module alone");

    @ArchTest
    static final ArchRule nobodyParsesTextFormatsOfProtobufFromTheNetwork = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.google.protobuf.TextFormat")
            .because("its parser is not made for hostile input");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("dev.truce.(**)")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to start somewhere");

    @ArchTest
    static final ArchRule nobodyDependsOnTheServerButWhatStartsOne = noClasses()
            .that(not(resideInAnyPackage("dev.truce.app..", "dev.truce.cli..")))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.truce.app.."))
            .because("a host is replaceable; nothing below it may know it");

    /** What the compiler and a record have by themselves, or what other code calls by an interface. */
    private static final Set<String> BY_THEMSELVES = Set.of("equals", "hashCode", "toString", "in");

    /** What the build writes from the schema must not be there for tests, or for nobody. */
    @ArchTest
    static final ArchRule nothingIsWrittenFromTheSchemaThatNoProgramCalls = codeUnits()
            .that()
            .areDeclaredInClassesThat(describe("are written from the schema", ArchitectureTest::isWritten))
            .and(describe(
                    "are not there by themselves",
                    unit -> !BY_THEMSELVES.contains(unit.getName())
                            && !unit.getModifiers().contains(JavaModifier.PRIVATE)
                            && !unit.getName().equals(JavaStaticInitializer.STATIC_INITIALIZER_NAME)))
            .should(be(describe("called", ArchitectureTest::isCalled)))
            .because("the schema says what of a record is written, and the build writes no more");

    private static boolean isWritten(JavaClass type) {
        if (type.getPackageName().equals("dev.truce.protocol.codec")) {
            return type.getSimpleName().endsWith("Wire");
        }
        boolean isOfFamilies = Set.of("dev.truce.match", "dev.truce.match.deed", "dev.truce.protocol.message")
                .contains(type.getPackageName());
        return isOfFamilies
                && !type.isEnum()
                && Stream.iterate(
                                Optional.of(type),
                                Optional::isPresent,
                                inner -> inner.get().getEnclosingClass())
                        .flatMap(Optional::stream)
                        .anyMatch(each -> each.isInterface()
                                && each.getAllMethods().stream()
                                        .anyMatch(method -> method.getName().equals("in")));
    }

    /** Whether somebody calls it, or what it stands for in the types above its own. */
    private static boolean isCalled(JavaCodeUnit unit) {
        return !unit.getAccessesToSelf().isEmpty()
                || !unit.getOwner().getAllSubclasses().isEmpty()
                        && unit.getModifiers().contains(JavaModifier.ABSTRACT)
                || unit.getOwner().getAllRawInterfaces().stream()
                        .flatMap(above -> above.getMethods().stream())
                        .anyMatch(above -> above.getName().equals(unit.getName())
                                && !above.getAccessesToSelf().isEmpty());
    }
}
