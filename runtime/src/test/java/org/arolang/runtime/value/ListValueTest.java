package org.arolang.runtime.value;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.arolang.runtime.Failure;
import org.junit.jupiter.api.Test;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** [VAL-9], [VAL-10], [VAL-12], [VAL-98]. */
class ListValueTest {

    @Test
    void basics() {
        ListValue list = list("a", "b", "c");
        assertThat(list).containsExactly("a", "b", "c");
        assertThat(list.slice(1, 3)).isEqualTo(list("b", "c"));
        assertThat(list.slice(2, 2)).isEmpty();
        assertThat(ListValue.copyOf(List.of("a", "b", "c"))).isEqualTo(list).hasSameHashCodeAs(list);
        assertThat(new ListValue.Builder(0).add(1L).addAll(list).build()).isEqualTo(list(1L, "a", "b", "c"));
        assertThatThrownBy(() -> list.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.slice(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(list(1L)).isEqualTo(list(1.0)).hasSameHashCodeAs(list(1.0));
    }

    @Test
    void theRecencyMarkIsInvisible() {
        ListValue list = list("a", "b");
        assertThat(list.isRecency()).isFalse();
        assertThat(list.asRecency().isRecency()).isTrue();
        assertThat(list.asRecency()).isEqualTo(list);
        assertThat(list.asRecency().slice(0, 1).isRecency()).isFalse();
        assertThat(stream("a", "b").asRecency()).isEqualTo(list);
        assertThat(stream("a").asRecency().isRecency()).isTrue();
        assertThat(Json.text(list.asRecency())).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void streamsAreReadAgainUntilSomeoneNeedsThemWhole() {
        AtomicInteger opened = new AtomicInteger();
        StreamValue stream = new StreamValue(() -> {
            opened.incrementAndGet();
            return list(1L, 2L, 3L).iterator();
        });
        assertThat(stream).containsExactly(1L, 2L, 3L);
        assertThat(stream).containsExactly(1L, 2L, 3L);
        assertThat(opened).hasValue(2);
        assertThat(stream.size()).isEqualTo(3);
        assertThat(stream.get(2)).isEqualTo(3L);
        assertThat(stream).containsExactly(1L, 2L, 3L);
        assertThat(opened).hasValue(3);
        assertThat(Kind.nameOf(stream)).isEqualTo("Stream");
    }

    @Test
    void iteratorsThatNeedItAreClosed() {
        AtomicInteger closed = new AtomicInteger();
        class Numbers implements Iterator<Object>, AutoCloseable {
            private long next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (next == 5) throw new Failure("broken source");
                return next++;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        }
        StreamValue endless = new StreamValue(Numbers::new);
        assertThat(Contains.test(endless, 3L)).isTrue();
        assertThat(compute("take", endless, 2L)).isEqualTo(list(0L, 1L));
        assertThat(compute("first", endless)).isEqualTo(0L);
        assertThat(Selectors.select(endless, "first")).isEqualTo(0L);
        assertThat(endless.isEmpty()).isFalse();
        assertThat(result(endless::size)).isEqualTo("! broken source");
        assertThat(closed).hasValue(6);
    }

    /** [VAL-95] to [VAL-97], [DATA-54], W18, W21, W49. */
    @Test
    void selectors() {
        ListValue five = list("a", "b", "c", "d", "e");
        Object[][] table = {{"first", "a"}, {"last", "e"}, {"FIRST", "a"}, {"0", "e"}, {"1", "d"}, {"4", "a"}, {"5", ""},
            {"99999999999999999999", ""}, {"0-2", list("e", "d", "c")},
            {"3-1", list("d", "c", "b")}, {"1-3", list("d", "c", "b")}, {"0,2,4", list("e", "c", "a")},
            {"0-99", list("e", "d", "c", "b", "a")}, {"3-99", list("b", "a")}, {"7-9", list()},
            {"9,1", list("d")}, {"count", 5L}, {"length", 5L}, {"reverse", list("e", "d", "c", "b", "a")},
            {"frist", "! Property 'frist' not found on type 'List'"},
            {"-1", "! Property '-1' not found on type 'List'"}, {"take", "! Property 'take' not found on type 'List'"},
            {"0-99999999999999999999", list("e", "d", "c", "b", "a")}};
        for (Object[] row : table) assertThat(result(() -> Selectors.select(five, (String) row[0]))).as("%s", row[0]).isEqualTo(row[1]);
        assertThat(Selectors.select(list(), "first")).isEqualTo("");
        assertThat(Selectors.select(list(), "last")).isEqualTo("");
        assertThat(Selectors.select(list(), "0-19")).isEqualTo(list());
        for (String recency : List.of("0-2", "0,1", "7-9")) assertThat(((ListValue) Selectors.select(five, recency)).isRecency()).isTrue();
        assertThat(Selectors.select(list(4L, 5L), "sum")).isEqualTo(9.0);
    }
}
