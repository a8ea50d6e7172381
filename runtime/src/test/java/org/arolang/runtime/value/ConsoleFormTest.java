package org.arolang.runtime.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

/** [VAL-125], [VAL-126], [DEC-12], [DEC-13]. */
class ConsoleFormTest {

    @ParameterizedTest
    @CsvSource({"8.0, 8.00", "98.5, 98.50", "3.141592653, 3.14", "0.125, 0.12", "0.375, 0.38", "2.675, 2.67",
        "6.022e23, 602200000000000027262976.00",
        "0.001, 0.001", "-0.004, -0.004", "1e-7, 1e-07", "0.0, 0.00", "-0.0, 0.00", "-0.5, -0.50", "0.005, 0.01", "0.0049, 0.0049",
        "1e21, 1000000000000000000000.00", "0.995, 0.99", "1.005, 1.00", "-2.675, -2.67", "123456789.125, 123456789.12",
        "0.30000000000000004, 0.30",
        "99.999, 100.00", "1e9, 1000000000.00", "12345678901.235, 12345678901.24"})
    void floatsHaveTwoDecimals(double number, String form) {
        assertThat(ConsoleForm.of(number)).isEqualTo(form);
    }

    @Test
    void everyKind() {
        Object[][] table = {{"a\nb", "a\nb"}, {"", ""}, {7L, "7"}, {true, "true"}, {NULL, "null"}, {Double.NaN, "nan"}, {list(), "[]"},
            {list("b", 1L), "[b, 1]"}, {list("a", 1L, 2.0), "[a, 1, 2.00]"}, {list(list("x"), 1.5), "[[x], 1.50]"},
            {object(), ""}, {date("2025-01-01"), "2025-01-01T00:00:00Z"}, {Binary.of(new byte[1]), "1 bytes"}, {html("<p>"), "<p>"},
            // W16
            {json("{'name':'Ida','crew':[30,4,100],'home':{'city':'Kiel','zip':'24103'},'load':12.5}"),
                "crew: 30, 4, 100\nhome.city: Kiel\nhome.zip: 24103\nload: 12.50\nname: Ida"},
            // W17
            {json("[{'id':1,'ok':true},{'id':2,'ok':false}]"), "id: 1\nok: true\n\nid: 2\nok: false"},
            {json("[1,{'a':2}]"), "1\n\na: 2"}, {json("{'dose':0.0025}"), "dose: 0.0025"},
            {json("{'e':{},'l':[],'n':null}"), "l: \nn: null"},
            {json("{'l':['a',[1,'b'],{'k':2.0},2.0]}"), "l: a, [1, \"b\"], [\"k\": 2.0], 2.00"},
            // Lines are sorted as whole paths: "a.b" before "a0".
            {json("{'a0':1,'a':{'b':2}}"), "a.b: 2\na0: 1"}, {json("{'a':{'b':1},'a-x':2}"), "a-x: 2\na.b: 1"}};
        for (Object[] row : table) assertThat(ConsoleForm.of(row[0])).isEqualTo(row[1]);
    }
}
