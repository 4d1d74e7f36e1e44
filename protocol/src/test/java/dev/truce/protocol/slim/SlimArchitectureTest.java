package dev.truce.protocol.slim;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.security.SecureRandom;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the slim artifact may ask for. */
class SlimArchitectureTest {
    private static final JavaClasses SLIM = new ClassFileImporter().importPath(SlimClasses.classes());

    /** What the compiler to WebAssembly has of the platform. */
    private static final DescribedPredicate<JavaClass> BROWSER = resideInAnyPackage(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.nio",
                    "java.nio.charset",
                    "java.security",
                    "java.text",
                    "java.util",
                    "java.util.function",
                    "java.util.random",
                    "java.util.stream",
                    "org.jspecify.annotations")
            .and(not(DescribedPredicate.<JavaClass>describe(
                    "threads and secrets of the system",
                    type -> type.isAssignableTo(Thread.class)
                            || type.isAssignableTo(ThreadLocal.class)
                            || type.isAssignableTo(SecureRandom.class))))
            .as("what a browser has");

    @Test
    void onlyWhatABrowserHasIsAskedFor() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat(BROWSER.or(
                                resideInAnyPackage("dev.truce.engine..", "dev.truce.match..", "dev.truce.protocol.."))
                        .or(DescribedPredicate.<JavaClass>describe("numbers", JavaClass::isPrimitive)))
                .because("the artifact runs in the page, where there is no socket, file, thread or reflection")
                .check(SLIM);
    }

    @Test
    void everyAccessorThatTheCodecAsksForIsThere() {
        TreeSet<String> missing = new TreeSet<>();
        for (JavaClass type : SLIM) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                String owner = access.getTargetOwner().getName();
                if (owner.startsWith("dev.truce.protocol.")
                        && access.getTarget().resolveMember().isEmpty()) {
                    missing.add(access.getTarget().getFullName() + " for " + type.getName());
                }
            }
        }
        assertThat(List.copyOf(missing)).isEmpty();
    }
}
