package org.arolang.runtime.actions.data;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.arolang.language.tree.Condition.Operator;
import org.arolang.runtime.Failure;
import org.arolang.runtime.action.WhereClause;
import org.arolang.runtime.value.Dates;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.RegexValue;
import org.arolang.runtime.value.StreamValue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.arolang.runtime.actions.data.Fixtures.list;
import static org.arolang.runtime.actions.data.Fixtures.object;
import static org.arolang.runtime.actions.data.Statement.ascending;
import static org.arolang.runtime.actions.data.Statement.descending;
import static org.arolang.runtime.actions.data.Statement.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Sort, Merge, Map, Filter, Reduce, Group, Split, Join: [DATA-140] to [DATA-192]. */
class CollectionActionsTest {

    private static final ListValue CREW = list(
            object("name", "Ida", "port", "Kiel", "age", 41),
            object("name", "Bo", "port", "Emden", "age", 9),
            object("name", "Cy", "port", "Kiel", "age", 30),
            object("name", "Di", "age", 30));

    private static ListValue names(Object list) {
        ListValue.Builder names = new ListValue.Builder();
        for (Object element : (ListValue) list) {
            names.add(((ObjectValue) element).get("name"));
        }
        return names.build();
    }

    /** A source of the numbers from 1 that counts what is done with it. */
    private static final class Source {

        private final int size;
        private int read;
        private int opened;
        private int closed;

        Source(int size) {
            this.size = size;
        }

        StreamValue stream() {
            return new StreamValue(Numbers::new);
        }

        private final class Numbers implements Iterator<Object>, AutoCloseable {
            private long next = 1;

            Numbers() {
                opened++;
            }

            @Override
            public boolean hasNext() {
                return next <= size;
            }

            @Override
            public Object next() {
                read++;
                return next++;
            }

            @Override
            public void close() {
                closed++;
            }
        }
    }

    @Nested
    class Sorting {

        @Test
        void numbersAndTexts() { // [DATA-141]
            assertThat(statement("Sort", "s").noun("for", "xs").variable("xs", list(3, 11, 2)).run()).isEqualTo(list(2, 3, 11));
            assertThat(statement("Sort", "s").value("for", list("b", "B", "a")).run()).isEqualTo(list("B", "a", "b"));
            assertThat(statement("Sort", "s").value("for", list(2.5, 1, "2")).run()).isEqualTo(list(1, "2", 2.5));
        }

        @Test
        void directions() { // [DATA-140]
            assertThat(statement("Sort", "s: descending").value("for", list(3, 11, 2)).run()).isEqualTo(list(11, 3, 2));
            assertThat(statement("Sort", "descending").value("for", list(3, 11, 2)).run()).isEqualTo(list(11, 3, 2));
        }

        @Test
        void keys() { // [DATA-140] [DATA-143], C53
            assertThat(names(statement("Sort", "s").value("for", CREW).by("port desc, age").run()))
                    .isEqualTo(list("Cy", "Ida", "Bo", "Di"));
            assertThat(names(statement("Sort", "s: age.descending").value("for", CREW).run())).isEqualTo(list("Ida", "Cy", "Di", "Bo"));
            assertThat(names(statement("Sort", "s").value("for", CREW).byKeys(descending("port"), ascending("age")).run()))
                    .isEqualTo(list("Cy", "Ida", "Bo", "Di"));
        }

        @Test
        void whatCannotBeSorted() { // [DATA-142]
            assertThatThrownBy(() -> statement("Sort", "s").value("for", CREW).run()).isInstanceOf(Failure.class)
                    .hasMessage("Type mismatch: expected 'by \"field\"', got 'Object'");
            assertThatThrownBy(() -> statement("Sort", "s").value("for", "text").run())
                    .hasMessage("Type mismatch: expected 'List', got 'String'");
            assertThat(statement("Sort", "s").value("for", list()).run()).isEqualTo(list());
        }
    }

    @Nested
    class Merging {

