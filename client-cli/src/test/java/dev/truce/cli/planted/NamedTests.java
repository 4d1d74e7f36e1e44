package dev.truce.cli.planted;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the test classes that it is given; what a JVM does that has a bug planted in it. */
final class NamedTests {
    static final int PASSED = 0;
    static final int FAILED = 3;
    static final int NONE = 4;

    private NamedTests() {}

    public static void main(String[] classes) {
        List<DiscoverySelector> selected = new ArrayList<>();
        for (String name : classes) {
            selected.add(selectClass(name));
        }
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selected).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        for (TestExecutionSummary.Failure failure : summary.getFailures()) {
            System.out.println("failed: " + failure.getTestIdentifier().getUniqueId() + ": " + failure.getException());
        }
        boolean ran = summary.getTestsFoundCount() > 0;
        System.exit(summary.getTotalFailureCount() > 0 ? FAILED : ran ? PASSED : NONE);
    }
}
