package dev.truce.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Reads the bytecode of the whole engine for calls that may give other bits on another JVM.
 *
 * <p>Math and StrictMath may be used for sqrt, min, max and abs, which are exact by specification, and for what counts whole
 * numbers: floorDiv, floorMod and the *Exact methods. All else, pow and exp above all, is allowed to differ in the last bit
 * between machines.
 */
class FloatingPointScanTest {
    private static final Set<String> OWNERS = Set.of("java.lang.Math", "java.lang.StrictMath");
    private static final Set<String> EXACT = Set.of("sqrt", "min", "max", "abs", "floorDiv", "floorMod");

    @Test
    void theEngineCallsNoInexactMathematics() throws URISyntaxException {
        // By location and not by package, which would include the test classes.
        JavaClasses engine = new ClassFileImporter()
                .importPath(Path.of(Economy.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
        assertThat(engine.contain(Economy.class)).isTrue();
        assertThat(mathCalls(engine)).as("the scan sees calls at all").isNotEmpty();
        assertThat(inexactCalls(engine)).isEmpty();
    }

    @Test
    void theScanFindsAForbiddenCall() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        assertThat(inexactCalls(offender))
                .anyMatch(call -> call.contains("Math.pow"))
                .anyMatch(call -> call.contains("StrictMath.log"))
                .anyMatch(call -> call.contains("Math.exp"))
                .anyMatch(call -> call.contains("Math.fma"))
                .hasSize(4);
    }

    private static List<String> inexactCalls(JavaClasses classes) {
        return mathCalls(classes).stream()
                .filter(call -> !isExact(call.getTarget()))
                .map(JavaCodeUnitAccess::getDescription)
                .toList();
    }

    private static List<JavaCodeUnitAccess<?>> mathCalls(JavaClasses classes) {
        List<JavaCodeUnitAccess<?>> calls = new ArrayList<>();
        for (JavaClass type : classes) {
            calls.addAll(type.getMethodCallsFromSelf());
            calls.addAll(type.getMethodReferencesFromSelf());
        }
        calls.removeIf(call -> !OWNERS.contains(call.getTargetOwner().getName()));
        return calls;
    }

    private static boolean isExact(AccessTarget target) {
        return EXACT.contains(target.getName()) || target.getName().endsWith("Exact");
    }

    /** Does what the engine must not, once in each way that compiles to a call. Read by the scan, never run. */
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    private static final class Offender {
        static final DoubleUnaryOperator REFERENCE = Math::exp;

        static double offend(double x) {
            return Math.pow(x, 2) + StrictMath.log(x) + Math.fma(x, x, x) + Math.sqrt(Math.addExact(1, 2));
        }
    }
}
