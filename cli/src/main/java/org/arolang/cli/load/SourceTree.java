package org.arolang.cli.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.arolang.cli.Surroundings;
import org.arolang.language.source.SourceFile;
import org.arolang.runtime.value.Text;

/** Finds and reads source files below a directory ([SYN-105], [SYN-106], [APP-3]). */
final class SourceTree {

    /** How a search treats what is below {@code Plugins} and files with the legacy extension. */
    enum Scope {
        /** Files that run: no {@code Plugins}, {@code .fdd} too. */
        APPLICATION,
        /** Files that {@code aro check} looks at: {@code Plugins} too, {@code .aro} alone ([SYN-102], [TOOL-200]). */
        CHECK
    }

    private SourceTree() {}

    /** The source files below {@code directory} in source order. */
    static List<Path> find(Path directory, Scope scope) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skipped = !folder.equals(directory)
                            && (isHidden(folder) || scope == Scope.APPLICATION && folder.getFileName().toString().equals("Plugins"));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file) && isSource(file, scope) && Files.isRegularFile(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
                    throw new LoadError("Error reading " + file.getFileName() + ": " + reason(reason));
                }
            });
        } catch (IOException reason) {
            throw new LoadError("Error reading " + directory.getFileName() + ": " + reason(reason));
        }
        files.sort(Comparator.comparing((Path file) -> !isMain(file)).thenComparing(Path::toString, Text::compare));
        return files;
    }

    /** The directory of an application: {@code path} itself, or the one in which the file lies ([SYN-107]). */
    static Path folderOf(Path path) {
        Path parent = path.getParent();
        return Files.isDirectory(path) || parent == null ? path : parent;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static boolean isMain(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.')).equals("main");
    }

    private static boolean isSource(Path file, Scope scope) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".aro") || scope == Scope.APPLICATION && name.endsWith(".fdd");
    }

    /** Reads {@code file}; places name it as {@link Surroundings#label} says. */
    static SourceFile read(Path file, Surroundings around) {
        try {
            return new SourceFile(around.label(file), decode(Files.readAllBytes(file)));
        } catch (CharacterCodingException _) {
            throw new LoadError("Error reading " + file.getFileName() + ": it is not valid UTF-8");
        } catch (IOException reason) {
            throw new LoadError("Error reading " + file.getFileName() + ": " + reason(reason));
        }
    }

    static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String reason(IOException exception) {
        return switch (exception) {
            case NoSuchFileException _ -> "no such file";
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(exception.getMessage());
        };
    }
}
