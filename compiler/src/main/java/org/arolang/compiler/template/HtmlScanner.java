package org.arolang.compiler.template;

import java.util.Set;
import org.arolang.compiler.template.HtmlPlace.State;
import org.arolang.compiler.template.HtmlPlace.Url;

/** Reads text of a template as a browser's tokenizer would, from one place to the next. Used once. */
final class HtmlScanner {

    private static final Set<String> RAW = Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private State state;
    private final StringBuilder element;
    private final StringBuilder attribute;
    private char quote;
    private final StringBuilder pending;
    private Url url;
    private ScriptPlace script;

    HtmlScanner(HtmlPlace from) {
        state = from.state();
        element = new StringBuilder(from.element());
        attribute = new StringBuilder(from.attribute());
        quote = from.quote();
        pending = new StringBuilder(from.pending());
        url = from.url();
        script = from.script();
    }

    HtmlPlace place() {
        return state == State.TEXT
                ? HtmlPlace.TEXT
                : new HtmlPlace(state, element.toString(), attribute.toString(), quote, pending.toString(), url, script);
    }

    HtmlScanner read(String text) {
        for (int i = 0; i < text.length(); i++) {
            read(text.charAt(i));
        }
        return this;
    }

    private void read(char c) {
        switch (state) {
            case TEXT -> {
                if (c == '<') {
                    state = State.TAG_OPEN;
                    element.setLength(0);
                    pending.setLength(0);
                }
            }
            case TAG_OPEN -> tagOpen(c);
            case TAG_NAME -> {
                if (!endsName(c)) {
                    element.append(Character.toLowerCase(c));
                }
            }
            case IN_TAG -> inTag(c);
            case ATTRIBUTE_NAME, AFTER_NAME -> name(c);
            case BEFORE_VALUE -> beforeValue(c);
            case VALUE -> value(c);
            case COMMENT -> comment(c);
            case DECLARATION -> {
                if (c == '>') {
                    state = State.TEXT;
                }
            }
            case RAW -> raw(c);
            case UNKNOWN -> {}
        }
    }

    private void tagOpen(char c) {
        if (pending.isEmpty() && c == '!') {
            pending.append('!');
        } else if (!pending.isEmpty() && pending.charAt(0) == '!') {
            pending.append(c);
            if (pending.toString().equals("!--")) {
                // The dashes that open a comment may close it as well.
                state = State.COMMENT;
                pending.deleteCharAt(0);
            } else if (c == '>') {
                state = State.TEXT;
            } else if (!pending.toString().equals("!-")) {
                state = State.DECLARATION;
            }
        } else if (c == '/' && element.isEmpty()) {
            element.append('/');
        } else if (Character.isLetter(c)) {
            state = State.TAG_NAME;
            element.append(Character.toLowerCase(c));
        } else if (c == '?' || element.length() == 1) {
            state = c == '>' ? State.TEXT : State.DECLARATION;
        } else if (c != '<') {
            state = State.TEXT;
        }
    }

    /** Whether {@code c} ends the name of a tag; then the state is what follows. */
    private boolean endsName(char c) {
        if (c == '>') {
            endTag();
        } else if (isBlank(c) || c == '/') {
            state = State.IN_TAG;
        } else {
            return false;
        }
        return true;
    }

    private void endTag() {
        String name = element.toString();
        boolean raw = RAW.contains(name);
        state = raw ? State.RAW : State.TEXT;
        script = ScriptPlace.START;
        pending.setLength(0);
        attribute.setLength(0);
    }

    private void inTag(char c) {
        if (c == '>') {
            endTag();
        } else if (!isBlank(c) && c != '/') {
            state = State.ATTRIBUTE_NAME;
            attribute.setLength(0);
            attribute.append(Character.toLowerCase(c));
        }
    }

    private void name(char c) {
        if (c == '=') {
            state = State.BEFORE_VALUE;
        } else if (c == '>') {
            endTag();
        } else if (isBlank(c)) {
            state = State.AFTER_NAME;
        } else if (c == '/') {
            state = State.IN_TAG;
        } else {
            if (state == State.AFTER_NAME) {
                attribute.setLength(0);
                state = State.ATTRIBUTE_NAME;
            }
            attribute.append(Character.toLowerCase(c));
        }
    }

    private void beforeValue(char c) {
        if (isBlank(c)) {
            return;
        }
        if (c == '>') {
            endTag();
            return;
        }
        state = State.VALUE;
        url = Url.START;
        script = ScriptPlace.START;
        pending.setLength(0);
        boolean quoted = c == '"' || c == '\'';
        quote = quoted ? c : ' ';
        if (!quoted) {
            value(c);
        }
    }

    private void value(char c) {
        if (quote == ' ' ? isBlank(c) || c == '>' : c == quote) {
            state = State.IN_TAG;
            pending.setLength(0);
            if (c == '>') {
                endTag();
            }
            return;
        }
        switch (AttributeKind.of(element.toString(), attribute.toString())) {
            case SCRIPT -> script = script.after(c);
            case URL -> url(c);
            default -> {}
        }
    }

    /** Follows a URL to where it can no longer become a script. */
    private void url(char c) {
        switch (url) {
            case START, SCHEME -> scheme(c);
            case AFTER_SCHEME -> url = c == '/' ? Url.SAFE : Url.SCRIPT;
            case SCRIPT, SAFE -> {}
        }
    }

    private void scheme(char c) {
        if (c <= ' ') {
            return;
        }
        boolean written = url == Url.START || !pending.isEmpty();
        if (c == ':') {
            String scheme = pending.toString();
            url = !written ? Url.AFTER_SCHEME : scheme.equals("javascript") || scheme.equals("vbscript") ? Url.SCRIPT : Url.SAFE;
            pending.setLength(0);
        } else if (c == '/' || c == '?' || c == '#') {
            url = Url.SAFE;
            pending.setLength(0);
        } else if (written) {
            pending.append(Character.toLowerCase(c));
            String begun = pending.toString();
            boolean mayRun = "javascript".startsWith(begun) || "vbscript".startsWith(begun) || "data".startsWith(begun);
            url = mayRun ? Url.SCHEME : Url.SAFE;
            if (!mayRun) {
                pending.setLength(0);
            }
        }
    }

    private void comment(char c) {
        if (c == '>' && pending.length() >= 2) {
            state = State.TEXT;
        } else if (c == '!' && pending.length() == 2) {
            pending.append('!');
        } else if (c == '-') {
            pending.setLength(pending.length() == 3 ? 0 : Math.min(pending.length(), 1));
            pending.append('-');
        } else {
            pending.setLength(0);
        }
    }

    private void raw(char c) {
        String end = "</" + element;
        if (pending.toString().equals(end) && (isBlank(c) || c == '/' || c == '>')) {
            element.insert(0, '/');
            state = State.IN_TAG;
            pending.setLength(0);
            attribute.setLength(0);
            inTag(c);
            return;
        }
        if (c == '<') {
            pending.setLength(0);
            pending.append('<');
        } else if (!pending.isEmpty()) {
            pending.append(Character.toLowerCase(c));
            if (!end.startsWith(pending.toString())) {
                pending.setLength(0);
            }
        }
        if (element.toString().equals("script")) {
            script = script.after(c);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    }
}