        @Test
        void shapes() { // [DATA-150] [DATA-151], C20
            assertThat(statement("Merge", "all: base").noun("with", "extra").variable("base", object("a", 1, "b", 2))
                    .variable("extra", object("b", 3)).run()).isEqualTo(object("a", 1, "b", 3));
            assertThat(statement("Merge", "both").value("from", list(1)).with(list(2, 3)).run()).isEqualTo(list(1, 2, 3));
            assertThat(statement("Merge", "name").value("with", "mary").variable("name", "rose").run()).isEqualTo("rosemary");
            assertThat(statement("Merge", "name").noun("from", "more").variable("name", "rose").variable("more", "mary").run())
                    .isEqualTo("rosemary");
        }

        @Test
        void failures() { // [DATA-151] [DATA-152]
            assertThatThrownBy(() -> statement("Merge", "all: base").value("with", 1L).variable("base", list(1)).run())
                    .hasMessage("Type mismatch: expected 'List', got 'Integer'");
            assertThatThrownBy(() -> statement("Merge", "all: base").value("with", 1L).run()).hasMessage("Undefined variable: 'base'");
            assertThatThrownBy(() -> statement("Merge", "all").value("with", 1L).run()).hasMessage("'Merge' requires a base value");
        }
    }

    @Nested
    class Mapping {

        @Test
        void projection() { // [DATA-171] [DATA-172]
            assertThat(
                    statement("Map", "names: name").value("from", list(object("name", "a"), 5, object("x", 1), object("name", "b"))).run())
                    .isEqualTo(list("a", "b"));
            assertThat(statement("Map", "names").noun("from", "people: name").variable("people", CREW).run())
                    .isEqualTo(list("Ida", "Bo", "Cy", "Di"));
            assertThat(statement("Map", "cities: home.city").value("from", list(object("home", object("city", "Ulm")))).run())
                    .isEqualTo(list("Ulm"));
            assertThat(statement("Map", "all: List<Object>").value("from", CREW).run()).isEqualTo(CREW);
        }

        @Test
        void restricted() { // [DATA-172] [DATA-179]
            assertThat(statement("Map", "names: name").value("from", CREW).where("age", Operator.GREATER, 10L)
                    .orderBy(ascending("age")).limit(2L).run()).isEqualTo(list("Cy", "Di"));
        }

        @Test
        void otherSources() { // [DATA-170]
            assertThat(statement("Map", "n: name").value("from", object("name", "x")).run()).isEqualTo("x");
            assertThat(statement("Map", "n: name").value("from", "plain").run()).isEqualTo("plain");
            assertThatThrownBy(() -> statement("Map", "n: name").value("from", object("x", 1)).run())
                    .hasMessage("Undefined variable: 'name'");
        }

        @Test
        void streamsStayLazy() { // [DATA-283]
            AtomicInteger read = new AtomicInteger();
            StreamValue stream = new StreamValue(() -> LongStream.range(0, 1_000_000)
                    .mapToObj(i -> (Object) ObjectValue.of("n", (long) read.incrementAndGet())).iterator());
            ListValue numbers = (ListValue) statement("Map", "n: n").value("from", stream).run();
            Iterator<Object> iterator = numbers.iterator();
            assertThat(iterator.next()).isEqualTo(1L);
            assertThat(read.get()).isLessThan(5);
        }
    }

    @Nested
    class Filtering {

        private Object where(String field, Operator operator, Object value) {
            return names(statement("Filter", "r").value("from", CREW).where(field, operator, value).run());
        }

