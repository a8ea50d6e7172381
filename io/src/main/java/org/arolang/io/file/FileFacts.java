package org.arolang.io.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import org.arolang.runtime.value.ObjectValue;

/** What programs are told of files ([IO-36], [IO-39]). */
final class FileFacts {

    private FileFacts() {}

    /**
     * All that is known of a file or directory; links are followed.
     *
     * @param path absolute, without {@code .} and {@code ..}
     */
    static ObjectValue all(Path path) throws IOException {
        ObjectValue.Builder facts = new ObjectValue.Builder(10);
        BasicFileAttributes attributes;
        try {
            PosixFileAttributes posix = Files.readAttributes(path, PosixFileAttributes.class);
            facts.put("permissions", PosixFilePermissions.toString(posix.permissions()));
            facts.put("owner", posix.owner().getName());
            facts.put("group", posix.group().getName());
            attributes = posix;
        } catch (UnsupportedOperationException _) {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        }
        put(facts, path, attributes, attributes.isDirectory());
        return facts.build();
    }

    /** What a listing says of an entry; a link counts as a file ([IO-42]). */
    static ObjectValue entry(Path path, BasicFileAttributes own) {
        BasicFileAttributes attributes = own;
        if (own.isSymbolicLink()) {
            try {
                attributes = Files.readAttributes(path, BasicFileAttributes.class);
            } catch (IOException _) {
                // It leads nowhere: what is known is the link itself.
            }
        }
        ObjectValue.Builder facts = new ObjectValue.Builder(7);
        put(facts, path, attributes, own.isDirectory());
        return facts.build();
    }

    private static void put(ObjectValue.Builder facts, Path path, BasicFileAttributes attributes, boolean isDirectory) {
        Path name = path.getFileName();
        facts.put("name", name == null ? "" : name.toString());
        facts.put("path", path.toString());
        facts.put("size", attributes.size());
        facts.put("isFile", !isDirectory);
        facts.put("isDirectory", isDirectory);
        facts.put("created", date(attributes.creationTime()));
        facts.put("modified", date(attributes.lastModifiedTime()));
    }

    private static String date(FileTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What a path is itself, without following links. */
    static BasicFileAttributes own(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
