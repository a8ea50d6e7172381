package org.arolang.cli.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.arolang.cli.load.Sources;
import org.arolang.cli.program.ProgramArchive.Entry;
import org.arolang.cli.program.ProgramArchive.Kind;
import org.arolang.language.source.SourceFile;
import org.arolang.web.contract.Contract;

/** Gathers the files of an application into an archive ([TOOL-311]). */
final class ArchiveMaker {

    private final Sources sources;
    private final Path root;
    private final List<Entry> entries = new ArrayList<>();

    private ArchiveMaker(Sources sources) {
        this.sources = sources;
        this.root = sources.root();
    }

    static ProgramArchive make(Sources sources) throws IOException {
        ArchiveMaker maker = new ArchiveMaker(sources);
        maker.sources();
        maker.contract();
        maker.folder("templates");
        maker.folder("static");
        maker.stores();
        return new ProgramArchive(sources.name(), maker.entries);
    }

    private void sources() {
        for (int i = 0; i < sources.programs().size(); i++) {
            SourceFile file = sources.programs().get(i).file();
            Kind kind = sources.imported().contains(file) ? Kind.IMPORTED_SOURCE : Kind.SOURCE;
            entries.add(new Entry(
                    kind, relative(sources.paths().get(i)), Instant.EPOCH, file.text().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void contract() throws IOException {
        for (String name : Contract.FILE_NAMES) {
            Path file = root.resolve(name);
            if (Files.isRegularFile(file)) {
                add(Kind.CONTRACT, file);
                return;
            }
        }
    }

    private void folder(String name) throws IOException {
        Path folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(Kind.PAGE, file);
            }
        }
    }

    private void stores() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            for (Path file : files.filter(ArchiveMaker::isStore).sorted().toList()) {
                add(Kind.STORE, file);
            }
        }
    }

    private static boolean isStore(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".store") && !name.startsWith(".") && Files.isRegularFile(file);
    }

    private void add(Kind kind, Path file) throws IOException {
        entries.add(new Entry(kind, relative(file), Files.getLastModifiedTime(file).toInstant(), Files.readAllBytes(file)));
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