        @Test
        void everyOperator() { // [DATA-176]
            assertThat(where("port", Operator.EQUAL, "Kiel")).isEqualTo(list("Ida", "Cy"));
            assertThat(where("age", Operator.EQUAL, "30")).isEqualTo(list("Cy", "Di"));
            assertThat(where("age", Operator.EQUAL, 30.0)).isEqualTo(list());
            assertThat(where("port", Operator.NOT_EQUAL, "Kiel")).isEqualTo(list("Bo"));
            assertThat(where("age", Operator.LESS, 30L)).isEqualTo(list("Bo"));
            assertThat(where("age", Operator.LESS_OR_EQUAL, 30L)).isEqualTo(list("Bo", "Cy", "Di"));
            assertThat(where("age", Operator.GREATER, 30L)).isEqualTo(list("Ida"));
            assertThat(where("age", Operator.GREATER_OR_EQUAL, "30")).isEqualTo(list("Ida", "Cy", "Di"));
            assertThat(where("name", Operator.CONTAINS, "i")).isEqualTo(list("Di"));
            assertThat(where("name", Operator.MATCHES, RegexValue.of("^[ib]", "i"))).isEqualTo(list("Ida", "Bo"));
            assertThat(where("name", Operator.MATCHES, "^[IB]")).isEqualTo(list("Ida", "Bo"));
            assertThat(where("port", Operator.IN, "Emden, Ulm")).isEqualTo(list("Bo"));
            assertThat(where("age", Operator.IN, list(9, 41))).isEqualTo(list("Ida", "Bo"));
            assertThat(where("port", Operator.NOT_IN, list("Kiel"))).isEqualTo(list("Bo"));
            assertThat(where("name", Operator.STARTS_WITH, "I")).isEqualTo(list("Ida"));
            assertThat(where("name", Operator.ENDS_WITH, "o")).isEqualTo(list("Bo"));
            assertThat(where("port", Operator.EMPTY, null)).isEqualTo(list("Di"));
            assertThat(where("port", Operator.NOT_EMPTY, null)).isEqualTo(list("Ida", "Bo", "Cy"));
            assertThat(where("port", Operator.DEFINED, null)).isEqualTo(list("Ida", "Bo", "Cy"));
            assertThat(where("port", Operator.NOT_DEFINED, null)).isEqualTo(list("Di"));
        }

        @Test
        void plainElements() { // [DATA-175]
            assertThat(statement("Filter", "r").value("from", list(1, 5, 9)).where("_value", Operator.GREATER, 4L).run())
                    .isEqualTo(list(5, 9));
            assertThat(statement("Filter", "r").value("from", list(1, 5)).where("n", Operator.NOT_EQUAL, 4L).run()).isEqualTo(list());
        }

        @Test
        void joinedTests() { // C54
            Statement statement = statement("Filter", "r").value("from", CREW);
            WhereClause clause = new WhereClause.Or(List.of(
                    new WhereClause.And(List.of(
                            statement.test("port", Operator.EQUAL, "Kiel"), statement.test("age", Operator.GREATER, 35L))),
                    statement.test("age", Operator.LESS, 10L)));
            assertThat(names(statement.where(clause).run())).isEqualTo(list("Ida", "Bo"));
            Statement second = statement("Filter", "r").value("from", CREW);
            WhereClause both = new WhereClause.And(List.of(second.between("age", 10L, 40L), second.test("port", Operator.DEFINED, null)));
            assertThat(names(second.where(both).run())).isEqualTo(list("Cy"));
        }

        @Test
        void orderLimitOffset() { // [DATA-179], C54
            assertThat(names(statement("Filter", "r").value("from", CREW).orderBy(descending("age"), ascending("name")).limit(2L)
                    .offset(1L).run())).isEqualTo(list("Cy", "Di"));
            assertThat(statement("Filter", "r").value("from", CREW).limit(0L).run()).isEqualTo(list());
            assertThat(statement("Filter", "r").value("from", CREW).offset(9L).run()).isEqualTo(list());
            assertThatThrownBy(() -> statement("Filter", "r").value("from", CREW).limit(-1L).run())
                    .hasMessage("Invalid value '-1' for limit");
            assertThatThrownBy(() -> statement("Filter", "r").value("from", CREW).offset("2").run())
                    .hasMessage("Invalid value '2' for offset");
        }

        @Test
        void badPattern() { // [DATA-177]
            assertThatThrownBy(() -> where("name", Operator.MATCHES, "(")).hasMessage("Invalid regular expression: (");
        }

        @Test
        void legacyPredicate() { // [DATA-178]
            assertThat(names(statement("Filter", "r: port.is.Kiel").value("from", CREW).run())).isEqualTo(list("Ida", "Cy"));
            assertThat(names(statement("Filter", "r: age.lt.30").value("from", CREW).run())).isEqualTo(list("Bo"));
            assertThat(names(statement("Filter", "r: port.not-equals.Kiel").value("from", CREW).run())).isEqualTo(list("Bo"));
            assertThat(names(statement("Filter", "r: port.is.Kiel").value("from", CREW).where("age", Operator.LESS, 10L).run()))
                    .isEqualTo(list("Bo"));
        }

