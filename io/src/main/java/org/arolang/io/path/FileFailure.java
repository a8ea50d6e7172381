package org.arolang.io.path;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.arolang.io.format.Encoding;
import org.arolang.io.format.Unwritable;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;

/** What the operating system's errors are to a program ([IO-17]). */
public final class FileFailure {

    private FileFailure() {}

    /** {@code File not found: <p>}. */
    public static Failure notFound(FilePath path) {
        return new Missing("File not found: " + path.given());
    }

    /** {@code Error reading <p>: <reason>}. */
    public static Failure reading(FilePath path, Encoding encoding, IOException problem) {
        if (problem instanceof CharacterCodingException) {
            return new Failure("Error reading " + path.given() + ": not valid " + encoding.title() + " text", problem);
        }
        return of("Error reading " + path.given(), path, problem);
    }

    /** {@code Error writing <p>: <reason>}. */
    public static Failure writing(FilePath path, Encoding encoding, IOException problem) {
        if (problem instanceof CharacterCodingException) {
            return new Failure("Error writing " + path.given() + ": cannot be written as " + encoding.title(), problem);
        }
        return of("Error writing " + path.given(), path, problem);
    }

    /** {@code <what>: <reason>}, or {@code Permission denied: <p>}. */
    public static Failure of(String what, FilePath path, IOException problem) {
        return problem instanceof AccessDeniedException
                ? new Failure("Permission denied: " + path.given(), problem)
                : new Failure(what + ": " + reason(problem), problem);
    }

    /** The operating system's short reason. */
    public static String reason(IOException problem) {
        return switch (problem) {
            case Unwritable unwritable -> unwritable.reason();
            case AccessDeniedException _ -> "Permission denied";
            case NoSuchFileException _ -> "No such file or directory";
            case FileAlreadyExistsException _ -> "File exists";
            case NotDirectoryException _ -> "Not a directory";
            case DirectoryNotEmptyException _ -> "Directory not empty";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> problem.getMessage() == null ? "Input/output error" : problem.getMessage();
        };
    }
}
