package org.arolang.runtime.code;

import java.time.Instant;
import java.util.List;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.FeatureSetCode.FreeName;
import org.arolang.runtime.execution.Terminal;
import org.arolang.runtime.value.Access;
import org.arolang.runtime.value.ObjectValue;

/** The names that the runtime supplies ([VAL-250], [VAL-255]). */
public final class Supplies {

    private static final ObjectValue APPLICATION = ObjectValue.of("type", "application");

    private Supplies() {}

    public static Supplier now() {
        return activation -> Instant.now();
    }

    public static Supplier application() {
        return activation -> APPLICATION;
    }

    public static Supplier context(ContextName name) {
        return activation -> activation.context(name);
    }

    /** A field of the payload under its bare name, in a header's condition ([APP-69]). */
    public static Supplier guardField(String name) {
        return activation -> activation.trigger().guardField(name);
    }

    /** A published symbol, read when the execution starts ([APP-49], [APP-50]). */
    public static Supplier symbol(FreeName name) {
        return activation -> activation.application().symbols().bind(activation, name);
    }

    /** A symbol that the same activity has published, else nothing ([APP-49]). */
    public static Supplier visibleSymbol(String name) {
        return activation -> activation.application().symbols().visible(activation, name);
    }

    /** A setting of {@code Configure} ([APP-53]). */
    public static Supplier setting(String category, List<String> path) {
        return activation -> activation.application().settings().read(category, path);
    }

    /** {@code <metrics: format>}. */
    public static Supplier metrics(String format) {
        return activation -> activation.application().metrics().text(format);
    }

    /** {@code <contract>}; nothing without a contract. */
    public static Supplier contract() {
        return activation -> {
            var contract = activation.application().contract();
            return contract == null ? null : contract.contract();
        };
    }

    /** {@code <http-server>} when there is a contract. */
    public static Supplier httpServer() {
        return activation -> {
            var contract = activation.application().contract();
            return contract == null ? null : contract.httpServer();
        };
    }

    /** {@code <env: name>}: the empty text when unset. */
    public static Supplier environment(String name) {
        return activation -> activation.application().environment().read(name);
    }

    /** {@code <env>}: all of them. */
    public static Supplier environment() {
        return activation -> activation.application().environment().all();
    }

    /** {@code <parameter: name>} or a path into one. */
    public static Supplier parameter(String raw, List<String> path) {
        List<String> rest = path.size() > 1 ? path.subList(1, path.size()) : List.of();
        return activation -> {
            Object whole = activation.application().parameters().find(raw);
            if (whole != null || rest.isEmpty()) {
                return whole;
            }
            Object first = activation.application().parameters().find(path.getFirst());
            return first == null ? null : Access.objectPath(first, rest);
        };
    }

    /** {@code <parameter>}: all of them. */
    public static Supplier parameters() {
        return activation -> activation.application().parameters().all();
    }

    /** {@code <terminal>}. */
    public static Supplier terminal() {
        return activation -> Terminal.facts();
    }

    /** All records of a repository: a full read ([APP-112], [APP-153]). */
    public static Supplier records(String repository) {
        return activation -> activation.application().repositories().named(repository).readAll(activation.notes());
    }

    /** The number of records of a repository. */
    public static Supplier count(String repository) {
        return activation -> (long) activation.application().repositories().named(repository).count();
    }
}
