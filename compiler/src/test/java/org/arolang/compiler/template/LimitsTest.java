package org.arolang.compiler.template;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.Trigger;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Large templates, and many renderings at once. */
class LimitsTest {

    @Test
    void thousandsOfBlocks() {
        Folder folder = Folder.of("t.html", "<i>{{ <o: k> }}</i>".repeat(20_000)).bind("o", ObjectValue.of("k", "<"));
        assertThat(folder.text("t.html")).isEqualTo("<i>&lt;</i>".repeat(20_000));
        assertThatThrownBy(() -> Folder.of("t.html", "{{ <o: k> }}".repeat(150_000)).text("t.html"))
                .hasMessage("Template parse error in t.html: Too many blocks in one template");
    }

    /** The line of a failure is that of its block, also where blocks follow each other. */
    @Test
    void linesOfFailures() {
        assertThatThrownBy(() -> Folder.of("t.txt", "{{ 1 }}\n{{ 2 }}\n{{ 7 / 0 }}\n{{ 4 }}").text("t.txt"))
                .hasMessage("Template render error in t.txt: line 3: Division by zero");
        Object deep = 1L;
        for (int i = 0; i < 1_200; i++) {
            deep = ListValue.of(deep);
        }
        Object tooDeep = deep;
        assertThatThrownBy(() -> Folder.of("t.txt", "{{ 1 }}\n{{ 2 }}\n{{ <d> }}\n{{ 4 }}").bind("d", tooDeep).text("t.txt"))
                .hasMessage("Template render error in t.txt: line 3: Value nested too deeply");
    }

    @Test
    void manyRenderingsAtOnce() throws Exception {
        CompiledTemplates templates = Folder
                .of("t.html", "{{ for each <x> in <xs> { }}<p>{{ <x> }}</p>{{ } }}{{ Include the <template: u.html>. }}")
                .with("u.html", "{{ <n> }}{{ Print <n> to the <template>. }}")
                .templates();
        String[] names = {"xs", "n"};
        List<Callable<String>> tasks = new ArrayList<>();
        for (long i = 0; i < 400; i++) {
            long number = i;
            tasks.add(() -> {
                Activation execution = Folder.execution(templates, Trigger.NONE);
                Scope scope = new Scope(names, new Object[]{ListValue.of("text number " + number % 7 + "<", number), number}, null);
                return Folder.textOf(templates.render("t.html", execution, scope));
            });
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            List<Future<String>> results = executor.invokeAll(tasks);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo("<p>text number " + i % 7 + "&lt;</p><p>" + i + "</p>" + i + i);
            }
        }
    }
}