        @Test
        void streamsStayLazy() { // [DATA-283] [DATA-285]
            Source source = new Source(100_000);
            ListValue found = (ListValue) statement("Filter", "r").value("from", source.stream()).where("_value", Operator.GREATER, 10L)
                    .offset(2L).limit(3L).run();
            assertThat(source.read).isZero();
            assertThat(found).containsExactly(13L, 14L, 15L);
            assertThat(found).containsExactly(13L, 14L, 15L);
            assertThat(source.read).isBetween(30, 40);
            assertThat(source.opened).isEqualTo(2);
            assertThat(source.closed).isEqualTo(2);
        }

        @Test
        void theMarkOfARecencyListIsLost() { // [VAL-98]
            ListValue newestFirst = list(3, 2, 1).asRecency();
            assertThat(((ListValue) statement("Filter", "r").value("from", newestFirst).run()).isRecency()).isFalse();
            assertThat(((ListValue) statement("Sort", "r").value("for", newestFirst).run()).isRecency()).isFalse();
        }

        @Test
        void otherSources() { // [DATA-170]
            assertThat(statement("Filter", "r").value("from", "text").where("a", Operator.EQUAL, 1L).run()).isEqualTo("text");
        }
    }

    @Nested
    class Reducing {

        @Test
        void functions() { // [DATA-182]
            assertThat(statement("Reduce", "r").value("from", CREW).aggregate("sum", "age").run()).isEqualTo(110.0);
            assertThat(statement("Reduce", "r").value("from", CREW).aggregate("count", null).run()).isEqualTo(4L);
            assertThat(statement("Reduce", "r").value("from", CREW).aggregate("count", "port").run()).isEqualTo(3L);
            assertThat(statement("Reduce", "r").value("from", CREW).aggregate("avg", "age").run()).isEqualTo(27.5);
            assertThat(statement("Reduce", "r").value("from", CREW).aggregate("min", "age").run()).isEqualTo(9.0);
            assertThat(statement("Reduce", "r").value("from", CREW).aggregate("max", "name").run()).isEqualTo("Ida");
            assertThat(statement("Reduce", "r").value("from", CREW).aggregate("first", "name").run()).isEqualTo("Ida");
            assertThat(statement("Reduce", "r").value("from", CREW).aggregate("last", "port").run()).isEqualTo("");
            Object early = Dates.parse("2030-01-01");
            assertThat(statement("Reduce", "r").value("from", list(Dates.parse("2031-01-01"), early)).aggregate("min", null).run())
                    .isEqualTo(early);
            assertThat(statement("Reduce", "r").value("from", list("2", 3, "x", Null.NULL)).aggregate("sum", null).run()).isEqualTo(5.0);
        }

        @Test
        void empty() { // C24
            assertThat(statement("Reduce", "r").value("from", list()).aggregate("sum", null).run()).isEqualTo(0.0);
            assertThat(statement("Reduce", "r").value("from", list()).aggregate("min", null).run()).isEqualTo(0.0);
            assertThat(statement("Reduce", "r").value("from", list()).aggregate("first", null).run()).isEqualTo("");
        }

        @Test
        void streamsAreNotKept() { // [DATA-283]
            Source source = new Source(1_000);
            StreamValue stream = source.stream();
            assertThat(statement("Reduce", "r").value("from", stream).aggregate("count", null).run()).isEqualTo(1_000L);
            assertThat(statement("Reduce", "r").value("from", stream).aggregate("last", null).run()).isEqualTo(1_000L);
            assertThat(statement("Reduce", "r").value("from", stream).aggregate("first", null).run()).isEqualTo(1L);
            assertThat(source.read).isEqualTo(2_001);
            assertThat(source.closed).isGreaterThanOrEqualTo(1);
        }

