package org.arolang.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.arolang.cli.Installation;
import org.arolang.cli.Surroundings;
import org.arolang.cli.load.LoadError;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.value.Operation;
import org.arolang.runtime.value.Operations;
import org.jspecify.annotations.Nullable;

/** {@code aro actions}: the actions by their own declarations ([TOOL-650], [TOOL-651]), or one of them in detail. */
public final class ActionsCommand implements Command {

    private static final String RULE = "─".repeat(53);

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public String summary() {
        return "List the actions, or describe one.";
    }

    @Override
    public String synopsis() {
        return "[list | <action>] [--directory <dir>] [--qualifiers]";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("action", "list (default), or the verb of an action to describe.", false));
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.value("--directory", "-d", "dir", "The application whose plugins are listed too (default: .)."),
                Option.flag("--qualifiers", null, "List the qualifiers of values too."));
    }

    @Override
    public int run(Invocation invocation, Surroundings around) {
        String word = invocation.arguments().isEmpty() ? "list" : invocation.arguments().getFirst();
        Action named = Installation.actions().action(word);
        // `List` lists the entries of a directory: only in capitals is it the action.
        if (word.equals("list")) {
            around.print(actions() + (invocation.has("--qualifiers") ? qualifiers() : ""));
            return 0;
        }
        if (named == null) {
            throw new LoadError("Error: Unknown action: " + word + nearest(word));
        }
        around.print(detail(named.declaration()));
        return 0;
    }

    private static String actions() {
        Table table = new Table(new Column("Name", 16), new Column("Role", 10), new Column("Prepositions", 30));
        for (Action action : Installation.actions().all()) {
            Declaration declaration = action.declaration();
            table.row(declaration.name(), role(declaration.role()), prepositions(declaration));
        }
        return "\nBuilt-in Actions:\n" + RULE + "\n" + table.text() + "\n  " + table.size() + " built-in actions\n";
    }

    private static String qualifiers() {
        Table table = new Table(new Column("Qualifier", 24), new Column("Input Types", 28), new Column("Source", 12));
        for (String name : Operations.names()) {
            Operation operation = Operations.find(name);
            List<String> inputs = operation == null ? List.of() : operation.inputs();
            table.row("_builtin." + name, inputs.isEmpty() ? "(any)" : String.join(", ", inputs), "Built-in");
        }
        return "\nQualifiers:\n" + RULE + "\n" + table.text() + "\n  " + table.size() + " qualifiers\n";
    }

    private static String detail(Declaration declaration) {
        StringBuilder text = new StringBuilder();
        text.append('\n').append(declaration.name()).append('\n').append(RULE).append('\n');
        text.append("  ").append(declaration.description()).append(".\n\n");
        text.append("  Verbs:         ").append(String.join(", ", declaration.verbs())).append('\n');
        text.append("  Role:          ").append(role(declaration.role())).append('\n');
        text.append("  Prepositions:  ").append(prepositions(declaration)).append('\n');
        if (!declaration.extensionClauses().isEmpty()) {
            text.append("  Clauses:       ").append(String.join(", ", new TreeSet<>(declaration.extensionClauses()))).append('\n');
        }
        text.append("\n  Statements:\n");
        declaration.shapes().forEach(shape -> text.append("    ").append(shape).append('\n'));
        for (Declaration.Example example : declaration.examples()) {
            text.append("\n  Example: ").append(example.title()).append('\n');
            text.append(example.statements().stripTrailing().indent(4));
            if (!example.output().isEmpty()) {
                text.append("  prints\n").append(example.output().stripTrailing().indent(4));
            }
        }
        return text.toString();
    }

    /** The role as lists show it: {@code request}, {@code own}, ... */
    public static String role(Role role) {
        return switch (role) {
            case REQUEST -> "request";
            case OWN -> "own";
            case RESPONSE -> "response";
            case EXPORT -> "export";
            case SERVER -> "server";
        };
    }

    private static String prepositions(Declaration declaration) {
        return declaration.prepositions().isEmpty() ? "(any)" : String.join(", ", new TreeSet<>(declaration.prepositions()));
    }

    private static String nearest(String word) {
        List<String> verbs = new ArrayList<>();
        Installation.actions().all().forEach(action -> verbs.addAll(action.declaration().verbs()));
        @Nullable
        String known = Operations.nearest(word, verbs);
        return known == null ? "" : "\n  Did you mean '" + known + "'?";
    }

    /** A column with its least width. */
    private record Column(String title, int least) {}

    /** Rows below titles, the last column not padded. */
    private static final class Table {
        private final Column[] columns;
        private final List<String[]> rows = new ArrayList<>();

        Table(Column... columns) {
            this.columns = columns;
        }

        void row(String... cells) {
            rows.add(cells);
        }

        int size() {
            return rows.size();
        }

        String text() {
            StringBuilder text = new StringBuilder();
            int[] widths = widths();
            for (int i = 0; i < columns.length; i++) {
                text.append("  ").append(padded(columns[i].title, widths[i]));
            }
            text.append('\n');
            for (int width : widths) {
                text.append("  ").append("─".repeat(width));
            }
            text.append('\n');
            for (String[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    text.append("  ").append(i + 1 < row.length ? padded(row[i], widths[i]) : row[i]);
                }
                text.append('\n');
            }
            return text.toString();
        }

        /** The first column grows with what is in it. */
        private int[] widths() {
            int[] widths = new int[columns.length];
            for (int i = 0; i < widths.length; i++) {
                widths[i] = columns[i].least;
            }
            rows.forEach(row -> widths[0] = Math.max(widths[0], row[0].length()));
            return widths;
        }

        private static String padded(String text, int width) {
            return text + " ".repeat(Math.max(0, width - text.length()));
        }
    }
}
