package org.arolang.cli.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.arolang.cli.Installation;
import org.arolang.cli.command.ActionsCommand;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.value.Operation;
import org.arolang.runtime.value.Operations;

/** Writes the pages of the language reference: one for each action, one for the operations, and an index. */
final class ReferencePages {

    private static final String MADE = "<!-- Made from the actions' declarations; see CONTRIBUTING.md. -->\n\n";

    private ReferencePages() {}

    /** All pages by file name. */
    static Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        List<Declaration> declarations = Installation.actions().all().stream().map(Action::declaration).toList();
        declarations.forEach(declaration -> pages.put(file(declaration), page(declaration)));
        pages.put("operations.md", operations());
        pages.put("README.md", index(declarations));
        return pages;
    }

    private static String file(Declaration declaration) {
        return declaration.name().toLowerCase(Locale.ROOT) + ".md";
    }

    private static String index(List<Declaration> declarations) {
        StringBuilder text = new StringBuilder(MADE).append("# Language reference: the actions\n");
        for (Role role : Role.values()) {
            text.append("\n## ").append(title(role)).append("\n\n| Action | Verbs | Prepositions | |\n|---|---|---|---|\n");
            for (Declaration declaration : declarations) {
                if (declaration.role() == role) {
                    text.append("| [").append(declaration.name()).append("](").append(file(declaration)).append(") | ")
                            .append(code(declaration.verbs())).append(" | ").append(prepositions(declaration)).append(" | ")
                            .append(declaration.description()).append(" |\n");
                }
            }
        }
        return text.append("\nThe operations of `Compute` and `Transform` are listed [here](operations.md).\n").toString();
    }

    private static String title(Role role) {
        return switch (role) {
            case REQUEST -> "Taking values in";
            case OWN -> "Working with values";
            case RESPONSE -> "Answering, showing, keeping";
            case EXPORT -> "Telling other feature sets";
            case SERVER -> "Services and connections";
        };
    }

    private static String page(Declaration declaration) {
        StringBuilder text = new StringBuilder(MADE);
        text.append("# ").append(declaration.name()).append("\n\n").append(declaration.description()).append(".\n\n");
        text.append("| | |\n|---|---|\n");
        text.append("| Verbs | ").append(code(declaration.verbs())).append(" |\n");
        text.append("| Prepositions | ").append(prepositions(declaration)).append(" |\n");
        if (!declaration.extensionClauses().isEmpty()) {
            text.append("| Clauses | ").append(code(new TreeSet<>(declaration.extensionClauses()))).append(" |\n");
        }
        text.append("| Role | ").append(ActionsCommand.role(declaration.role())).append(" |\n");
        text.append("| Binds | ").append(binds(declaration)).append(" |\n");
        text.append("\n## Statements\n\n");
        text.append(fenced("aro", String.join("\n", declaration.shapes())));
        if (!declaration.examples().isEmpty()) {
            text.append("\n## Examples\n");
        }
        for (Declaration.Example example : declaration.examples()) {
            text.append('\n').append(example.title()).append(":\n\n").append(fenced("aro", example.statements()));
            if (!example.output().isEmpty()) {
                text.append("\nprints\n\n").append(fenced("text", example.output()));
            }
        }
        return text.append("\n[All actions](README.md)\n").toString();
    }

    private static String binds(Declaration declaration) {
        if (!declaration.binds()) {
            return "nothing";
        }
        return declaration.rebinds() ? "its result, which may be bound already" : "its result";
    }

    private static String operations() {
        StringBuilder text = new StringBuilder(MADE).append("# Operations\n\n");
        text.append("The operations of [Compute](compute.md) and [Transform](transform.md), which are qualifiers of values too.\n\n");
        text.append("| Operation | Works on | Needs `with` or `to` |\n|---|---|---|\n");
        for (String name : Operations.names()) {
            Operation operation = Operations.find(name);
            if (operation != null) {
                text.append("| `").append(name).append("` | ")
                        .append(operation.inputs().isEmpty() ? "any value" : String.join(", ", operation.inputs())).append(" | ")
                        .append(operation.standsAlone() ? "" : "yes").append(" |\n");
            }
        }
        return text.append("\n[All actions](README.md)\n").toString();
    }

    private static String prepositions(Declaration declaration) {
        return declaration.prepositions().isEmpty() ? "any" : code(new TreeSet<>(declaration.prepositions()));
    }

    private static String code(Iterable<String> words) {
        return java.util.stream.StreamSupport.stream(words.spliterator(), false)
                .map(word -> "`" + word + "`")
                .collect(Collectors.joining(", "));
    }

    private static String fenced(String language, String text) {
        String fence = text.contains("```") ? "````" : "```";
        return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }
}
