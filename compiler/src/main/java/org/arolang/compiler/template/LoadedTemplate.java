package org.arolang.compiler.template;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.arolang.compiler.lower.LoweringContext;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Actions;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.template.Place;
import org.arolang.runtime.template.TemplateFile;
import org.jspecify.annotations.Nullable;

/**
 * One file as it was read: a value that never changes, or a template with the forms it has been compiled to so far. It has several when it
 * is included at places that need different escaping. Thread-safe.
 */
final class LoadedTemplate {

    /** How long a file counts as unchanged after it was looked at, in nanoseconds: a page that is rendered often is not looked at each time. */
    private static final long FRESH = 200_000;

    private final TemplateFile file;
    private final TemplateKind kind;
    private final @Nullable Template template;
    private final @Nullable Object value;
    private final Map<Place, CompiledTemplate> forms = new ConcurrentHashMap<>();
    private volatile @Nullable CompiledTemplate whole;
    private volatile long looked = System.nanoTime();

    private LoadedTemplate(TemplateFile file, TemplateKind kind, @Nullable Template template, @Nullable Object value) {
        this.file = file;
        this.kind = kind;
        this.template = template;
        this.value = value;
    }

    /** Reads what {@code file} holds. */
    static LoadedTemplate of(TemplateFile file) {
        if (!file.parsed()) {
            return new LoadedTemplate(file, TemplateKind.of(file.path(), null), null,
                    StaticFile.value(file, TemplateKind.extension(file.path())));
        }
        Template template = StaticFile.isBinary(file) ? null : StaticFile.parse(file);
        TemplateKind kind = TemplateKind.of(file.path(), template);
        boolean isStatic = template == null || template.isStatic();
        return new LoadedTemplate(file, kind, template, isStatic ? StaticFile.value(file, kind.origin().kind()) : null);
    }

    /** Whether the file is still what was read. */
    boolean isCurrent() {
        long now = System.nanoTime();
        if (now - looked < FRESH) {
            return true;
        }
        if (!file.source().isCurrent()) {
            return false;
        }
        looked = now;
        return true;
    }

    /** The unchanged content of a file without blocks ([WEB-307]), or null. */
    @Nullable
    Object value() {
        return value;
    }

    /** The tree; null for files that are not parsed. */
    @Nullable
    Template template() {
        return template;
    }

    List<Template.Problem> problems() {
        return template == null ? List.of() : template.problems();
    }

    /** The form that is rendered for itself. */
    CompiledTemplate whole(Actions actions, Application application) {
        CompiledTemplate known = whole;
        if (known == null) {
            known = at(kind.start(), actions, application);
            whole = known;
        }
        return known;
    }

    /** The form for a place in an including template: in HTML it is in HTML mode whatever its extension ([WEB-330]). */
    CompiledTemplate includedAt(Place place, Actions actions, Application application) {
        return place instanceof HtmlPlace ? at(place, actions, application) : whole(actions, application);
    }

    private CompiledTemplate at(Place start, Actions actions, Application application) {
        CompiledTemplate known = forms.get(start);
        if (known != null) {
            return known;
        }
        Template tree = template;
        if (tree == null) {
            throw new IllegalStateException("a static file is not compiled");
        }
        if (!tree.problems().isEmpty()) {
            throw new Failure(tree.cause(tree.problems().getFirst()));
        }
        CompiledTemplate made = CompiledTemplate.compile(new LoweringContext(actions, application), tree, start, kind.origin());
        CompiledTemplate other = forms.putIfAbsent(start, made);
        return other == null ? made : other;
    }
}
