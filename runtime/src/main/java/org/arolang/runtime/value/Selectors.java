package org.arolang.runtime.value;

/** Selection by a selector that is known only at run time. */
public final class Selectors {

    private Selectors() {}

    /**
     * What the selector's text selects ([VAL-95]).
     *
     * @throws org.arolang.runtime.Failure {@code Property '<selector>' not found on type 'List'}
     */
    public static Object select(ListValue list, String text) {
        Selector selector = Selector.parse(text);
        if (selector == null) throw Selector.unknown(text);
        return selector.select(list);
    }
}
