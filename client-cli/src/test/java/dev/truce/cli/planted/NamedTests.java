package dev.truce.cli.planted;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the test classes that it is given, up to the first test that fails; what a JVM does that has a bug planted in it. */
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
        launcher.execute(request, listener, new EndsAtFailure());
        System.exit(listener.getSummary().getTestsFoundCount() > 0 ? PASSED : NONE);
    }

    /** One failure is enough to know. */
    private static final class EndsAtFailure implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable()
                    .filter(any -> result.getStatus() == TestExecutionResult.Status.FAILED)
                    .ifPresent(thrown -> {
                        System.out.println("failed: " + test.getUniqueId() + ": " + thrown);
                        System.out.flush();
                        Runtime.getRuntime().halt(FAILED);
                    });
        }
    }
}
