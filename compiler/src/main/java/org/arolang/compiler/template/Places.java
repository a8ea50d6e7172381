package org.arolang.compiler.template;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.arolang.runtime.template.Place;

/** Where in the output each block of a template stands, worked out from the text before it. */
public final class Places {

    private final Map<Block, Place> places = new IdentityHashMap<>();
    private final Template template;
    private final Place start;

    private Places(Template template, Place start) {
        this.template = template;
        this.start = start;
    }

    /** The places of a template that begins at {@code start}. */
    static Places of(Template template, Place start) {
        Places places = new Places(template, start);
        if (start instanceof HtmlPlace html) {
            places.walk(template.blocks(), html);
        }
        return places;
    }

    /** Whether the output is HTML: values are escaped and text literals are markup. */
    public boolean isHtml() {
        return start instanceof HtmlPlace;
    }

    /** Whether some block stands elsewhere than where the template begins. */
    public boolean differ() {
        return places.values().stream().anyMatch(place -> !place.equals(start));
    }

    /** Where {@code block} stands. */
    public Place of(Block block) {
        return places.getOrDefault(block, start);
    }

    /** Notes the places of {@code blocks}; the place after them. */
    private HtmlPlace walk(List<Block> blocks, HtmlPlace before) {
        HtmlPlace place = before;
        for (Block block : blocks) {
            place = switch (block) {
                case Block.Text text -> place.after(template.file().text(text.span()));
                case Block.Nothing _ -> place;
                case Block.Value _,Block.Statements _ -> {
                    places.put(block, place);
                    yield place.afterValue();
                }
                case Block.Loop loop -> loop(loop, place);
                case Block.Section section -> {
                    HtmlPlace then = walk(section.then(), place);
                    HtmlPlace otherwise = walk(section.otherwise(), place);
                    yield then.meet(otherwise);
                }
            };
        }
        return place;
    }

    /** A body begins where the text before the loop ended or where the body itself ended. */
    private HtmlPlace loop(Block.Loop loop, HtmlPlace before) {
        HtmlPlace begin = before;
        for (int i = 0; i < 3; i++) {
            HtmlPlace next = begin.meet(walk(loop.body(), begin));
            if (next.equals(begin)) {
                return begin;
            }
            begin = next;
        }
        walk(loop.body(), HtmlPlace.UNKNOWN);
        return HtmlPlace.UNKNOWN;
    }
}
