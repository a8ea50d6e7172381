package org.arolang.language.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.arolang.language.check.Inventory.Member;
import org.arolang.language.check.Use.Need;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Pattern;
import org.arolang.language.tree.Statement;

/**
 * Follows the names of one feature set from statement to statement ([SYN-705] to [SYN-723]): which are read before anything binds them,
 * which are bound twice, which are never read. Checks that need to know what is bound at a place are made on the way.
 */
final class DataFlow {

    private final Member member;
    private final Inventory inventory;
    private final VerbFacts.Lookup verbs;
    private final Findings findings;
    private final Bindings bindings;
    private final Operations operations;
    private final Templates templates;
    private final Guards guards;
    private final ShellText shellText;
    private final Map<String, Span> dependencies = new LinkedHashMap<>();
    private final Set<String> external = new TreeSet<>();
    private final Set<String> exports = new TreeSet<>();

    private DataFlow(Member member, Inventory inventory, VerbFacts.Lookup verbs, Findings findings) {
        this.member = member;
        this.inventory = inventory;
        this.verbs = verbs;
        this.findings = findings;
        this.bindings = new Bindings(member, inventory, findings);
        this.operations = new Operations(member, verbs.catalog(), findings);
        this.templates = new Templates(member, inventory, findings);
        this.guards = new Guards(member, findings);
        this.shellText = new ShellText(member, findings);
    }

    static void check(Member member, Inventory inventory, VerbFacts.Lookup verbs, Findings findings) {
        DataFlow flow = new DataFlow(member, inventory, verbs, findings);
        flow.walk(member.featureSet().body(), Scope.ofFeatureSet(), false);
        flow.dependencies.forEach((name, span) -> findings.add(member.problems().unpublishedDependency(name, span)));
        new UnusedNames(member.featureSet(), verbs).check(flow.bindings.symbols(), member.problems(), findings);
    }

    /** The names of a feature set, however much is wrong with it. */
    static FeatureSetSummary summary(Member member, Inventory inventory, VerbFacts.Lookup verbs) {
        DataFlow flow = new DataFlow(member, inventory, verbs, new Findings(Set.of()));
        flow.walk(member.featureSet().body(), Scope.ofFeatureSet(), false);
        flow.external.addAll(flow.dependencies.keySet());
        long symbols = flow.bindings.symbols().stream().filter(symbol -> !symbol.isMerged()).count() + flow.exports.size();
        return new FeatureSetSummary(
                member.featureSet(), (int) symbols, List.copyOf(flow.external), List.copyOf(flow.exports));
    }

    private void walk(List<Statement> body, Scope scope, boolean mutable) {
        for (Statement statement : body) {
            switch (statement) {
                case Statement.Action action -> action(action, scope, mutable);
                case Statement.Pipeline pipeline -> pipeline.stages().forEach(stage -> action(stage, scope, mutable));
                case Statement.Publish publish -> publish(publish, scope);
                case Statement.Require require -> require(require, scope);
                case Statement.Match match -> match(match, scope, mutable);
                case Statement.ForEach loop -> forEach(loop, scope);
                case Statement.RangeLoop loop -> rangeLoop(loop, scope);
                case Statement.While loop -> {
                    read(loop.condition(), scope);
                    guards.check(loop.condition(), scope);
                    walk(loop.body(), scope, true);
                }
                case Statement.Break stop -> {
                    if (stop.guard() != null) {
                        read(stop.guard(), scope);
                        guards.check(stop.guard(), scope);
                    }
                }
                case Statement.Error _ -> {}
            }
        }
    }

    private void action(Statement.Action action, Scope scope, boolean mutable) {
        VerbFacts facts = verbs.of(action);
        for (Use use : Use.in(action, facts)) {
            read(use, scope);
        }
        if (action.guard() != null) {
            guards.check(action.guard(), scope);
        }
        operations.check(action, facts, scope);
        templates.check(action, scope);
        shellText.check(action, facts, scope);
        bindings.bind(action, facts, scope, mutable);
    }

