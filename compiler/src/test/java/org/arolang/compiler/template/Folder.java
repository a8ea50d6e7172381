package org.arolang.compiler.template;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Actions;
import org.arolang.runtime.actions.ApplicationActions;
import org.arolang.runtime.actions.data.DataActions;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.FeatureSetCode.Effects;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.template.EmbeddedFiles;
import org.arolang.runtime.template.TemplateFiles;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Text;

/** Templates in memory, and an execution that renders them. */
final class Folder {

    static final Instant CHANGED = Instant.parse("2031-04-05T06:07:08Z");

    private final Map<String, EmbeddedFiles.Content> files = new LinkedHashMap<>();
    private final Map<String, Object> variables = new LinkedHashMap<>();

    static Folder of(String path, String text) {
        return new Folder().with(path, text);
    }

    Folder with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Folder with(String path, byte[] content) {
        String key = path.startsWith("/") ? path.substring(1) : "templates/" + path;
        files.put(key, new EmbeddedFiles.Content(content, CHANGED));
        return this;
    }

    Folder bind(String name, Object value) {
        variables.put(name, value);
        return this;
    }

    TemplateFiles files() {
        return new EmbeddedFiles(files);
    }

    CompiledTemplates templates() {
        return new CompiledTemplates(files(), actions());
    }

    static Actions actions() {
        List<Action> all = new ArrayList<>(DataActions.all());
        all.addAll(ApplicationActions.all());
        return new Actions(all);
    }

    /** The value of rendering {@code path}. */
    Object value(String path) {
        return value(templates(), path);
    }

    Object value(CompiledTemplates templates, String path) {
        String[] names = variables.keySet().toArray(String[]::new);
        return templates.render(path, execution(templates, Trigger.NONE), new Scope(names, variables.values().toArray(), null));
    }

    /** The text of rendering {@code path}. */
    String text(String path) {
        return textOf(value(path));
    }

    static String textOf(Object value) {
        return value instanceof Binary binary ? new String(binary.bytes(), StandardCharsets.UTF_8) : Text.of(value);
    }

    static Activation execution(CompiledTemplates templates, Trigger trigger) {
        Application application = Application.builder(Options.of(Path.of("."))).templates(templates).build();
        FeatureSetCode code = new FeatureSetCode(
                "homePage", "Board", new FeatureSetKind.Plain(), null, activation -> {}, null, List.of(), Effects.NONE, false);
        return new Activation(application, code, trigger, null);
    }

    static Object rendered(TemplateFiles files, String path) {
        return new Folder().value(new CompiledTemplates(files, actions()), path);
    }
}
