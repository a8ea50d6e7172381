package org.arolang.language.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The verbs as chapter 03, section 3, lists them, for tests of the checker alone; programs get theirs from the runtime's actions. */
final class MasterTable implements VerbCatalog {

    private static final String TABLE = """
        Accept     | accept                                  | OWN  | on
        Append     | append                                  | RESP | to, into
        Broadcast  | broadcast                               | RESP | to, via
        Call       | call, invoke                            | OWN  | from, to, with, via
        Checkout   | checkout                                | OWN  | from, to, with
        Clear      | clear                                   | OWN  | for, from
        Clone      | clone                                   | REQ  | from, with, to
        Close      | close, disconnect, terminate            | SRV  |
        Commit     | commit                                  | EXP  | to, with
        Compare    | compare, match                          | OWN  | against, to, with
        Compute    | compute, calculate, derive              | OWN  | from, for, with
        Connect    | connect                                 | SRV  | to, with
        Copy       | copy                                    | SRV  | to
        Create     | create, build, construct                | OWN  | with, from, for, to
        Delete     | delete, remove, destroy                 | OWN  | from, for
        Emit       | emit                                    | EXP  | with, to
        Execute    | execute, exec, run, shell               | OWN  | on, with, for
        Exists     | exists                                  | REQ  | for
        Extract    | extract, get, parse                     | REQ  | from, via
        Filter     | filter                                  | OWN  | from
        Given      | given                                   | OWN  | with
        Group      | group                                   | OWN  | from
        Include    | include, embed, insert                  | OWN  | with, from
        Join       | join                                    | OWN  | from
        Keepalive  | keepalive, wait, block                  | SRV  | for
        List       | list                                    | REQ  | from
        Listen     | listen, await                           | SRV  | on, for, to
        Log        | log, print, output, debug               | RESP | for, to, with
        Make       | make, touch, mkdir, createdirectory     | SRV  | to, for, at
        Map        | map                                     | OWN  | from, to
        Merge      | merge, combine, concat                  | OWN  | with, from
        Move       | move, rename                            | SRV  | to
        Notify     | notify, alert, signal                   | RESP | to, for, with
        ParseHtml  | parsehtml                               | OWN  | from
        Probe      | probe                                   | REQ  | from, with
        Prompt     | prompt, ask                             | REQ  | with, from
        Pull       | pull                                    | REQ  | from
        Push       | push                                    | EXP  | to, with
        Read       | read                                    | REQ  | from
        Receive    | receive                                 | REQ  | from, via
        Reduce     | reduce, aggregate                       | OWN  | from, with
        Render     | render                                  | RESP | to
        Repaint    | repaint, patch                          | RESP | at, to
        Request    | request, http                           | REQ  | from, to, via, with
        Retrieve   | retrieve, fetch, load, find             | REQ  | from
        Return     | return, respond                         | RESP | for, to, with
        Schedule   | schedule                                | EXP  | with
        Select     | select, choose                          | REQ  | from, with
        Send       | send, dispatch                          | RESP | to, via, with
        Show       | show                                    | OWN  | for
        Sleep      | sleep, delay, pause                     | OWN  |
        Sort       | sort, order, arrange                    | OWN  | for, from, with
        Split      | split                                   | OWN  | from
        Stage      | stage                                   | OWN  | to, for
        Start      | start                                   | SRV  |
        Stat       | stat                                    | REQ  | for
        Stop       | stop                                    | SRV  |
        Store      | store, save, persist                    | RESP | into, to, in
        Stream     | stream, subscribe                       | REQ  | from, with
        Tag        | tag                                     | EXP  | for, with
        Then       | then                                    | OWN  |
        Assert     | assert                                  | OWN  |
        Throw      | throw, raise, fail                      | RESP | for
        Transform  | transform, convert                      | OWN  | from, into, to
        Update     | update, modify, change, set, configure  | OWN  | with, to, for, from
        Validate   | validate, verify, check                 | OWN  | for, against, with
        When       | when                                    | OWN  | from
        Write      | write                                   | RESP | to, into
        """;

    private static final Set<String> BIND_NOTHING = Set.of(
            "Return", "Throw", "Send", "Emit", "Log", "Write", "Store", "Notify", "Broadcast", "Render", "Repaint");

    private static final Set<String> REBIND = Set.of("Accept", "Update", "Delete", "Join", "Merge", "Then", "Assert", "Clear", "Show");

    private static final Map<String, Set<String>> CLAUSES = Map.of(
            "Retrieve", Set.of("order", "limit", "offset"),
            "Filter", Set.of("order", "limit", "offset"),
            "Map", Set.of("order", "limit", "offset"),
            "List", Set.of("matching", "recursively"),
            "Prompt", Set.of("from"),
            "Select", Set.of("from"));

    private static final Set<String> OPERATIONS = Set.of(
            "length", "count", "uppercase", "lowercase", "trim", "hash", "identity", "clip", "take", "date", "format", "distance",
            "intersect", "difference", "union", "markdown", "sum", "avg", "average", "min", "max", "round", "floor", "ceil", "abs", "first",
            "last", "reverse", "sort", "distinct", "flatten", "keys", "values", "join", "replace", "contains", "startswith", "endswith",
            "substring", "padleft", "padright", "capitalize", "uuid", "random", "md5", "sha1", "sha256", "sha512", "base64encode",
            "hexencode", "base64decode", "urlencode", "urldecode", "json", "parsejson", "type", "string", "int", "integer", "double",
            "float", "bool", "boolean");

    private final Map<String, Verb> byVerb = new HashMap<>();
    private final List<Verb> all = new ArrayList<>();
    private final boolean plugins;

    MasterTable() {
        this(false);
    }

    MasterTable(boolean plugins) {
        this.plugins = plugins;
        TABLE.lines().map(MasterTable::read).forEach(verb -> {
            all.add(verb);
            verb.verbs().forEach(name -> byVerb.put(name, verb));
        });
    }

    @Override
    public Optional<Verb> find(String verb) {
        return Optional.ofNullable(byVerb.get(verb.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<Verb> verbs() {
        return all;
    }

    @Override
    public Set<String> operations() {
        return OPERATIONS;
    }

    @Override
    public boolean hasPlugins() {
        return plugins;
    }

    private static Verb read(String row) {
        String[] cells = row.split("\\|", -1);
        String action = cells[0].strip();
        Role role = switch (cells[2].strip()) {
            case "REQ" -> Role.REQUEST;
            case "OWN" -> Role.OWN;
            case "RESP" -> Role.RESPONSE;
            case "EXP" -> Role.EXPORT;
            case "SRV" -> Role.SERVER;
            default -> throw new IllegalArgumentException(row);
        };
        Set<String> prepositions = new TreeSet<>(words(cells[3]));
        return new Verb(
                action,
                words(cells[1]),
                role,
                prepositions,
                !BIND_NOTHING.contains(action),
                REBIND.contains(action),
                CLAUSES.getOrDefault(action, Set.of()));
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }
}
