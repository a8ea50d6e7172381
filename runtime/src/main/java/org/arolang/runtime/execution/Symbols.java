package org.arolang.runtime.execution;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.Failure;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The application-wide table of published symbols ([APP-46] to [APP-52]). Thread-safe. */
public final class Symbols {

    /** A published value; replaced as a whole ([APP-48]). */
    private record Symbol(Object value, String activity, Activation owner) {}

    private final ConcurrentHashMap<String, Symbol> symbols = new ConcurrentHashMap<>();

    /** Publishes a value for the feature sets of the activation's business activity ([APP-46]). */
    public void publish(Activation activation, String external, Object value) {
        symbols.put(external, new Symbol(value, activation.code().activity(), activation));
        activation.notePublished();
        activation.application().logs().happened(
                "variable.published",
                () -> ObjectValue.of("name", external, "activity", activation.code().activity()));
    }

    /**
     * The value that a free name has when an execution starts ([APP-49]), or null when it is not published for it.
     *
     * @throws StatementFailure when another business activity has published it ([APP-50])
     */
    public @Nullable Object bind(Activation activation, FeatureSetCode.FreeName name) {
        Object inherited = activation.trigger().inherited(name.name());
        if (inherited != null) {
            return inherited;
        }
        Symbol symbol = symbols.get(name.name());
        if (symbol == null || isEnd(activation)) {
            return null;
        }
        String activity = activation.code().activity();
        if (symbol.activity.equals(activity)) {
            return symbol.value;
        }
        if (symbol.activity.isEmpty()) {
            return null;
        }
        Failure failure = new Failure(
                "Variable '" + name.name() + "' is not accessible from '" + activity + "': it was published in '" + symbol.activity + "'");
        Site use = name.site();
        String sentence = "Cannot use the " + name.name() + ".";
        Site site = new Site(use.file(), use.span(), sentence, sentence, false, "", List.of());
        throw new StatementFailure(site, failure, use.span(), List.of());
    }

    /** As {@link #bind}, but null when another business activity has published the name: whoever asks can do without. */
    public @Nullable Object visible(Activation activation, String name) {
        Object inherited = activation.trigger().inherited(name);
        if (inherited != null) {
            return inherited;
        }
        Symbol symbol = symbols.get(name);
        if (symbol == null || isEnd(activation)) {
            return null;
        }
        return symbol.activity.equals(activation.code().activity()) ? symbol.value : null;
    }

    /** The value that {@code Require} finds: published by the same activity or with an empty one ([APP-52]); else null. */
    public @Nullable Object require(Activation activation, String name) {
        Symbol symbol = symbols.get(name);
        if (symbol == null || isEnd(activation)) {
            return null;
        }
        return symbol.activity.isEmpty() || symbol.activity.equals(activation.code().activity()) ? symbol.value : null;
    }

    /** Withdraws what an execution published and nobody has replaced since ([APP-47]). */
    void withdraw(Activation owner) {
        symbols.values().removeIf(symbol -> symbol.owner == owner);
    }

    /** {@code Application-End} sees no published symbols ([APP-22]). */
    private static boolean isEnd(Activation activation) {
        FeatureSetKind kind = activation.code().kind();
        return kind instanceof FeatureSetKind.SuccessEnd || kind instanceof FeatureSetKind.ErrorEnd;
    }
}
