package org.arolang.language.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.arolang.language.diagnostic.Diagnostic;

/** Collects diagnostics and leaves out those whose code is not wanted here ([SYN-642], [SYN-804]). */
final class Findings {

    private final List<Diagnostic> collected;
    private final Set<String> unwanted;

    Findings(Collection<String> unwanted) {
        this(new ArrayList<>(), Set.copyOf(unwanted));
    }

    private Findings(List<Diagnostic> collected, Set<String> unwanted) {
        this.collected = collected;
        this.unwanted = unwanted;
    }

    void add(Diagnostic diagnostic) {
        if (!unwanted.contains(diagnostic.code())) {
            collected.add(diagnostic);
        }
    }

    /** The same collection, with {@code codes} left out of what is added through it. */
    Findings without(Collection<String> codes) {
        Set<String> all = new HashSet<>(unwanted);
        all.addAll(codes);
        return new Findings(collected, all);
    }

    List<Diagnostic> collected() {
        return collected;
    }
}
