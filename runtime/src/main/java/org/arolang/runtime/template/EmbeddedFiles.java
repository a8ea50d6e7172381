package org.arolang.runtime.template;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files that a built program carries ([TOOL-322]). They never change. */
public final class EmbeddedFiles implements TemplateFiles {

    private static final String TEMPLATES = "templates/";

    private final Map<String, Content> files;

    /**
     * One file.
     *
     * @param changed the time of change that it had when the program was built
     */
    public record Content(byte[] bytes, Instant changed) {}

    /** @param files by their path in the application's folder: {@code templates/index.html}, {@code static/logo.png} */
    public EmbeddedFiles(Map<String, Content> files) {
        this.files = new TreeMap<>(files);
    }

    @Override
    public @Nullable TemplateFile find(String path) {
        if (TemplatePath.isHidden(path)) {
            return null;
        }
        TemplateFile template = file(path, TEMPLATES + path, true);
        return template != null || !path.startsWith("static/") ? template : file(path, path, false);
    }

    private @Nullable TemplateFile file(String path, String key, boolean parsed) {
        Content content = files.get(key);
        return content == null
                ? null
                : new TemplateFile(path, parsed, Path.of(key), key, content.bytes(), content.changed(), () -> true);
    }

    @Override
    public List<String> templates() {
        return files.keySet().stream()
                .filter(key -> key.startsWith(TEMPLATES))
                .map(key -> key.substring(TEMPLATES.length()))
                .filter(path -> !TemplatePath.isHidden(path))
                .toList();
    }
}
