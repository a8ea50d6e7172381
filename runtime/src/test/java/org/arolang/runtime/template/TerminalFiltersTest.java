package org.arolang.runtime.template;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.execution.FeatureSetCode;
import org.arolang.runtime.execution.FeatureSetCode.Effects;
import org.arolang.runtime.execution.Options;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** [IO-193] to [IO-195] on a terminal; {@code ESC} stands for the escape character. */
class TerminalFiltersTest {

    private static Activation terminal(boolean colour, boolean trueColour) {
        Console console = new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        ObjectValue facts = ObjectValue.of("rows", 50L, "is_tty", true, "supports_color", colour, "supports_true_color", trueColour);
        console.terminal(() -> facts);
        Application application = Application.builder(Options.of(Path.of("."))).console(console).build();
        FeatureSetCode code = new FeatureSetCode("a", "b", new FeatureSetKind.Plain(), null, _ -> {}, null, List.of(), Effects.NONE, false);
        return new Activation(application, code, Trigger.NONE, null);
    }

    private static String filtered(Activation activation, String name, String argument, Object value) {
        return Printed.of(Filter.of(name, argument).apply(value, activation)).replace("\u001B[", "ESC");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "bold;;ESC1mxESC0m",
        "dim;;ESC2mxESC0m",
        "italic;;ESC3mxESC0m",
        "underline;;ESC4mxESC0m",
        "strikethrough;;ESC9mxESC0m",
        "color;red;ESC31mxESC0m",
        "color;RED;ESC31mxESC0m",
        "bg;red;ESC41mxESC0m",
        "color;bright-blue;ESC94mxESC0m",
        "color;brightBlue;ESC94mxESC0m",
        "bg;bright-white;ESC107mxESC0m",
        "color;success;ESC32mxESC0m",
        "color;warning;ESC33mxESC0m",
        "color;rgb(300, 0, 10);ESC38;2;255;0;10mxESC0m",
        "color;mauve;x",
        "color;bright-success;x",
    })
    void styles(String line) {
        String[] parts = line.split(";", 3);
        assertThat(filtered(terminal(true, true), parts[0], parts[1].isEmpty() ? null : parts[1], "x")).isEqualTo(parts[2]);
    }

    @Test
    void fewerColours() {
        assertThat(filtered(terminal(true, false), "color", "rgb(255,0,0)", "x")).isEqualTo("ESC38;5;196mxESC0m");
        assertThat(filtered(terminal(true, false), "bg", "rgb(100,100,100)", "x")).isEqualTo("ESC48;5;241mxESC0m");
        assertThat(filtered(terminal(true, false), "color", "rgb(2,2,2)", "x")).isEqualTo("ESC38;5;16mxESC0m");
        assertThat(filtered(terminal(false, false), "color", "red", "x")).isEqualTo("x");
        assertThat(filtered(terminal(false, false), "bold", null, "x")).isEqualTo("ESC1mxESC0m");
    }

    @Test
    void rows() {
        assertThat(filtered(terminal(false, false), "rows", "full", "x")).isEqualTo("x" + "\n".repeat(50));
        assertThat(filtered(terminal(false, false), "rows", "1/10", "a\nb")).isEqualTo("a\nb\n\n\n\n");
        assertThat(filtered(terminal(false, false), "rows", "full-60", "a\nb")).isEqualTo("a");
    }
}
