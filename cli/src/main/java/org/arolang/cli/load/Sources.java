package org.arolang.cli.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.arolang.cli.Surroundings;
import org.arolang.language.diagnostic.Diagnostic;
import org.arolang.language.parse.ParseResult;
import org.arolang.language.parse.Parser;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.Program;

/**
 * The parsed source files of an application and of what it imports.
 *
 * @param root the application's directory, absolute
 * @param name the name by which messages call the application: its directory's
 * @param programs own files in source order, then imported ones ([SYN-109])
 * @param paths where each program's file lies, parallel to {@code programs}
 * @param imported the files that imports brought in
 * @param diagnostics what parsing found
 * @param incomplete files that could not be read to their end, about which checks have nothing to say ([SYN-642])
 */
public record Sources(
        Path root, String name, List<Program> programs, List<Path> paths, Set<SourceFile> imported, List<Diagnostic> diagnostics,
        Set<SourceFile> incomplete) {

    /** The sources of the application at a path, a directory or one file ([SYN-105], [SYN-107]). */
    static Sources read(Path absolute, Surroundings around, SourceTree.Scope scope) {
        Path root = SourceTree.folderOf(absolute);
        List<Path> files = Files.isDirectory(absolute) ? SourceTree.find(absolute, scope) : List.of(absolute);
        Reader reader = new Reader(scope, around);
        files.forEach(file -> reader.add(file, false));
        reader.imports(new ArrayList<>(reader.programs), root);
        return reader.finish(root);
    }

    /** An application of texts that are no files: a piped script, an embedded program. */
    public static Sources of(Path root, String name, List<SourceFile> files, Set<SourceFile> imported) {
        List<Program> programs = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        Set<SourceFile> incomplete = new LinkedHashSet<>();
        for (SourceFile file : files) {
            ParseResult result = Parser.parse(file);
            programs.add(result.program());
            paths.add(root.resolve(file.name()));
            diagnostics.addAll(result.diagnostics());
            if (!result.complete()) {
                incomplete.add(file);
            }
        }
        return new Sources(root, name, programs, paths, imported, diagnostics, incomplete);
    }

    /** The {@code .aro} files of the application in a directory, in source order; none that are hidden or below {@code Plugins}. */
    public static List<Path> find(Path directory) {
        return SourceTree.find(directory, SourceTree.Scope.APPLICATION).stream()
                .filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".aro"))
                .toList();
    }

    /**
     * Reads one source file; places are shown relative to the current directory.
     *
     * @throws LoadError when it cannot be read
     */
    public static SourceFile read(Path file, Surroundings around) {
        return SourceTree.read(file, around);
    }

    /** The files in source order. */
    public List<SourceFile> files() {
        return programs.stream().map(Program::file).toList();
    }

    private static final class Reader {
        final SourceTree.Scope scope;
        final Surroundings around;
        final List<Program> programs = new ArrayList<>();
        final List<Path> paths = new ArrayList<>();
        final Set<Path> seen = new HashSet<>();
        final Map<SourceFile, Path> folders = new HashMap<>();
        final Set<SourceFile> imported = new LinkedHashSet<>();
        final Set<SourceFile> incomplete = new LinkedHashSet<>();
        final List<Diagnostic> diagnostics = new ArrayList<>();

        Reader(SourceTree.Scope scope, Surroundings around) {
            this.scope = scope;
            this.around = around;
        }

        private List<Program> add(Path file, boolean isImported) {
            if (!seen.add(file)) {
                return List.of();
            }
            ParseResult result = Parser.parse(SourceTree.read(file, around));
            programs.add(result.program());
            paths.add(file);
            folders.put(result.program().file(), SourceTree.folderOf(file));
            diagnostics.addAll(result.diagnostics());
            if (!result.complete()) {
                incomplete.add(result.program().file());
            }
            if (isImported) {
                imported.add(result.program().file());
            }
            return List.of(result.program());
        }

        /**
         * Reads what {@code from} imports, depth first; paths are relative to the root of the importing application ([APP-9]). Where
         * {@code aro check} is given a folder of several applications, that is the folder in which the import stands.
         */
        void imports(List<Program> from, Path root) {
            for (Program program : from) {
                for (Program.Import declaration : program.imports()) {
                    Path target = root.resolve(declaration.path()).normalize();
                    if (scope == SourceTree.Scope.CHECK && Files.notExists(target)) {
                        target = folders.getOrDefault(program.file(), root).resolve(declaration.path()).normalize();
                    }
                    if (Files.isDirectory(target)) {
                        List<Program> added = new ArrayList<>();
                        SourceTree.find(target, scope).forEach(file -> added.addAll(add(file, true)));
                        imports(added, target);
                    } else if (Files.isRegularFile(target)) {
                        imports(add(target, true), SourceTree.folderOf(target));
                    } else {
                        diagnostics.add(Diagnostic.error(
                                "import-not-found",
                                "Import not found: " + declaration.path(),
                                program.file(),
                                declaration.pathSpan()));
                    }
                }
            }
        }

        Sources finish(Path root) {
            return new Sources(root, String.valueOf(root.getFileName()), programs, paths, imported, diagnostics, incomplete);
        }
    }
}