        @Test
        void legacyForms() { // [DATA-180] [DATA-181]
            assertThat(statement("Reduce", "r: sum.age").value("from", CREW).run()).isEqualTo(110.0);
            assertThat(statement("Reduce", "r: sum").noun("from", "crew: age").variable("crew", CREW).run()).isEqualTo(110.0);
            assertThat(statement("Reduce", "r: Integer").value("from", CREW).run()).isEqualTo(4L);
            assertThat(statement("Reduce", "r: sum").noun("from", "ship: crew").variable("ship", object("crew", list(1, 2))).run())
                    .isEqualTo(3.0);
        }

        @Test
        void otherSources() { // [DATA-183] [DATA-184]
            assertThat(statement("Reduce", "r").value("from", "text").aggregate("count", null).run()).isEqualTo(1L);
            assertThat(statement("Reduce", "r").value("from", 7L).aggregate("sum", null).run()).isEqualTo(7L);
            assertThat(statement("Reduce", "r").value("from", CREW).where("port", Operator.EQUAL, "Kiel").aggregate("sum", "age").run())
                    .isEqualTo(71.0);
        }
    }

    @Nested
    class Grouping {

        @Test
        void groups() { // [DATA-187] [DATA-188]
            ObjectValue groups = (ObjectValue) statement("Group", "g").value("from", CREW).by("port").run();
            assertThat(groups.keys()).containsExactly("Emden", "Kiel", "null");
            assertThat(names(groups.get("Kiel"))).isEqualTo(list("Ida", "Cy"));
            assertThat(statement("Group", "g: port").value("from", CREW).run()).isEqualTo(groups);
            assertThat(statement("Group", "g").value("from", CREW).byKeys(ascending("port")).run()).isEqualTo(groups);
            assertThat(statement("Group", "g").value("from", list()).by("x").run()).isEqualTo(object());
            assertThatThrownBy(() -> statement("Group", "g").value("from", CREW).run())
                    .hasMessage("'Group' requires a 'by' clause with field name");
        }

        @Test
        void aggregates() { // [DATA-189], C56
            assertThat(statement("Group", "g").value("from", CREW).by("port").aggregate("count", null).run())
                    .isEqualTo(object("Emden", 1, "Kiel", 2, "null", 1));
            assertThat(statement("Group", "g").value("from", CREW).by("port").aggregate("max", "age").run())
                    .isEqualTo(object("Emden", 9.0, "Kiel", 41.0, "null", 30.0));
        }
    }

    @Nested
    class SplittingAndJoining {

        @Test
        void split() { // [DATA-190] [DATA-191]
            assertThat(statement("Split", "p").value("from", ",a,,b,").by(RegexValue.of(",", "")).run())
                    .isEqualTo(list("", "a", "", "b", ""));
            assertThat(statement("Split", "p").value("from", "1x2X3").by(RegexValue.of("x", "i")).run()).isEqualTo(list("1", "2", "3"));
            assertThat(statement("Split", "p").value("from", "abc").by(";").run()).isEqualTo(list("abc"));
            assertThat(statement("Split", "p").value("from", "").by(",").run()).isEqualTo(list(""));
        }

        @Test
        void splitFailures() { // [DATA-190]
            assertThatThrownBy(() -> statement("Split", "p").value("from", "a").run()).hasMessage("Missing required field: by /pattern/");
            assertThatThrownBy(() -> statement("Split", "p").value("from", 5L).by(",").run())
                    .hasMessage("Type mismatch: expected 'String', got 'Integer'");
            assertThatThrownBy(() -> statement("Split", "p").value("from", "a").by("[").run())
                    .hasMessage("Invalid regular expression: [");
        }

        @Test
        void join() { // [DATA-192]
            assertThat(statement("Join", "t").value("from", list("a", 1, 2.5)).with(", ").run()).isEqualTo("a, 1, 2.5");
            assertThat(statement("Join", "t").value("from", list("a", "b")).by(".").run()).isEqualTo("a.b");
            assertThat(statement("Join", "t").value("from", list("a", "b")).run()).isEqualTo("ab");
            assertThat(statement("Join", "t").value("from", 5L).with(",").run()).isEqualTo("5");
            assertThat(statement("Join", "t").value("from", list()).with(",").run()).isEqualTo("");
        }
    }
}
