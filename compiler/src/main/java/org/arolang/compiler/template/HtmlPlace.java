package org.arolang.compiler.template;

import org.arolang.runtime.template.Escaping;
import org.arolang.runtime.template.Place;

/** stub */
final class HtmlPlace implements Place {
    static final HtmlPlace TEXT = new HtmlPlace();
    static final HtmlPlace UNKNOWN = TEXT;
    HtmlPlace after(String text) { return this; }
    HtmlPlace afterValue() { return this; }
    HtmlPlace meet(HtmlPlace o) { return this; }
    @Override public Escaping escaping() { return Escaping.HTML; }
}
