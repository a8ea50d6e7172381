package org.arolang.language.check;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.Program;

/**
 * The programs that are checked together ([SYN-703]). Immutable.
 *
 * @param programs in source order: the application's own files, then imported ones ([SYN-106], [SYN-109])
 * @param imported those of the files that an import brought in
 */
public record Application(List<Program> programs, Set<SourceFile> imported, Environment environment) {

    public Application {
        programs = List.copyOf(programs);
        Set<SourceFile> files = Collections.newSetFromMap(new IdentityHashMap<>());
        files.addAll(imported);
        imported = Collections.unmodifiableSet(files);
    }

    /** A single file without surroundings. */
    public static Application of(Program program) {
        return new Application(List.of(program), Set.of(), Environment.NONE);
    }
}
