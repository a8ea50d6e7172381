package org.arolang.language.check;

import java.util.ArrayList;
import java.util.List;
import org.arolang.language.check.Inventory.Member;
import org.arolang.language.source.Span;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Decides which names a statement defines ([SYN-705]) and finds those that are bound a second time ([SYN-720] to [SYN-723]). */
final class Bindings {

    /** How a statement treats its result's name. */
    private enum Binding {
        NONE, DEFINE,
        /** It may bind the name again ([SYN-721]). */
        REBIND,
        /** It works on what the name names and leaves a binding alone ([IO-20]). */
        WORK_ON
    }

    private final Member member;
    private final Findings findings;
    private final Knowledge knowledge;
    private final List<Symbol> symbols = new ArrayList<>();
    private final boolean mayRebind;

    Bindings(Member member, Inventory inventory, Findings findings) {
        this.member = member;
        this.findings = findings;
        this.knowledge = new Knowledge(inventory);
        // In tests variables may be rebound ([TOOL-402]).
        this.mayRebind = Kinds.isTest(member.featureSet());
    }

    /** The names that the program itself binds, in the order of their definition. */
    List<Symbol> symbols() {
        return symbols;
    }

    /** Binds what {@code action} defines. In a {@code while} body ({@code mutable}) names may be bound again ([SYN-432]). */
    void bind(Statement.Action action, VerbFacts facts, Scope scope, boolean mutable) {
        if (!(action.result() instanceof Result.Noun noun)) {
            return;
        }
        Reference result = noun.reference();
        Symbol bound = scope.find(result.base());
        switch (binding(action, result, facts, bound)) {
            case NONE -> {}
            case WORK_ON -> {
                if (bound == null) {
                    define(result, scope).rebindable();
                }
            }
            case REBIND -> {
                Knowledge.Facts known = knowledge.of(action, result, facts, scope);
                if (bound == null) {
                    known.describe(define(result, scope));
                } else {
                    known.extend(bound);
                }
            }
            case DEFINE -> {
                Knowledge.Facts known = knowledge.of(action, result, facts, scope);
                if (bound != null && (mutable || mayRebind || result.base().startsWith("_"))) {
                    known.extend(bound);
                } else if (mayDefine(action, result, scope)) {
                    known.describe(define(result, scope));
                }
            }
        }
        bindImplicitly(action, result, facts, scope);
    }

    /** Binds a loop variable; it may hide a name of an outer scope. */
    Symbol bindLoopVariable(Statement.Name name, Scope scope) {
        Symbol symbol = new Symbol(name.text(), name.span());
        scope.define(symbol);
        symbols.add(symbol);
        return symbol;
    }

    /** Binds a name that need not be used and is never an error, unless it is bound already. */
    void bindSilently(String name, Span span, Scope scope, boolean rebindable) {
        if (scope.find(name) == null) {
            Symbol symbol = new Symbol(name, span);
            scope.define(rebindable ? symbol.rebindable() : symbol);
        }
    }

    private Symbol define(Reference result, Scope scope) {
        Symbol symbol = new Symbol(result.base(), result.baseSpan());
        scope.define(symbol);
        symbols.add(symbol);
        return symbol;
    }

    private static Binding binding(Statement.Action action, Reference result, VerbFacts facts, @Nullable Symbol bound) {
        if (facts.is("compare")) {
            return result.qualifier() == null ? Binding.NONE : Binding.DEFINE;
        }
        if (facts.is("validate")) {
            return keepsSubject(action, result, bound) ? Binding.NONE : Binding.DEFINE;
        }
        if (facts.is("store")) {
            boolean bindsStored = result.qualifier() != null || action.clauses().with() != null && bound == null;
            return bindsStored ? Binding.DEFINE : Binding.NONE;
        }
        if (!facts.binds()) {
            return Binding.NONE;
        }
        if (facts.worksOnResult() || facts.worksOnService(result.base())) {
            // `Delete the <gone> from ...` binds what was deleted.
            boolean bindsDeleted = bound == null && facts.is("delete") && action.object() != null;
            return bindsDeleted ? Binding.DEFINE : Binding.WORK_ON;
        }
        return facts.rebinds() ? Binding.REBIND : Binding.DEFINE;
    }

    /** Whether a Validate examines the variable that its result names ([DATA-130]): then nothing is bound. */
    private static boolean keepsSubject(Statement.Action action, Reference result, @Nullable Symbol bound) {
        if (bound == null) {
            return false;
        }
        if (!"against".equals(action.preposition())) {
            return action.object() instanceof ActionObject.Noun subject && subject.reference().base().equals(result.base());
        }
        return action.clauses().with() == null && (result.qualifier() == null || VerbFacts.isBooleanForm(action));
    }

    private boolean mayDefine(Statement.Action action, Reference result, Scope scope) {
        String name = result.base();
        return switch (scope.conflict(name)) {
            case NONE -> true;
            case SHADOW -> {
                findings.add(member.problems().shadow(name, result.baseSpan()));
                yield true;
            }
            case REBIND -> {
                findings.add(member.problems().rebind(name, result.baseSpan(), example(action, name)));
                yield false;
            }
        };
    }

    /** The statement with another name, without its clauses, on one line. */
    private String example(Statement.Action action, String name) {
        StringBuilder text = new StringBuilder(action.verb()).append(" the <").append(name).append("-updated>");
        if (action.preposition() != null && action.object() != null) {
            text.append(' ').append(action.preposition()).append(' ');
            text.append(OneLine.of(member.file().text(action.object().span())));
        }
        return text.append('.').toString();
    }

    private void bindImplicitly(Statement.Action action, Reference result, VerbFacts facts, Scope scope) {
        if (facts.is("compare") && result.qualifier() == null) {
            bindSilently("comparison", action.span(), scope, false);
        } else if (facts.is("store")
                && action.object() instanceof ActionObject.Noun target
                && FrameworkNames.isRepository(target.reference().base())) {
            bindSilently("new-entry", action.span(), scope, false);
        }
    }
}
