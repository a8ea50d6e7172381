package org.arolang.bench.peer;

import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file read once at start. */
record StaticFile(
        CharSequence type, byte[] body, String hash, CharSequence tag, Instant changed, CharSequence lastModified) {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static StaticFile load(Path file, String type) throws IOException {
        byte[] body = Files.readAllBytes(file);
        String hash = "\"" + HexFormat.of().formatHex(sha256(body), 0, 8) + "\"";
        Instant changed = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
        return new StaticFile(
                HttpHeaders.createOptimized(type),
                body,
                hash,
                HttpHeaders.createOptimized("W/" + hash),
                changed,
                HttpHeaders.createOptimized(httpDate(changed)));
    }

    /** Whether the visitor's copy, as its two request headers describe it, is this file. */
    boolean isUnchanged(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {
        if (ifNoneMatch != null) {
            return ifNoneMatch.equals("*") || ifNoneMatch.contains(hash);
        }
        if (ifModifiedSince != null) {
            try {
                Instant since = DateTimeFormatter.RFC_1123_DATE_TIME.parse(ifModifiedSince, Instant::from);
                return !since.isBefore(changed);
            } catch (DateTimeException e) {
                return false;
            }
        }
        return false;
    }

    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant);
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
