package dev.truce.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.Timer;

/** What the page needs stays within what a browser has. The compiler would say so too, ten seconds later and in more words. */
@AnalyzeClasses(packages = "dev.truce", importOptions = WasmCleanTest.WithoutTests.class)
class WasmCleanTest {
    /** Leaves tests out, in the folder of the quick profile and in jars too. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    /** The page's program, and what of it is done otherwise there. */
    private static final DescribedPredicate<JavaClass> PROGRAM = resideInAnyPackage(
                    "dev.truce.engine..",
                    "dev.truce.match..",
                    "dev.truce.bot..",
                    "dev.truce.bots..",
                    "dev.truce.story..",
                    "dev.truce.web..",
                    "dev.truce.protocol..")
            .and(not(resideInAnyPackage(
                    "dev.truce.bot.wire..",
                    "dev.truce.bot.line..",
                    "dev.truce.story.bundles..",
                    "dev.truce.web.build..")))
            .and(not(DescribedPredicate.<JavaClass>describe(
                    "the JSON form of records",
                    type -> type.getName().startsWith("dev.truce.match.record.text.RecordJson"))))
            .as("classes of the page's program");

    private static final DescribedPredicate<JavaClass> BROWSER = resideInAnyPackage(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.math",
                    "java.nio",
                    "java.nio.charset",
                    "java.security",
                    "java.text",
                    "java.util",
                    "java.util.function",
                    "java.util.random",
                    "java.util.regex",
                    "java.util.stream",
                    "org.jspecify.annotations")
            .and(not(DescribedPredicate.<JavaClass>describe(
                    "threads and resources",
                    type -> type.isAssignableTo(Thread.class)
                            || type.isEquivalentTo(ThreadLocal.class)
                            || type.isEquivalentTo(ResourceBundle.class)
                            || type.isEquivalentTo(ServiceLoader.class)
                            || type.isEquivalentTo(Timer.class))))
            .as("what a browser has");

    @ArchTest
    static final ArchRule theProgramUsesWhatABrowserHas = classes()
            .that(PROGRAM)
            .should()
            .onlyDependOnClassesThat(BROWSER.or(PROGRAM)
                    .or(resideInAPackage("org.teavm.interop"))
                    .or(resideInAPackage("dev.truce.protocol.text"))
                    .or(resideInAPackage("io.nayuki.qrcodegen"))
                    .or(DescribedPredicate.<JavaClass>describe(
                            "who sits where", type -> type.getName().equals("dev.truce.protocol.message.Occupant")))
                    .or(DescribedPredicate.<JavaClass>describe("arrays of numbers", JavaClass::isPrimitive)))
            .because("these classes run in the page too, where there is no file, thread, clock or reflection");

    /** What the Java virtual machine throws of itself; the page's program stops instead. */
    private static final List<Class<? extends RuntimeException>> OF_THE_MACHINE = List.of(
            NullPointerException.class,
            IndexOutOfBoundsException.class,
            ClassCastException.class,
            ArrayStoreException.class,
            NegativeArraySizeException.class,
            ArithmeticException.class);

    /** What catches everything, and needs none of these: there the fault screen of the page takes its place. */
    private static final Set<String> CATCHES_ALL =
            Set.of("dev.truce.bot.SeatedBot", "dev.truce.web.bridge.Bridge", "dev.truce.protocol.client.Conversation");

    private static String owner(JavaCodeUnit unit) {
        return unit.getOwner().getName().replaceFirst("\\$.*", "");
    }

    private static final ArchCondition<JavaCodeUnit> CATCH_WHAT_THE_MACHINE_THROWS =
            new ArchCondition<>("catch what the machine throws of itself") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                    for (TryCatchBlock block : unit.getTryCatchBlocks()) {
                        for (JavaClass caught : block.getCaughtThrowables()) {
                            boolean asked = OF_THE_MACHINE.stream()
                                    .anyMatch(each -> caught.isAssignableTo(each)
                                            || (caught.isAssignableFrom(each) && !CATCHES_ALL.contains(owner(unit))));
                            events.add(new SimpleConditionEvent(unit, asked, unit + " catches " + caught.getName()));
                        }
                    }
                }
            };

    @ArchTest
    static final ArchRule nothingCatchesWhatThePageDoesNotThrow = noCodeUnits()
            .that()
            .areDeclaredInClassesThat(PROGRAM)
            .should(CATCH_WHAT_THE_MACHINE_THROWS)
            .because(
                    "the page is compiled without the checks that throw these: there the program stops, and the page says so");

    @ArchTest
    static final ArchRule onlyTheBridgeKnowsTheBrowser = noClasses()
            .that(not(resideInAnyPackage("dev.truce.web.bridge..", "dev.truce.web.build..", "org.teavm..")))
            .should()
            .dependOnClassesThat(resideInAPackage("org.teavm.."))
            .because("the program must be left with one package if another compiler is to make the page");
}
