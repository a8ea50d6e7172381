package org.arolang.runtime.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where templates and static files are read from ([WEB-300]). Thread-safe. */
public interface TemplateFiles {

    /**
     * The file of a {@linkplain TemplatePath#checked checked} path, read now: from {@code templates/}, or, for {@code static/<rest>}, else from
     * {@code static/} ([DEC-19]). Null when there is none.
     */
    @Nullable
    TemplateFile find(String path);

    /** The paths of all files below {@code templates/}, sorted. */
    List<String> templates();

    /** Files of {@code first}, and those of {@code second} that it does not have: a built program's own before its folder's. */
    static TemplateFiles layered(TemplateFiles first, TemplateFiles second) {
        return new TemplateFiles() {
            @Override
            public @Nullable TemplateFile find(String path) {
                TemplateFile file = first.find(path);
                return file == null ? second.find(path) : file;
            }

            @Override
            public List<String> templates() {
                Set<String> paths = new LinkedHashSet<>(first.templates());
                paths.addAll(second.templates());
                return paths.stream().sorted().toList();
            }
        };
    }

    /** No files. */
    TemplateFiles NONE = new TemplateFiles() {
        @Override
        public @Nullable TemplateFile find(String path) {
            return null;
        }

        @Override
        public List<String> templates() {
            return List.of();
        }
    };
}
