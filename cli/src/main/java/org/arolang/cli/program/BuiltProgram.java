package org.arolang.cli.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arolang.cli.Signals;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.LoadError;
import org.arolang.cli.load.Loader;
import org.arolang.cli.load.Resources;
import org.arolang.cli.load.Sources;
import org.arolang.cli.program.ProgramArchive.Entry;
import org.arolang.cli.program.ProgramArchive.Kind;
import org.arolang.compiler.NativeBackEnd;
import org.arolang.language.source.SourceFile;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.ApplicationRun;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.template.ApplicationFiles;
import org.arolang.runtime.template.EmbeddedFiles;
import org.arolang.runtime.template.TemplateFiles;
import org.arolang.web.contract.Contract;
import org.jspecify.annotations.Nullable;

/** Runs the program that an executable carries ([TOOL-320] to [TOOL-324]). */
final class BuiltProgram {

    private final ProgramArchive archive;
    private final Path directory;
    private final Surroundings around;

    /** @param directory the application's directory: the executable's own */
    BuiltProgram(ProgramArchive archive, Path directory, Surroundings around) {
        this.archive = archive;
        this.directory = directory;
        this.around = around;
    }

    /** Runs the program; gives the exit code. */
    int run(NativeBackEnd backEnd, List<String> arguments) {
        try {
            Options options = Options.of(directory)
                    .withArguments(arguments)
                    .withEnvironment(around.environment())
                    .withKeepAlive(arguments.contains("--keep-alive"))
                    .withDebug(arguments.contains("--debug"))
                    .withColour(around.colourError())
                    .withDirectory(around.directory());
            Loader loader = new Loader(sources(), new Resources(contract(), templates(), stores()));
            Application application = loader.build(options, around.console(), backEnd, false);
            Signals.handOver(application);
            return new ApplicationRun(application).run();
        } catch (LoadError error) {
            around.error(error.line());
            return 1;
        }
    }

    private Sources sources() {
        List<SourceFile> files = new ArrayList<>();
        Set<SourceFile> imported = new HashSet<>();
        for (Entry entry : archive.entries()) {
            if (entry.kind() == Kind.SOURCE || entry.kind() == Kind.IMPORTED_SOURCE) {
                SourceFile file = new SourceFile(around.label(directory.resolve(entry.path()).normalize()), entry.text());
                files.add(file);
                if (entry.kind() == Kind.IMPORTED_SOURCE) {
                    imported.add(file);
                }
            }
        }
        return Sources.of(directory, archive.name(), files, imported);
    }

    private @Nullable Contract contract() {
        List<Entry> embedded = archive.of(Kind.CONTRACT);
        return embedded.isEmpty()
                ? Contract.find(directory)
                : Contract.read(embedded.getFirst().path(), embedded.getFirst().content());
    }

    /** The embedded files first, then those in the application's directory. */
    private TemplateFiles templates() {
        Map<String, EmbeddedFiles.Content> files = new HashMap<>();
        for (Entry entry : archive.of(Kind.PAGE)) {
            files.put(entry.path(), new EmbeddedFiles.Content(entry.content(), entry.changed()));
        }
        return TemplateFiles.layered(new EmbeddedFiles(files), new ApplicationFiles(directory));
    }

    private Map<String, byte[]> stores() {
        Map<String, byte[]> stores = new HashMap<>();
        archive.of(Kind.STORE).forEach(entry -> stores.put(entry.path(), entry.content()));
        return stores;
    }
}
