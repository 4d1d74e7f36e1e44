package dev.truce.protocol;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know what in this module. */
@AnalyzeClasses(packages = "dev.truce.protocol", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

    /** Leaves tests out, in whatever folder a profile compiles them to. */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule onlyTheMappingKnowsBothWorlds = noClasses()
            .that(resideInAPackage("dev.truce.protocol.."))
            .and(not(resideInAnyPackage(
                    "dev.truce.protocol.codec..", "dev.truce.protocol.framing..", "dev.truce.protocol.slim.build..")))
            .and(not(resideInAnyPackage("dev.truce.protocol.v2..", "dev.truce.protocol.journal..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.truce.protocol.v2..", "dev.truce.protocol.journal.."))
            .because("a change of the schema must be a change of one place");

    @ArchTest
    static final ArchRule theStagesKnowNoRules = noClasses()
            .that(resideInAPackage("dev.truce.protocol.framing.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.truce.engine..", "dev.truce.match.."))
            .because("what stands between bytes and messages must not have an opinion on the game");

    @ArchTest
    static final ArchRule generatedClassesKnowNothingOfOurs = noClasses()
            .that(resideInAPackage("dev.truce.protocol.v2.."))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.truce..")
                    .and(not(resideInAnyPackage("dev.truce.protocol.v2..", "dev.truce.protocol.options.."))))
            .because("the schema is the contract with programs that do not have our classes");

    @ArchTest
    static final ArchRule onlyStagesAndConnectionsKnowNetty = noClasses()
            .that(not(resideInAnyPackage("dev.truce.protocol.framing..", "dev.truce.protocol.client..")))
            .should()
            .dependOnClassesThat(resideInAPackage("io.netty.."))
            .because("messages and their meaning do not depend on how bytes travel");

    @ArchTest
    static final ArchRule theConversationIsTestableWithoutANetwork = noClasses()
            .that()
            .haveSimpleNameStartingWith("Conversation")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.netty..", "java.net..", "java.nio.."))
            .because("reconnecting is tested with a network and a clock that the test moves");

    @ArchTest
    static final ArchRule textFormatsStayAwayFromTheNetwork = noClasses()
            .that(not(resideInAPackage("dev.truce.protocol.v2..")))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.google\\.protobuf\\.(TextFormat|util\\.JsonFormat).*")
            .because("their parsers are not made for hostile input (CVE-2021-22569 and its kind)");
}
