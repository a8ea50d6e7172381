package org.arolang.runtime.repository;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.arolang.runtime.execution.Diagnostics;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.yaml.MalformedYaml;
import org.arolang.runtime.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * The {@code *.store} files of an application ([APP-128] to [APP-133]): they seed repositories, and those that others may write are kept
 * up to date. Thread-safe once seeded.
 */
public final class StoreFiles {

    private static final String SUFFIX = ".store";

    private final List<Source> sources;
    private final List<StoreFile> writable = new ArrayList<>();

    /**
     * One file as it was read.
     *
     * @param name the file's name
     * @param path where it is; null when it is embedded in an executable
     */
    private record Source(String name, @Nullable Path path, List<ObjectValue> records, boolean writable) {

        String repository() {
            return name.substring(0, name.length() - SUFFIX.length()) + "-repository";
        }
    }

    private StoreFiles(List<Source> sources) {
        this.sources = sources;
    }

    /** A store file that cannot be used; the message is {@code Invalid store file <name>: <reason>}. */
    public static final class Invalid extends Exception {
        Invalid(String name, String reason) {
            super("Invalid store file " + name + ": " + reason);
        }
    }

    /**
     * Reads the store files of an application.
     *
     * @param root the application's directory
     * @param embedded the contents of files embedded in an executable, by name; one of the same name in the directory wins
     */
    public static StoreFiles read(Path root, Map<String, byte[]> embedded) throws Invalid {
        Map<String, Source> found = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : embedded.entrySet()) {
            found.put(file.getKey(), new Source(file.getKey(), null, parse(file.getKey(), file.getValue()), false));
        }
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, "*" + SUFFIX)) {
                for (Path path : entries) {
                    String name = path.getFileName().toString();
                    if (!name.startsWith(".") && name.length() > SUFFIX.length() && Files.isRegularFile(path)) {
                        Files.deleteIfExists(temporary(path));
                        found.put(name, new Source(name, path, parse(name, content(name, path)), isWritable(path)));
                    }
                }
            } catch (IOException failure) {
                throw new Invalid(root.toString(), reason(failure));
            }
        }
        return new StoreFiles(List.copyOf(found.values()));
    }

    /** The same files, none of which is ever written: tests start from them and leave them alone ([TOOL-402]). */
    public StoreFiles readOnly() {
        return new StoreFiles(sources.stream()
                .map(source -> new Source(source.name, source.path, source.records, false))
                .toList());
    }

    /** Name and repository of each file in seeding order, for {@code --verbose}; true when it is written back. */
    public List<Listing> list() {
        return sources.stream().map(source -> new Listing(source.name, source.repository(), source.writable)).toList();
    }

    public record Listing(String file, String repository, boolean writable) {}

    void seed(Repositories repositories, Diagnostics diagnostics) {
        for (Source source : sources) {
            Repository repository = repositories.named(source.repository());
            for (ObjectValue record : source.records) {
                repository.store(record, null);
            }
        }
        for (Source source : sources) {
            if (source.writable && source.path != null) {
                Repository repository = repositories.named(source.repository());
                StoreFile file = new StoreFile(source.path, repository, diagnostics);
                writable.add(file);
                repository.whenChanged(file::changed);
            }
        }
    }

    /** Writes every file whose repository has changed since it was written last. */
    void flush() {
        writable.forEach(StoreFile::write);
    }

    static Path temporary(Path path) {
        return path.resolveSibling(path.getFileName() + ".tmp");
    }

    private static byte[] content(String name, Path path) throws Invalid {
        try {
            return Files.readAllBytes(path);
        } catch (IOException failure) {
            throw new Invalid(name, reason(failure));
        }
    }

    private static List<ObjectValue> parse(String name, byte[] content) throws Invalid {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException _) {
            throw new Invalid(name, "invalid UTF-8");
        }
        Object value;
        try {
            value = Yaml.parse(text);
        } catch (MalformedYaml malformed) {
            throw new Invalid(name, malformed.text());
        }
        return switch (value) {
            case ObjectValue record -> List.of(record);
            case ListValue list -> records(name, list);
            case Null _ -> List.of();
            default -> throw new Invalid(name, "expected a list of objects or one object");
        };
    }

    private static List<ObjectValue> records(String name, ListValue list) throws Invalid {
        List<ObjectValue> records = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof ObjectValue record)) {
                throw new Invalid(name, "element " + (records.size() + 1) + " is not an object");
            }
            records.add(record);
        }
        return records;
    }

    /** [APP-131]. */
    private static boolean isWritable(Path path) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            return permissions.contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> failure.getMessage() == null ? "input/output error" : failure.getMessage();
        };
    }
}
