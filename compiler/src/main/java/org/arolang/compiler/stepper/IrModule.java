package org.arolang.compiler.stepper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.arolang.compiler.llvm.Llvm;

/**
 * Writes the LLVM module of a program: one function per unit, and {@code aro_functions}, the table of their addresses in the same order
 * ([TOOL-312]). Used once.
 */
public final class IrModule {

    private final List<String> functions = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final DebugInfo.Metadata metadata;

    /** @param debug whether the module carries the lines of the source */
    public IrModule(boolean debug) {
        this.metadata = new DebugInfo.Metadata(debug);
    }

    /**
     * Adds the function of a unit.
     *
     * @param title what the function is named after: the feature set's name, for ends of the application its activity too
     */
    public void add(String title, StepperPlan plan) {
        String name = unique(title);
        names.add(name);
        DebugInfo debug = metadata.function(
                title,
                plan.unit().file(),
                plan.unit().steps().isEmpty() ? DebugInfo.NO_SITE.span() : plan.unit().steps().getFirst().site().span());
        functions.add("; " + title.replace('\n', ' ') + "\n" + new IrFunction(plan, name, debug).write());
    }

    /** The module's text. */
    public String write() {
        StringBuilder text = new StringBuilder();
        text.append("source_filename = \"program.aro\"\n");
        text.append("target triple = \"").append(Llvm.TRIPLE).append("\"\n\n");
        text.append("@aro_functions = constant [").append(names.size()).append(" x ptr] [");
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ", ").append("ptr @").append(names.get(i));
        }
        text.append("]\n\n");
        for (String operation : List.of("sadd", "ssub", "smul")) {
            text.append("declare { i64, i1 } @llvm.").append(operation).append(".with.overflow.i64(i64, i64)\n");
        }
        functions.forEach(function -> text.append('\n').append(function));
        return text.append('\n').append(metadata.write()).toString();
    }

    private String unique(String title) {
        StringBuilder base = new StringBuilder("fs_");
        for (char c : title.toLowerCase(Locale.ROOT).toCharArray()) {
            base.append(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' ? c : '_');
        }
        String name = base.toString();
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }
}
