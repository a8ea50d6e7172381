package org.arolang.runtime.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files in an application's folder: {@code templates/} and {@code static/}, and nothing outside them, whatever links lie there
 * ([WEB-302]).
 */
public final class ApplicationFiles implements TemplateFiles {

    private final Path templates;
    private final Path statics;

    /** @param root the application's folder */
    public ApplicationFiles(Path root) {
        this.templates = root.resolve("templates");
        this.statics = root.resolve("static");
    }

    @Override
    public @Nullable TemplateFile find(String path) {
        if (TemplatePath.isHidden(path)) {
            return null;
        }
        TemplateFile template = read(path, templates, path, true);
        return template != null || !path.startsWith("static/")
                ? template
                : read(path, statics, path.substring("static/".length()), false);
    }

    private @Nullable TemplateFile read(String path, Path folder, String relative, boolean parsed) {
        try {
            Path file = locate(folder, relative);
            if (file == null) {
                return null;
            }
            BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
            if (!before.isRegularFile()) {
                return null;
            }
            byte[] content = Files.readAllBytes(file);
            Path preferred = parsed ? null : templates.resolve(path);
            return new TemplateFile(path, parsed, file, displayName(folder.resolve(relative)), content,
                    before.lastModifiedTime().toInstant(),
                    () -> isUnchanged(file, before) && (preferred == null || !Files.exists(preferred)));
        } catch (IOException | InvalidPathException _) {
            return null;
        }
    }

    private static boolean isUnchanged(Path file, BasicFileAttributes before) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.size() == before.size() && now.lastModifiedTime().equals(before.lastModifiedTime()) && now.isRegularFile();
        } catch (IOException _) {
            return false;
        }
    }

    /** The real path of the file, or null when it is none inside the folder or when its name is written differently. */
    private static @Nullable Path locate(Path folder, String relative) throws IOException {
        Path file = folder.resolve(relative);
        if (!Files.exists(file)) {
            return null;
        }
        Path real = file.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            return null;
        }
        // Where names ignore case the file's own path says how it is written.
        Path written = folder.toRealPath(LinkOption.NOFOLLOW_LINKS).relativize(file.toRealPath(LinkOption.NOFOLLOW_LINKS));
        return written.equals(Path.of(relative)) && written.toString().replace('\\', '/').equals(relative) ? real : null;
    }

    /** Relative to the current directory when the file lies below it ([DEC-29]). */
    private static String displayName(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path here = Path.of("").toAbsolutePath();
        Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    @Override
    public List<String> templates() {
        if (!Files.isDirectory(templates)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(templates)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> templates.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !TemplatePath.isHidden(path))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }
}
