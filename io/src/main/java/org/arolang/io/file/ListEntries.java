package org.arolang.io.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.arolang.io.path.FileFailure;
import org.arolang.io.path.FilePath;
import org.arolang.io.path.PathOperand;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** Lists what a directory holds ([IO-39] to [IO-44]). */
public final class ListEntries implements Action {

    private static final Declaration DECLARATION = Declaration.of("List", Role.REQUEST, "list")
            .prepositions("from")
            .clauses("matching", "recursively")
            .mayWait()
            .description("List the files and directories that a directory holds")
            .searchTerms("files", "directory", "folder", "glob", "pattern", "walk", "ls")
            .shapes("List the <entries> from \"./data\".", "List the <entries> from the <directory: path> matching \"*.json\".",
                    "List the <all: recursively> from \"./data\".")
            .example("Names that match", """
                Write "" to "./box/b.txt".
                Write "" to "./box/a.txt".
                Write "" to "./box/c.json".
                List the <texts> from the <directory: "box"> matching "*.txt".
                for each <entry> in <texts> {
                    Log <entry: name> to the <console>.
                }
                """, "a.txt\nb.txt\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        PathOperand path = PathOperand.ofObject(call, "List", "a directory path");
        Noun result = call.result();
        boolean recursively = call.recursively()
                || result != null && result.specifiers().stream().anyMatch("recursively"::equalsIgnoreCase);
        NamePattern named = result != null && result.quoted() && (result.raw().contains("*") || result.raw().contains("?"))
                ? NamePattern.of(result.raw())
                : null;
        Operand matching = call.matching();
        return (activation, operands) -> {
            NamePattern pattern = matching == null ? named : pattern(matching.in(operands));
            return list(path.in(activation.application(), operands), recursively, pattern);
        };
    }

    private static NamePattern pattern(Object value) {
        String text = Text.string(value);
        if (text == null) {
            throw new Failure("Invalid value '" + Text.of(value) + "' for matching");
        }
        return NamePattern.of(text);
    }

    private static ListValue list(FilePath directory, boolean recursively, @Nullable NamePattern pattern) {
        Path root = directory.absolute();
        if (!Files.isDirectory(directory.path())) {
            throw new Missing("Directory not found: " + directory.given());
        }
        List<Entry> entries = new ArrayList<>();
        try {
            collect(root, recursively, entries);
        } catch (IOException problem) {
            throw FileFailure.of("Error listing " + directory.given(), directory, problem);
        }
        entries.sort(Comparator.comparing(Entry::text, Text::compare));
        ListValue.Builder list = new ListValue.Builder(entries.size());
        for (Entry entry : entries) {
            if (pattern == null || pattern.matches(String.valueOf(entry.path.getFileName()))) {
                list.add(FileFacts.entry(entry.path, entry.attributes));
            }
        }
        return list.build();
    }

    private record Entry(Path path, String text, BasicFileAttributes attributes) {}

    private static void collect(Path directory, boolean recursively, List<Entry> entries) throws IOException {
        List<Path> inner = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                BasicFileAttributes attributes = attributes(child);
                if (attributes != null) {
                    entries.add(new Entry(child, child.toString(), attributes));
                    if (attributes.isDirectory()) {
                        inner.add(child);
                    }
                }
            }
        } catch (DirectoryIteratorException problem) {
            throw problem.getCause();
        }
        if (recursively) {
            for (Path child : inner) {
                try {
                    collect(child, true, entries);
                } catch (NoSuchFileException _) {
                    // It went away in the meantime.
                } catch (AccessDeniedException denied) {
                    throw new IOException("Permission denied in " + child.getFileName(), denied);
                }
            }
        }
    }

    /** What an entry is; null when it went away in the meantime. */
    private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
        try {
            return FileFacts.own(path);
        } catch (NoSuchFileException _) {
            return null;
        }
    }
}
