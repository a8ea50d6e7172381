package org.arolang.language.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arolang.language.check.Inventory.Member;
import org.arolang.language.tree.Reference;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Checks the graph of events and their handlers: events nobody handles ([SYN-736]) and chains without end ([SYN-737]). */
final class Events {

    private final Inventory inventory;
    private final Findings findings;
    private final VerbFacts.Lookup verbs;
    private final Set<Set<String>> reported = new HashSet<>();

    Events(Inventory inventory, VerbFacts.Lookup verbs, Findings findings) {
        this.inventory = inventory;
        this.findings = findings;
        this.verbs = verbs;
    }

    void checkHandled(Member member) {
        TreeWalk.actions(member.featureSet().body(), action -> {
            Reference event = emitted(action);
            if (event != null && !inventory.handles(event.base())) {
                findings.add(member.problems().noHandler(event.base(), event.span()));
            }
        });
    }

    /** Cycles within one file are errors, those that span files warnings ([SYN-703]). */
    void checkCycles() {
        for (List<Member> file : inventory.byFile().values()) {
            new Graph(file).reportCycles(false);
        }
        new Graph(inventory.members()).reportCycles(true);
    }

    private @Nullable Reference emitted(Statement.Action action) {
        boolean emits = verbs.of(action).is("emit");
        return emits && action.result() instanceof Result.Noun noun ? noun.reference() : null;
    }

    /** Which event leads to which; nodes in order of their first handler, edges in the order of the Emit statements. */
    private final class Graph {
        private final Map<String, Member> handlers = new LinkedHashMap<>();
        private final Map<String, Set<String>> emitted = new HashMap<>();

        Graph(Collection<Member> members) {
            for (Member member : members) {
                if (member.kind() instanceof FeatureSetKind.DomainEvent handled) {
                    handlers.putIfAbsent(handled.event(), member);
                    Set<String> next = emitted.computeIfAbsent(handled.event(), event -> new LinkedHashSet<>());
                    TreeWalk.actions(member.featureSet().body(), action -> {
                        Reference event = emitted(action);
                        if (event != null) {
                            next.add(event.base());
                        }
                    });
                }
            }
        }

        /** Searches in depth, without recursion; every edge that leads back to an event of the present chain closes a cycle. */
        void reportCycles(boolean spanFiles) {
            Set<String> done = new HashSet<>();
            for (String start : handlers.keySet()) {
                List<String> chain = new ArrayList<>();
                Map<String, Integer> positions = new HashMap<>();
                Deque<Iterator<String>> pending = new ArrayDeque<>();
                enter(start, chain, positions, pending, done);
                while (!pending.isEmpty()) {
                    if (!pending.peek().hasNext()) {
                        pending.pop();
                        positions.remove(chain.removeLast());
                        continue;
                    }
                    String next = pending.peek().next();
                    Integer position = positions.get(next);
                    if (position != null) {
                        report(List.copyOf(chain.subList(position, chain.size())), spanFiles);
                    } else if (handlers.containsKey(next)) {
                        enter(next, chain, positions, pending, done);
                    }
                }
            }
        }

        private void enter(
                String event, List<String> chain, Map<String, Integer> positions, Deque<Iterator<String>> pending, Set<String> done) {
            if (done.add(event)) {
                positions.put(event, chain.size());
                chain.add(event);
                pending.push(emitted.getOrDefault(event, Set.of()).iterator());
            }
        }

        private void report(List<String> cycle, boolean spansFiles) {
            if (reported.add(Set.copyOf(cycle))) {
                Member handler = handlers.get(cycle.getFirst());
                if (handler != null) {
                    findings.add(handler.problems().eventCycle(cycle, handler.featureSet().headerSpan(), spansFiles));
                }
            }
        }
    }
}
