package org.arolang.compiler.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.runtime.template.TemplateFile;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.Origin;
import org.arolang.runtime.value.Utf8;

/** Files whose value is their unchanged content ([WEB-304], [WEB-307]). */
final class StaticFile {

    /** The kinds in [WEB-150]'s table that are images, fonts, {@code pdf} or {@code wasm}; SVG is text. */
    private static final Set<String> BINARY = Set.of("png", "gif", "webp", "jpg", "jpeg", "ico", "woff", "woff2", "ttf", "eot", "pdf",
            "wasm");

    private StaticFile() {}

    /** Whether the file is no text: by its kind, or because it is no UTF-8 and holds no block. */
    static boolean isBinary(TemplateFile file) {
        return isBinaryKind(file.path())
                || !Utf8.isWellFormed(file.content()) && !holdsBlock(file.content());
    }

    /** Whether files of that name are never text. */
    static boolean isBinaryKind(String path) {
        return BINARY.contains(TemplateKind.extension(path));
    }

    private static boolean holdsBlock(byte[] content) {
        for (int i = 1; i < content.length; i++) {
            if (content[i] == '{' && content[i - 1] == '{') {
                return true;
            }
        }
        return false;
    }

    static Template parse(TemplateFile file) {
        SourceFile source = new SourceFile(file.name(), new String(file.content(), StandardCharsets.UTF_8));
        if (!Utf8.isWellFormed(file.content())) {
            Template.Problem problem = new Template.Problem("Template parse error at line 1: Invalid encoding (expected UTF-8)",
                    Span.at(0));
            return new Template(file.path(), source, List.of(), List.of(problem));
        }
        return TemplateParser.parse(file.path(), source);
    }

    /** The content as text, or as binary, with the file in its origin of this kind. */
    static Object value(TemplateFile file, String kind) {
        byte[] content = file.content();
        Origin.FileFacts facts = new Origin.FileFacts(file.location(), content.length, file.changed(), sha256(content));
        Origin origin = new Origin(kind, Origin.Maker.TEMPLATE, facts);
        boolean text = !isBinaryKind(file.path()) && Utf8.isWellFormed(content);
        return text ? MarkedText.ofUtf8(content, origin) : Binary.of(content, origin);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
