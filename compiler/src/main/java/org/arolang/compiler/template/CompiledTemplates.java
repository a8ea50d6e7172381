package org.arolang.compiler.template;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.arolang.language.check.TemplateLookup;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.Actions;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.Templates;
import org.arolang.runtime.template.Rendering;
import org.arolang.runtime.template.TemplateFile;
import org.arolang.runtime.template.TemplateFiles;
import org.arolang.runtime.template.TemplatePath;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** The templates of an application, each compiled when it is first rendered and again when its file has changed. Thread-safe. */
public final class CompiledTemplates implements Templates, TemplateLookup {

    private final TemplateFiles files;
    private final Actions actions;
    private final ConcurrentHashMap<String, LoadedTemplate> loaded = new ConcurrentHashMap<>();

    /**
     * @param files where templates and static files are
     * @param actions the actions that statements in templates may use
     */
    public CompiledTemplates(TemplateFiles files, Actions actions) {
        this.files = files;
        this.actions = actions;
    }

    @Override
    public Object render(String path, Activation activation, Scope scope) {
        LoadedTemplate template = load(path);
        Object value = template.value();
        if (value != null) {
            return value;
        }
        CompiledTemplate compiled = template.whole(actions, activation.application());
        if (activation.trigger() instanceof Rendering outer) {
            outer.checkDepth();
            return compiled.render(activation, inside(scope, outer.scope()), outer.depth() + 1);
        }
        return compiled.render(activation, scope, 0);
    }

    @Override
    public void include(String path, Activation activation, Scope scope) {
        if (!(activation.trigger() instanceof Rendering including)) {
            throw new Failure("Include is only possible inside a template");
        }
        including.checkDepth();
        LoadedTemplate template = load(path);
        switch (template.value()) {
            case null -> template.includedAt(including.place(), actions, activation.application())
                    .include(activation, including, inside(scope, including.scope()));
            case Binary _ -> throw new Failure("Cannot include the binary file " + path);
            case Object text -> including.insert(Text.utf8(text));
        }
    }

    /** What a template sees beyond {@code scope}: everything that the template sees from which it is rendered. */
    private static Scope inside(Scope scope, Scope outer) {
        return new Scope(scope.names(), scope.values(), scope.outer() == null ? outer : inside(scope.outer(), outer));
    }

    @Override
    public boolean exists(String path) {
        try {
            return find(TemplatePath.checked(path)) != null;
        } catch (Failure _) {
            return false;
        }
    }

    private LoadedTemplate load(String path) {
        LoadedTemplate known = loaded.get(path);
        if (known != null && known.isCurrent()) {
            return known;
        }
        LoadedTemplate template = find(TemplatePath.checked(path));
        if (template == null) {
            throw new Failure("Template not found: " + path);
        }
        return template;
    }

    /** The template of a checked path as it is now, or null. */
    private @Nullable LoadedTemplate find(String path) {
        LoadedTemplate known = loaded.get(path);
        if (known != null && known.isCurrent()) {
            return known;
        }
        TemplateFile file = files.find(path);
        if (file == null) {
            loaded.remove(path);
            return null;
        }
        LoadedTemplate template = LoadedTemplate.of(file);
        loaded.put(path, template);
        return template;
    }

    /** Everything that is wrong with any template, parsed now. */
    public List<Diagnostic> check() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Template tree : trees()) {
            for (Template.Problem problem : tree.problems()) {
                diagnostics.add(Diagnostic.error("template", tree.cause(problem), tree.file(), problem.span()));
            }
            diagnostics.addAll(TemplateStatements.problems(tree, actions, this::exists));
        }
        return diagnostics;
    }

    /** Compiles all templates that nothing is wrong with, so that no rendering has to. */
    public void compile(Application application) {
        for (Template tree : trees()) {
            LoadedTemplate template = find(tree.path());
            if (template != null && template.value() == null && template.problems().isEmpty()) {
                template.whole(actions, application);
            }
        }
    }

    /** One answer for all templates: which ones a template includes may be known only when it is rendered. */
    @Override
    public boolean mayWait(@Nullable String path) {
        return trees().stream().anyMatch(tree -> TemplateStatements.mayWait(tree, actions));
    }

    /** All files that are parsed. */
    private List<Template> trees() {
        List<Template> trees = new ArrayList<>();
        for (String path : files.templates()) {
            LoadedTemplate template = StaticFile.isBinaryKind(path) ? null : find(path);
            if (template != null && template.template() != null) {
                trees.add(template.template());
            }
        }
        return trees;
    }
}
