package org.arolang.io.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Application;
import org.jspecify.annotations.Nullable;

/** The directory that a program may not leave, if {@code ARO_FILE_ROOT} names one ([IO-16]). */
final class Fence {

    private static final int MOST_LINKS = 40;

    private Fence() {}

    /** Fails when {@code path} leads outside of the fence. */
    static void check(Application application, String given, Path path) {
        String root = application.environment().read("ARO_FILE_ROOT");
        if (root.isEmpty()) {
            return;
        }
        Path fence = application.options().directory().resolve(root).normalize();
        Path real = destination(path);
        if (real == null || !real.startsWith(real(fence))) {
            throw new Failure("Invalid file path '" + given + "': Path traversal not allowed");
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path;
        }
    }

    /** Where a path leads when its links are followed, whether there is anything or not; null when they go in circles. */
    private static @Nullable Path destination(Path path) {
        Path current = path.getRoot();
        Path rest = path.getRoot().relativize(path);
        int links = 0;
        while (rest.getNameCount() > 0 && !rest.toString().isEmpty()) {
            Path name = rest.getName(0);
            rest = rest.getNameCount() == 1 ? Path.of("") : rest.subpath(1, rest.getNameCount());
            if (name.toString().equals(".")) {
                continue;
            }
            if (name.toString().equals("..")) {
                Path parent = current.getParent();
                current = parent == null ? current : parent;
                continue;
            }
            Path next = current.resolve(name);
            if (!Files.isSymbolicLink(next)) {
                current = next;
                continue;
            }
            if (++links > MOST_LINKS) {
                return null;
            }
            Path target = target(next);
            if (target == null) {
                return null;
            }
            rest = rest.toString().isEmpty() ? target : target.resolve(rest);
            if (rest.isAbsolute()) {
                current = rest.getRoot();
                rest = current.relativize(rest);
            }
        }
        return Files.exists(current, LinkOption.NOFOLLOW_LINKS) ? real(current) : current;
    }

    private static @Nullable Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException _) {
            return null;
        }
    }
}
