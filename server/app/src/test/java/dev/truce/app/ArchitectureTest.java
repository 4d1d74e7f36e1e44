package dev.truce.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.truce.app", importOptions = ArchitectureTest.NotTests.class)
class ArchitectureTest {
    /** What is compiled from the main sources, in whatever folder the build puts it. */
    static final class NotTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule onlyConnectionsKnowNetty = noClasses()
            .that(not(resideInAnyPackage("dev.truce.app.net..", "dev.truce.app.http..", "dev.truce.app.metrics..")))
            .should()
            .dependOnClassesThat(resideInAPackage("io.netty.."))
            .because("matches are hosted without a network in tests, simulations and clusters;"
                    + " the figures watch the event loops and buffers");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsSql = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite.."))
            .because("another database has to be a change in the module truce-store");

    @ArchTest
    static final ArchRule onlyTheEncodingKnowsItsSchema = noClasses()
            .that(not(resideInAPackage("dev.truce.app.encoding..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.truce.protocol.journal..", "com.google.protobuf.."))
            .because("one place knows both what is stored and what it means");

    @ArchTest
    static final ArchRule theWireSchemaStaysInTheProtocol = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.truce.protocol.v2.."))
            .because("only the protocol's codec sees both generated types and those of the game");

    @ArchTest
    static final ArchRule roomsKnowNoHost = noClasses()
            .that(resideInAnyPackage("dev.truce.app.room..", "dev.truce.app.encoding.."))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("dev.truce.app.host..", "dev.truce.app.net..", "dev.truce.app.metrics.."))
            .because("what is stored and who sits where can be tested without anything that runs");

    @ArchTest
    static final ArchRule theHostKnowsNoConnections = noClasses()
            .that(resideInAPackage("dev.truce.app.host.."))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("dev.truce.app.net..", "dev.truce.app.http..", "dev.truce.app.metrics.."))
            .because("a match does not care over what it is watched");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("waiting is a matter of timers, which tests can turn by hand");

    @ArchTest
    static final ArchRule theClockIsGiven = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .because("the time people are told comes from the clock that the server was given");

    @ArchTest
    static final ArchRule packagesAreInternal = classes()
            .that(resideInAPackage("dev.truce.app"))
            .and()
            .arePublic()
            .should()
            .haveSimpleNameStartingWith("TruceServer")
            .orShould()
            .haveSimpleName("ServerLog")
            .because("programs that embed a server need nothing else, beside its settings");

    @ArchTest
    static final ArchRule noCycles = slices().matching("dev.truce.app.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle of packages is one package");
}
