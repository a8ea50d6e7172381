package org.arolang.web.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.arolang.runtime.value.Origin;
import org.arolang.web.response.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out once for the content of a file: its validators ([WEB-157]) and its compressed form. Thread-safe; forgets what has
 * not been asked for longest when it holds too many files.
 */
final class StaticFacts {

    private static final int FILES = 512;
    private static final int LARGEST_KEPT = 1 << 20;

    /** @param gzip the compressed bytes, kept for small files; empty when compressing does not pay */
    record Facts(String etag, String lastModified, Instant changed, byte @Nullable [] gzip) {}

    private final Map<Origin.FileFacts, Facts> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Origin.FileFacts, Facts> eldest) {
            return size() > FILES;
        }
    });

    Facts of(Origin.FileFacts file, Answer answer) {
        Facts facts = known.get(file);
        if (facts == null) {
            String hash = file.sha256() == null ? sha256(answer) : file.sha256();
            Instant changed = file.changed().truncatedTo(ChronoUnit.SECONDS);
            facts = new Facts("W/\"" + hash.substring(0, 16) + "\"", Clock.http(changed), changed, null);
            known.put(file, facts);
        }
        return facts;
    }

    /** The compressed form, made with {@code compression} when it is not known; null when it does not pay. */
    byte @Nullable [] gzip(Origin.FileFacts file, Answer answer, Compression compression) {
        Facts facts = of(file, answer);
        byte[] bytes = facts.gzip();
        if (bytes == null) {
            byte[] made = compression.gzip(answer.body(), answer.length());
            bytes = made == null ? new byte[0] : made;
            if (answer.length() <= LARGEST_KEPT) known.put(file, new Facts(facts.etag(), facts.lastModified(), facts.changed(), bytes));
        }
        return bytes.length == 0 ? null : bytes;
    }

    private static String sha256(Answer answer) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(answer.body(), 0, answer.length());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the client's copy is still good. */
    static boolean isFresh(Facts facts, @Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {
        if (ifNoneMatch != null) {
            for (String tag : ifNoneMatch.split(",")) {
                String bare = tag.strip();
                if (bare.equals("*") || bare.equals(facts.etag()) || ("W/" + bare).equals(facts.etag())) return true;
            }
            return false;
        }
        if (ifModifiedSince == null) return false;
        Instant since = Clock.parse(ifModifiedSince);
        return since != null && !since.isBefore(facts.changed());
    }
}
