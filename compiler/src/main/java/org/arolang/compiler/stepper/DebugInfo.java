package org.arolang.compiler.stepper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arolang.language.source.Position;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.runtime.execution.Site;

/** The debug metadata of one function, so that native debuggers and profilers show {@code .aro} lines ([TOOL-312]). */
final class DebugInfo {

    /** Where an empty feature set is. */
    static final Site NO_SITE = new Site(new SourceFile("", ""), new Span(0, 0), "", "", false, "", List.of());

    private final Metadata metadata;
    private final int subprogram;
    private final Map<Position, Integer> locations = new HashMap<>();

    private DebugInfo(Metadata metadata, int subprogram) {
        this.metadata = metadata;
        this.subprogram = subprogram;
    }

    /** The metadata of a module; the numbers of its nodes. */
    static final class Metadata {

        /** Branches to failures are hardly ever taken. */
        static final String BRANCH_WEIGHTS = "!{!\"branch_weights\", i32 1, i32 1048575}";

        private final boolean enabled;
        private final List<String> nodes = new ArrayList<>();
        private final Map<String, Integer> files = new HashMap<>();
        private final int unit;

        /** @param enabled whether there is debug metadata at all */
        Metadata(boolean enabled) {
            this.enabled = enabled;
            add(BRANCH_WEIGHTS);
            if (enabled) {
                int file = add("!DIFile(filename: \"program.aro\", directory: \".\")");
                unit = add("distinct !DICompileUnit(language: DW_LANG_C99, file: !" + file
                        + ", producer: \"ARO\", isOptimized: false, runtimeVersion: 0, emissionKind: LineTablesOnly)");
            } else {
                unit = -1;
            }
        }

        private int add(String node) {
            nodes.add(node);
            return nodes.size() - 1;
        }

        /** The metadata of a function that begins at {@code start}. */
        DebugInfo function(String name, SourceFile source, Span start) {
            if (!enabled) {
                return new DebugInfo(this, -1);
            }
            int file = files.computeIfAbsent(
                    source.name(), path -> add("!DIFile(filename: \"" + escaped(path) + "\", directory: \".\")"));
            int line = source.lineOf(start.start());
            int types = add("!{null}");
            int type = add("!DISubroutineType(types: !" + types + ")");
            return new DebugInfo(
                    this,
                    add("distinct !DISubprogram(name: \"" + escaped(name) + "\", scope: !" + file + ", file: !" + file + ", line: "
                            + line + ", type: !" + type + ", scopeLine: " + line + ", spFlags: DISPFlagDefinition, unit: !" + unit
                            + ")"));
        }

        /** The module's metadata as text. */
        String write() {
            StringBuilder text = new StringBuilder();
            if (enabled) {
                int version = add("!{i32 2, !\"Debug Info Version\", i32 3}");
                int dwarf = add("!{i32 7, !\"Dwarf Version\", i32 4}");
                text.append("!llvm.dbg.cu = !{!").append(unit).append("}\n");
                text.append("!llvm.module.flags = !{!").append(version).append(", !").append(dwarf).append("}\n");
            }
            for (int i = 0; i < nodes.size(); i++) {
                text.append('!').append(i).append(" = ").append(nodes.get(i)).append('\n');
            }
            return text.toString();
        }

        private static String escaped(String text) {
            StringBuilder escaped = new StringBuilder();
            for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                char c = (char) (b & 0xFF);
                if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') {
                    escaped.append('\\').append(String.format("%02X", (int) c));
                } else {
                    escaped.append(c);
                }
            }
            return escaped.toString();
        }
    }

    /** What stands behind the function's head. */
    String subprogram() {
        return subprogram < 0 ? "" : " !dbg !" + subprogram;
    }

    /** The number of the location of a statement. */
    int location(Site site) {
        if (subprogram < 0) {
            return -1;
        }
        Position position = site.file().position(site.span().start());
        return locations.computeIfAbsent(
                position,
                at -> metadata.add("!DILocation(line: " + at.line() + ", column: " + Math.min(at.column(), 65_535) + ", scope: !"
                        + subprogram + ")"));
    }

    /** What stands behind an instruction. */
    String attachment(int location) {
        return location < 0 ? "" : ", !dbg !" + location;
    }
}
