package org.arolang.cli.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.Loader;
import org.arolang.language.check.Kinds;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program;
import org.arolang.runtime.actions.data.AssertionFailure;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.FailureReport;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.execution.Outcome;
import org.arolang.runtime.execution.OutputClosed;
import org.arolang.runtime.execution.StatementFailure;
import org.arolang.runtime.execution.Trigger;
import org.jspecify.annotations.Nullable;

/** Finds the tests of an application and runs them, each in an application of its own ([TOOL-401], [TOOL-402]). */
public final class TestRunner {

    private static final long STACK = 64L << 20;

    private final Loader loader;
    private final Surroundings around;

    public TestRunner(Loader loader, Surroundings around) {
        this.loader = loader;
        this.around = around;
    }

    /** A test: its name, and which one it is among all tests of the application in their order. */
    public record Test(String name, int number) {}

    /** The application's tests, in source order. */
    public List<Test> tests() {
        List<Test> tests = new ArrayList<>();
        for (Program program : loader.sources().programs()) {
            boolean imported = loader.sources().imported().contains(program.file());
            for (FeatureSet featureSet : program.featureSets()) {
                if (Kinds.isTest(featureSet) && !(imported && isLifecycle(featureSet))) {
                    tests.add(new Test(featureSet.name(), tests.size()));
                }
            }
        }
        return tests;
    }

    private static boolean isLifecycle(FeatureSet featureSet) {
        return featureSet.name().equals(Kinds.APPLICATION_START) || featureSet.name().equals(Kinds.APPLICATION_END);
    }

    /**
     * Runs one test.
     *
     * @throws OutputClosed when standard output is closed
     */
    public TestResult run(Test test) {
        Options options = Options.of(loader.sources().root())
                .withEnvironment(around.environment())
                .withDirectory(around.directory());
        Application application = loader.buildForTest(options, around.console(), new CompiledWhenRun(), TestCalls::new);
        FeatureSetCode code = application.program().stream()
                .filter(candidate -> Kinds.isTest(candidate.activity()))
                .skip(test.number())
                .findFirst()
                .orElseThrow();
        long start = System.nanoTime();
        Outcome outcome = onLargeStack(() -> application.executor().runUnreported(new Activation(application, code, Trigger.NONE, null)));
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        application.close();
        return switch (outcome) {
            case Outcome.Completed _ -> new TestResult.Passed(test.name(), duration);
            case Outcome.Failed failed -> result(test.name(), failed.failure(), options);
        };
    }

    private static TestResult result(String name, StatementFailure failure, Options options) {
        AssertionFailure assertion = assertion(failure.failure());
        return assertion == null
                ? new TestResult.Broken(name, FailureReport.text(failure, options).stripTrailing())
                : new TestResult.Failed(name, failure.failure().text(), assertion.values());
    }

    /** The assertion that failed, in the test itself or in what it called; null when it was something else. */
    private static @Nullable AssertionFailure assertion(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AssertionFailure assertion) {
                return assertion;
            }
        }
        return null;
    }

    private interface Work {
        Outcome run();
    }

    /** Programs nest deeper than the stack of an ordinary thread allows. */
    private static Outcome onLargeStack(Work work) {
        Outcome[] outcome = new Outcome[1];
        RuntimeException[] thrown = new RuntimeException[1];
        Thread thread = Thread.ofPlatform().daemon().name("test").stackSize(STACK).start(() -> {
            try {
                outcome[0] = work.run();
            } catch (RuntimeException failure) {
                thrown[0] = failure;
            }
        });
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        if (thrown[0] != null) {
            throw thrown[0];
        }
        return outcome[0];
    }
}
