package dev.truce.story;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.truce.story", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule whatIsToldIsPure = classes()
            .that(not(resideInAPackage("dev.truce.story.bundles..")))
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("dev.truce.story.bundles.."))
                    .and(resideInAnyPackage(
                            "dev.truce.story..",
                            "dev.truce.engine..",
                            "dev.truce.match..",
                            "dev.truce.protocol.message",
                            "dev.truce.protocol.text",
                            "io.nayuki.qrcodegen",
                            "java.lang",
                            "java.lang.invoke",
                            "java.lang.runtime",
                            "java.util",
                            "java.util.function",
                            "java.util.regex",
                            "java.util.stream",
                            "org.jspecify.annotations"))
                    .or(nameMatching("dev\\.truce\\.protocol\\.client\\.(Heard|LinkState)(\\$.*)?")))
            .because("a browser prints the same pages from the same classes, without files, threads and bundles");

    @ArchTest
    static final ArchRule textsAreHandedIn = noClasses()
            .that(not(resideInAPackage("dev.truce.story.bundles..")))
            .should()
            .callMethodWhere(JavaCall.Predicates.target(nameMatching("getResource.*|forName|getBundle")))
            .because("only the package of bundles reads resources");
}