    private void publish(Statement.Publish publish, Scope scope) {
        Symbol symbol = scope.find(publish.internal());
        if (symbol != null) {
            symbol.use();
        } else if (!FrameworkNames.contains(publish.internal())) {
            findings.add(member.problems().publishUndefined(publish.internal(), publish.internalSpan()));
        }
        exports.add(publish.external());
        bindings.bindSilently(publish.external(), publish.externalSpan(), scope, false);
    }

    private void require(Statement.Require require, Scope scope) {
        String source = require.source().toLowerCase(Locale.ROOT);
        boolean provided = source.equals("framework") || source.equals("environment");
        boolean known = scope.find(require.name()) != null
                || FrameworkNames.contains(require.name())
                || inventory.isShared(require.name());
        if (!provided && inventory.isShared(require.name())) {
            external.add(require.name());
        }
        if (!provided && !known) {
            dependencies.putIfAbsent(require.name(), require.nameSpan());
        }
        bindings.bindSilently(require.name(), require.nameSpan(), scope, source.equals("framework"));
    }

    private void match(Statement.Match match, Scope scope, boolean mutable) {
        read(Use.of(match.subject(), Need.SUBJECT), scope);
        List<Scope> branches = new ArrayList<>();
        for (Statement.Case branch : match.cases()) {
            Scope inner = scope.inner(Scope.Kind.BRANCH);
            branches.add(inner);
            if (branch.pattern() instanceof Pattern.Variable variable) {
                read(Use.of(variable.reference(), Need.VALUE), inner);
            }
            if (branch.guard() != null) {
                read(branch.guard(), inner);
                guards.check(branch.guard(), inner);
            }
            walk(branch.body(), inner, mutable);
        }
        if (match.otherwise() != null) {
            Scope inner = scope.inner(Scope.Kind.BRANCH);
            branches.add(inner);
            walk(match.otherwise(), inner, mutable);
        }
        scope.adopt(branches);
    }

    private void forEach(Statement.ForEach loop, Scope scope) {
        if (loop.collection() instanceof Expression.Variable collection) {
            read(Use.of(collection.reference(), Need.COLLECTION), scope);
        } else {
            read(loop.collection(), scope);
        }
        Scope inner = scope.inner(Scope.Kind.FOR_EACH);
        Symbol item = bindings.bindLoopVariable(loop.item(), inner);
        Shape collection = Shape.of(loop.collection(), scope);
        item.setShape(collection == null ? null : collection.element());
        item.setFromInput(Origin.isInput(loop.collection(), scope));
        if (loop.index() != null) {
            bindings.bindLoopVariable(loop.index(), inner);
        }
        if (loop.filter() != null) {
            read(loop.filter(), inner);
        }
        walk(loop.body(), inner, false);
    }

    private void rangeLoop(Statement.RangeLoop loop, Scope scope) {
        read(loop.from(), scope);
        read(loop.to(), scope);
        Scope inner = scope.inner(Scope.Kind.RANGE);
        bindings.bindLoopVariable(loop.variable(), inner);
        walk(loop.body(), inner, false);
    }

    private void read(Expression expression, Scope scope) {
        List<Use> uses = new ArrayList<>();
        Use.operands(expression, uses);
        uses.forEach(use -> read(use, scope));
    }

    private void read(Use use, Scope scope) {
        Symbol symbol = scope.find(use.name());
        if (symbol != null) {
            symbol.use();
            return;
        }
        if (use.need() == Need.MENTION) {
            return;
        }
        if (member.kind() instanceof FeatureSetKind.UserAction && FrameworkNames.isMissingInActions(use.name())) {
            findings.add(member.problems().noContextInAction(use.name(), use.span()));
            return;
        }
        if (FrameworkNames.contains(use.name())) {
            return;
        }
        if (inventory.isShared(use.name())) {
            external.add(use.name());
            return;
        }
        switch (use.need()) {
            case VALUE -> dependencies.putIfAbsent(use.name(), use.span());
            case OWN_OBJECT -> findings.add(member.problems().usedBeforeDefinition(use.name(), use.span()));
            case SUBJECT -> findings.add(member.problems().matchBeforeDefinition(use.name(), use.span()));
            case COLLECTION -> findings.add(member.problems().collectionBeforeDefinition(use.name(), use.span()));
            case OBJECT, MENTION -> {}
        }
    }
}
