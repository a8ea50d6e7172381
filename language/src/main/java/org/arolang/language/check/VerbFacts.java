package org.arolang.language.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.language.tree.ActionObject;
import org.arolang.language.tree.Qualifier;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of names need to know of a verb: its declaration in the catalogue, and the groups of verbs that chapter 01 itself
 * defines. A group holds for all verbs of an action, since they are synonyms.
 */
final class VerbFacts {

    /** Verbs whose result names what they work on ([SYN-721], last sentence). */
    private static final Set<String> WORK_ON_RESULT = Set.of(
            "append", "make", "touch", "mkdir", "createdirectory", "copy", "move", "rename", "delete", "remove", "destroy", "close",
            "disconnect", "terminate", "stop");

    /** Verbs run for their effect, so that their result need not be used ([SYN-735]). */
    private static final Set<String> SIDE_EFFECT = Set.of(
            "make", "append", "write", "copy", "move", "delete", "log", "emit", "send", "notify", "publish", "store", "schedule", "start",
            "stop", "listen", "keepalive", "render", "show", "repaint", "clear", "broadcast", "close", "connect",
            // Run for their effect as well, though the list of the chapter leaves them out.
            "accept", "sleep", "given", "then", "assert", "stage", "checkout", "clone", "pull", "commit", "push", "tag");

    /** Verbs whose object need not be a variable: it names a service, feature set, command or signal ([SYN-716], [SYN-419]). */
    private static final Set<String> FREE_OBJECT = Set.of("call", "when", "execute", "keepalive", "then", "assert");

    /** Verbs that examine the value of their result's name, if it has one. */
    private static final Set<String> TEST_RESULT = Set.of("validate", "compare", "then", "assert", "accept", "start");

    /** Names that Start and Stop take as services ([SYN-735]). */
    static final Set<String> SERVICES = Set.of(
            "http-server", "http-client", "server", "client", "file-monitor", "file-watcher", "database-connections", "database",
            "db-connection", "socket-server", "socket-client", "log-buffer", "cache", "application");

    private final String verb;
    private final VerbCatalog.@Nullable Verb declared;
    private final boolean namespaced;

    private VerbFacts(String verb, VerbCatalog.@Nullable Verb declared, boolean namespaced) {
        this.verb = verb;
        this.declared = declared;
        this.namespaced = namespaced;
    }

    /** Facts of all verbs of an application, each looked up once. */
    static final class Lookup {
        private final VerbCatalog catalog;
        private final Map<String, VerbFacts> known = new HashMap<>();

        Lookup(VerbCatalog catalog) {
            this.catalog = catalog;
        }

        VerbFacts of(Statement.Action action) {
            return known.computeIfAbsent(action.verb(), verb -> {
                boolean namespaced = verb.indexOf('.') >= 0;
                VerbCatalog.Verb declared = namespaced ? null : catalog.find(verb).orElse(null);
                return new VerbFacts(verb.toLowerCase(Locale.ROOT), declared, namespaced);
            });
        }

        VerbCatalog catalog() {
            return catalog;
        }
    }

    VerbCatalog.@Nullable Verb declared() {
        return declared;
    }

    boolean namespaced() {
        return namespaced;
    }

    /** Verbs that the catalogue does not know have the role own and bind ([SYN-704]). */
    Role role() {
        return declared == null ? Role.OWN : declared.role();
    }

    boolean binds() {
        return declared == null || declared.binds();
    }

    /** Whether it may bind a bound name again; reading verbs may do so while a program runs but not in its text ([DEC-27], [SYN-721]). */
    boolean rebinds() {
        return declared != null && declared.rebinds() && declared.role() != Role.REQUEST;
    }

    /** Whether the verb is one of the action that carries {@code main}, itself included. */
    boolean is(String main) {
        return verb.equals(main) || declared != null && declared.verbs().contains(main);
    }

    boolean isAny(Set<String> mains) {
        if (mains.contains(verb)) {
            return true;
        }
        return declared != null && declared.verbs().stream().anyMatch(mains::contains);
    }

    boolean exits() {
        return is("return") || is("throw");
    }

    boolean worksOnResult() {
        return isAny(WORK_ON_RESULT);
    }

    boolean worksOnService(String result) {
        return is("start") && SERVICES.contains(result);
    }

    boolean hasFreeObject() {
        return namespaced || isAny(FREE_OBJECT);
    }

    /** Whether the result may stay unused: the statement is there for its effect. */
    boolean hasEffect(Statement.Action action) {
        return namespaced
                || isAny(SIDE_EFFECT)
                || verb.equals("configure")
                || is("validate") && !isBooleanForm(action);
    }

    /** Whether the value of the result's name, if there is one, is read: the statement binds nothing to it, works on it or tests it. */
    boolean readsResult() {
        return !binds() || worksOnResult() || isAny(TEST_RESULT);
    }

    /** A Validate that yields true or false instead of failing ([DATA-130]). */
    static boolean isBooleanForm(Statement.Action action) {
        if (!(action.result() instanceof Result.Noun noun) || noun.reference().qualifier() == null) {
            return false;
        }
        Qualifier qualifier = noun.reference().qualifier();
        List<String> specifiers = qualifier.specifiers();
        String last = specifiers.isEmpty() ? qualifier.raw() : specifiers.getLast();
        return last.equalsIgnoreCase("boolean") || last.equalsIgnoreCase("bool");
    }

    /** Whether the statement renders or includes a template, which may read every name ([SYN-735]). */
    boolean readsTemplate(Statement.Action action) {
        boolean renders = is("transform") || is("map") || is("include") || is("render");
        return renders
                && (action.object() instanceof ActionObject.Noun object && isTemplate(object.reference().base())
                        || action.result() instanceof Result.Noun result && isTemplate(result.reference().base()));
    }

    static boolean isTemplate(String name) {
        return name.equalsIgnoreCase("template");
    }
}
