package org.arolang.language.print;

import java.util.Set;
import java.util.regex.Pattern;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Reference;

/** How names, strings and references are written so that they are read back as they are. */
final class Spelling {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(-[\\p{L}_][\\p{L}\\p{N}_]*)*");

    private static final Pattern PATH = Pattern.compile("(" + NAME + "|\\d+)(\\.(" + NAME + "|\\d+))*");
    private static final Pattern MEMBER = Pattern.compile("\\p{Ll}.*");
    private static final Set<String> STATEMENT_WORDS = Set.of("for", "match", "parallel", "while", "break", "publish", "require", "when",
            "then", "assert", "exists");

    private final boolean inHole;

    /** Inside {@code ${...}} strings stand in single quotes ([SYN-136]); what cannot be written so cannot be printed there. */
    Spelling(boolean inHole) {
        this.inHole = inHole;
    }

    /** A string literal without interpolation. */
    String string(String value) {
        return inHole ? "'" + value.replace("'", "\\'") + "'" : '"' + chars(value) + '"';
    }

    /** A field of a record, as a reference. */
    String field(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return "<" + path + ">";
        }
        String rest = path.substring(dot + 1);
        return "<" + path.substring(0, dot) + ": " + (PATH.matcher(rest).matches() ? rest : string(rest)) + ">";
    }

    /** A field of a record as a bare name where that is possible, else as a reference. */
    String bareField(String path) {
        String[] parts = path.split("\\.", -1);
        boolean bare = !parts[0].equals("not");
        for (int i = 0; i < parts.length; i++) {
            boolean member = i == 0 || MEMBER.matcher(parts[i]).matches() && !STATEMENT_WORDS.contains(parts[i].split("-")[0]);
            bare &= NAME.matcher(parts[i]).matches() && member;
        }
        return bare ? path : field(path);
    }

    /** The inside of a double-quoted string. */
    static String chars(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2);
        int i = 0;
        while (i < value.length()) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '$' -> text.append(i == value.length() || value.charAt(i) == '{' ? "\\$" : "$");
                default -> {
                    boolean plain = !Character.isISOControl(c) && c != 0x2028 && c != 0x2029;
                    text.append(plain ? Character.toString(c) : "\\u{" + Integer.toHexString(c) + "}");
                }
            }
        }
        return text.toString();
    }

    /** A map key: a name where that is possible, else a string. */
    String key(String key) {
        return NAME.matcher(key).matches() ? key : string(key);
    }

    /** A bracketed or bare reference. */
    String reference(Reference reference) {
        Qualifier qualifier = reference.qualifier();
        if (!reference.bracketed()) {
            return qualifier == null ? reference.base() : reference.base() + " " + qualifier.raw();
        }
        return qualifier == null ? "<" + reference.base() + ">" : "<" + reference.base() + ": " + qualifier(qualifier) + ">";
    }

    private String qualifier(Qualifier qualifier) {
        return switch (qualifier.form()) {
            case QUOTED -> string(qualifier.raw());
            case CHAIN -> qualifier.raw().replace("|", " | ");
            case PICK -> qualifier.raw().replace(",", ", ");
            default -> qualifier.raw();
        };
    }
}
