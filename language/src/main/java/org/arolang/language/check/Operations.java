package org.arolang.language.check;

import java.util.Locale;
import java.util.Set;
import org.arolang.language.check.Inventory.Member;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Finds operation names of Compute and Transform that mean nothing ([SYN-746], [DATA-71]). */
final class Operations {

    private final Member member;
    private final VerbCatalog catalog;
    private final Findings findings;

    Operations(Member member, VerbCatalog catalog, Findings findings) {
        this.member = member;
        this.catalog = catalog;
        this.findings = findings;
    }

    void check(Statement.Action action, VerbFacts facts, Scope scope) {
        boolean takesOperation = facts.is("compute") || facts.is("transform") && !facts.readsTemplate(action);
        if (!takesOperation
                || catalog.hasPlugins()
                || !(action.result() instanceof Result.Noun noun)
                || noun.reference().qualifier() == null) {
            return;
        }
        Qualifier qualifier = noun.reference().qualifier();
        switch (qualifier.form()) {
            case PATH, QUOTED -> {
                Shape input = input(action, scope);
                boolean isField = input != null && input.has(qualifier.specifiers());
                if (!isField) {
                    check(qualifier.raw(), qualifier.span());
                }
            }
            case CHAIN -> checkStages(qualifier);
            case DATE_OFFSET -> {
                if (!catalog.isDateOffset(qualifier.raw())) {
                    findings.add(member.problems().unknownOperation(qualifier.raw(), qualifier.span(), null));
                }
            }
            case GENERIC, INDEX, RANGE, PICK -> {}
        }
    }

    private void checkStages(Qualifier chain) {
        int start = chain.span().start();
        for (String stage : member.file().text(chain.span()).split("\\|", -1)) {
            String name = stage.strip();
            int offset = start + stage.indexOf(name);
            check(name, new Span(offset, offset + name.length()));
            start += stage.length() + 1;
        }
    }

    private void check(String name, Span span) {
        if (name.isEmpty() || TypeNames.isAnnotation(name) || Character.isUpperCase(name.codePointAt(0))) {
            return;
        }
        Set<String> known = catalog.operations();
        String operation = name.toLowerCase(Locale.ROOT).replace("-", "");
        if (!known.contains(operation)) {
            findings.add(member.problems().unknownOperation(name, span, Spelling.nearest(operation, known)));
        }
    }

    private static @Nullable Shape input(Statement.Action action, Scope scope) {
        return switch (action.object()) {
            case ActionObject.Value value -> Shape.of(value.expression(), scope);
            case ActionObject.Noun noun -> Shape.of(noun.reference(), scope);
            case null -> null;
        };
    }
}
