package org.arolang.compiler.template;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.arolang.runtime.template.Place;
import org.arolang.runtime.value.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What kind of document a template makes ([WEB-2], [WEB-330]).
 *
 * @param start the place where its output begins
 * @param origin the origin of the rendered text
 */
record TemplateKind(Place start, Origin origin) {

    private static final Set<String> MARKUP = Set.of("html", "htm", "xhtml", "xml", "svg");
    private static final Set<String> NO_MARKUP = Set.of("css", "js", "mjs", "json", "txt", "md", "csv", "screen");
    private static final Pattern TAG = Pattern.compile("<(!doctype|!--|/?[A-Za-z][A-Za-z0-9-]*(\\s[^>]*)?/?>)", Pattern.CASE_INSENSITIVE);

    static TemplateKind of(String path, @Nullable Template template) {
        String extension = extension(path);
        boolean html = MARKUP.contains(extension)
                || template != null && !NO_MARKUP.contains(extension) && holdsTag(template);
        String kind = html && !MARKUP.contains(extension) ? "html" : extension;
        Origin origin = kind.equals("html") ? Origin.HTML_TEMPLATE : new Origin(kind, Origin.Maker.TEMPLATE, null);
        return new TemplateKind(html ? HtmlPlace.TEXT : Place.PLAIN, origin);
    }

    /** What stands after the last dot of the last segment, in lower case. */
    static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether the text outside the blocks holds a tag. */
    private static boolean holdsTag(Template template) {
        StringBuilder text = new StringBuilder();
        collect(template.blocks(), template, text);
        return TAG.matcher(text).find();
    }

    private static void collect(Iterable<Block> blocks, Template template, StringBuilder text) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Text part -> text.append(template.file().text(part.span()));
                case Block.Loop loop -> collect(loop.body(), template, text);
                case Block.Section section -> {
                    collect(section.then(), template, text);
                    collect(section.otherwise(), template, text);
                }
                case Block.Value _,Block.Statements _,Block.Nothing _ -> {}
            }
        }
    }
}
