package org.arolang.runtime.execution;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arolang.language.check.Kinds;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.FeatureSet;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Call;
import org.jspecify.annotations.Nullable;

/** An application whose feature sets are written in Java, with its output at hand. */
public final class TestApplication {

    /** Limits that tests can wait for. */
    public static final Limits QUICK = new Limits(
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            Duration.ofMillis(5),
            4,
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            Duration.ofMillis(600),
            Duration.ofMillis(300),
            10_000);

    private static final SourceFile FILE = new SourceFile("main.aro", "Fail the <x> for the <y>.\n");
    private static final Span SPAN = new Span(0, 24);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<FeatureSetCode> codes = new ArrayList<>();
    public final Application application;

    public TestApplication() {
        this(Options.of(Path.of(".")), QUICK);
    }

    public TestApplication(Options options) {
        this(options, QUICK);
    }

    public TestApplication(Options options, Limits limits) {
        application = Application.builder(options).limits(limits).console(new Console(out, err)).build();
    }

    public TestApplication with(String name, String activity, Body body) {
        return with(name, activity, FeatureSetCode.Effects.NONE, null, body);
    }

    /** A feature set that may wait. */
    public TestApplication waiting(String name, String activity, Body body) {
        return with(name, activity, new FeatureSetCode.Effects(true, Set.of(), Set.of(), Set.of(), Set.of()), null, body);
    }

    public TestApplication with(
            String name, String activity, FeatureSetCode.Effects effects, @Nullable HeaderCondition condition, Body body) {
        codes.add(code(name, activity, effects, condition, body));
        return this;
    }

    public static FeatureSetCode code(
            String name, String activity, FeatureSetCode.Effects effects, @Nullable HeaderCondition condition, Body body) {
        FeatureSet tree = new FeatureSet(name, activity, null, null, null, List.of(), SPAN, SPAN, SPAN, SPAN, SPAN);
        return new FeatureSetCode(name, activity, Kinds.of(tree), null, body, condition, List.of(), effects, false);
    }

    public TestApplication install() {
        application.install(codes);
        return this;
    }

    public int run() {
        install();
        return new ApplicationRun(application).run();
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    public FeatureSetCode code(String name) {
        return codes.stream().filter(code -> code.name().equals(name)).findFirst().orElseThrow();
    }

    public void log(String line) {
        application.console().line(line);
    }

    static FeatureSetCode.Effects emits(String... events) {
        return new FeatureSetCode.Effects(false, Set.of(events), Set.of(), Set.of(), Set.of());
    }

    static FeatureSetCode.Effects publishes(Call.Publication publication) {
        return new FeatureSetCode.Effects(false, Set.of(), Set.of(), Set.of(), Set.of(publication));
    }

    static Site site() {
        return new Site(FILE, SPAN, "Cannot fail the x for the y.", "Cannot fail the x for the y.", false, "y", List.of());
    }

    public static StatementFailure failure(String cause) {
        return new StatementFailure(site(), new Failure(cause), SPAN, List.of());
    }

    public static StatementFailure failure(Failure failure) {
        return new StatementFailure(site(), failure, SPAN, List.of());
    }
}
