package org.arolang.runtime.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.repository.Repositories;
import org.arolang.runtime.value.SchemaTypes;
import org.jspecify.annotations.Nullable;

/**
 * An application while it is being loaded and run: everything its feature sets share. Thread-safe.
 *
 * <p>It is built from its options, the contract's facts, schemas and templates; then its program is compiled against it; then the
 * program's feature sets are {@linkplain #install installed}, which registers handlers and observers; then an {@link ApplicationRun} runs
 * it.
 */
public final class Application {

    private final Options options;
    private final Limits limits;
    private final Console console;
    private final Diagnostics diagnostics;
    private final Environment environment;
    private final Parameters parameters;
    private final Settings settings = new Settings();
    private final Symbols symbols = new Symbols();
    private final Metrics metrics = new Metrics();
    private final EventLogs logs = new EventLogs();
    private final InFlight inFlight = new InFlight();
    private final Destinations destinations = new Destinations();
    private final Claims claims = new Claims();
    private final Map<Class<?>, Object> extensions = new ConcurrentHashMap<>();
    private final SchemaTypes schemas;
    private final Templates templates;
    private final @Nullable ContractFacts contract;
    private final Repositories repositories;
    private final Services services;
    private final Lifecycle lifecycle;
    private final Executor executor;
    private final Events events;

    private volatile List<FeatureSetCode> program = List.of();
    private volatile Map<String, FeatureSetCode> actions = Map.of();
    private volatile Map<String, FeatureSetCode> operations = Map.of();

    private Application(Builder builder) {
        options = builder.options;
        limits = builder.limits;
        console = builder.console;
        schemas = builder.schemas;
        templates = builder.templates;
        contract = builder.contract;
        diagnostics = Diagnostics.of(console, options);
        environment = new Environment(options.environment());
        parameters = new Parameters(options.arguments());
        executor = new Executor(this);
        events = new Events(this);
        services = new Services(this);
        lifecycle = new Lifecycle(this);
        repositories = new Repositories(this);
        console.serving(services::hasServed);
        extensions.putAll(builder.extensions);
    }

    public static Builder builder(Options options) {
        return new Builder(options);
    }

    /** Collects what an application is built from. */
    public static final class Builder {

        private final Options options;
        private Limits limits = Limits.DEFAULT;
        private Console console = Console.system();
        private SchemaTypes schemas = new NoSchemas();
        private Templates templates = Templates.NONE;
        private @Nullable ContractFacts contract;
        private final Map<Class<?>, Object> extensions = new HashMap<>();

        private Builder(Options options) {
            this.options = options;
        }

        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        public Builder console(Console value) {
            console = value;
            return this;
        }

        public Builder schemas(SchemaTypes value) {
            schemas = value;
            return this;
        }

        public Builder templates(Templates value) {
            templates = value;
            return this;
        }

        public Builder contract(@Nullable ContractFacts value) {
            contract = value;
            return this;
        }

        /** Adds something that a module wants to find again with {@link Application#extension}. */
        public <T> Builder extension(Class<T> type, T value) {
            extensions.put(type, value);
            return this;
        }

        public Application build() {
            return new Application(this);
        }
    }

    /**
     * Makes the program's feature sets known, in source order: their handlers, observers and user-defined actions are registered, and for
     * each it is worked out whether it may wait. Called once, before anything runs.
     */
    public void install(List<FeatureSetCode> codes) {
        program = List.copyOf(codes);
        Map<String, FeatureSetCode> byAction = new HashMap<>();
        Map<String, FeatureSetCode> byOperation = new HashMap<>();
        for (FeatureSetCode code : codes) {
            switch (code.kind()) {
                case FeatureSetKind.UserAction _ -> putPreferringRoot(byAction, code.name(), code);
                case FeatureSetKind.Operation operation -> putPreferringRoot(byOperation, operation.operationId(), code);
                default -> {
                }
            }
        }
        actions = Map.copyOf(byAction);
        operations = Map.copyOf(byOperation);
        executor.install(program);
        events.install(program);
        repositories.install();
    }

    /** What is looked up by name is the root application's first, then the imports' in their order ([APP-11]). */
    private static void putPreferringRoot(Map<String, FeatureSetCode> byName, String name, FeatureSetCode code) {
        FeatureSetCode known = byName.get(name);
        if (known == null || known.imported() && !code.imported()) {
            byName.put(name, code);
        }
    }

    /** All installed feature sets in source order. */
    public List<FeatureSetCode> program() {
        return program;
    }

    /** The user-defined action {@code Application.<name>}, or null. */
    public @Nullable FeatureSetCode actionNamed(String name) {
        return actions.get(name);
    }

    /** The feature set that answers the contract's operation, or null. */
    public @Nullable FeatureSetCode operationNamed(String operationId) {
        return operations.get(operationId);
    }

    /** The entry point, or null when the application has none. */
    public @Nullable FeatureSetCode entryPoint() {
        return first(FeatureSetKind.EntryPoint.class);
    }

    /** {@code Application-End: Success} or {@code Application-End: Error}, or null. */
    @Nullable
    FeatureSetCode end(boolean success) {
        return first(success ? FeatureSetKind.SuccessEnd.class : FeatureSetKind.ErrorEnd.class);
    }

    private @Nullable FeatureSetCode first(Class<? extends FeatureSetKind> kind) {
        for (FeatureSetCode code : program) {
            if (kind.isInstance(code.kind()) && !code.imported()) {
                return code;
            }
        }
        return null;
    }

    public Options options() {
        return options;
    }

    public Limits limits() {
        return limits;
    }

    public Console console() {
        return console;
    }

    public Diagnostics diagnostics() {
        return diagnostics;
    }

    public Environment environment() {
        return environment;
    }

    public Parameters parameters() {
        return parameters;
    }

    public Settings settings() {
        return settings;
    }

    public Symbols symbols() {
        return symbols;
    }

    public Metrics metrics() {
        return metrics;
    }

    /** Who is told everything that happens: recorders, live views. */
    public EventLogs logs() {
        return logs;
    }

    public Repositories repositories() {
        return repositories;
    }

    public Services services() {
        return services;
    }

    public Destinations destinations() {
        return destinations;
    }

    /** Statements that are understood by another module than the one that carries their verb. */
    public Claims claims() {
        return claims;
    }

    public Lifecycle lifecycle() {
        return lifecycle;
    }

    public Executor executor() {
        return executor;
    }

    public Events events() {
        return events;
    }

    public SchemaTypes schemas() {
        return schemas;
    }

    public Templates templates() {
        return templates;
    }

    /** What programs may read of the contract; null when there is none. */
    public @Nullable ContractFacts contract() {
        return contract;
    }

    /** What a module has registered under {@code type}, or null. */
    public <T> @Nullable T extension(Class<T> type) {
        return type.cast(extensions.get(type));
    }

    /** Registers something for a module to find again. */
    public <T> void extend(Class<T> type, T value) {
        extensions.put(type, value);
    }

    /** Ends what a program has begun and not ended, when no {@link ApplicationRun} does that. */
    public void close() {
        lifecycle.stop();
        services.stopAll();
    }

    InFlight inFlight() {
        return inFlight;
    }
}
