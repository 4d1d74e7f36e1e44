package dev.truce.protocol.slim;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the slim artifact may ask for. */
class SlimArchitectureTest {
    private static final JavaClasses SLIM = new ClassFileImporter().importPath(SlimClasses.classes());

    @Test
    void noLibraryIsNeeded() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..", "dev.truce.engine..", "dev.truce.match..", "dev.truce.protocol..", "org.jspecify..")
                .because("the browser gets all classes that are named, and these are the ones that it can have")
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
