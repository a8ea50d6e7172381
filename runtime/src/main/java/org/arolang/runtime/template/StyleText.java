package org.arolang.runtime.template;

/** Values inside style sheets. */
final class StyleText {

    private StyleText() {}

    /** Words, numbers, colours and lists of them as they are; every other character as its escape, which no syntax is made of. */
    static String value(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_' || c == '#' || c == '.' || c == ',' || c == '%' || c == '+'
                    || c >= 0x80 && !Character.isISOControl(c)) {
                out.appendCodePoint(c);
            } else {
                out.append('\\').append(Integer.toHexString(c == 0 ? 0xFFFD : c)).append(' ');
            }
        });
        return out.toString();
    }
}
