package org.arolang.cli.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.arolang.cli.random.Vocabulary.Kind;

/** Writes whole programs: a start that emits events, a handler of each, actions that they call, a repository that an observer watches. */
final class ProgramGenerator {

    private static final int HANDLERS = 6;
    private static final int ACTIONS = 3;
    private static final int DEPTH = 3;

    private final SplittableRandom random;
    private Vocabulary vocabulary;
    private ExpressionGenerator expressions;
    private int loops;
    private int whiles;
    private int firstAction;
    private boolean isAction;

    private ProgramGenerator(long seed) {
        this.random = new SplittableRandom(seed);
        this.vocabulary = new Vocabulary(random);
        this.expressions = new ExpressionGenerator(random, vocabulary);
    }

    static List<Piece> program(long seed) {
        return new ProgramGenerator(seed).program();
    }

    private List<Piece> program() {
        List<Piece> program = new ArrayList<>();
        List<Piece> start = new ArrayList<>();
        for (int i = 0; i < HANDLERS; i++) {
            start.add(line("Emit an <E" + i + ": event> with { n: " + expressions.integer(1) + ", f: " + expressions.of(Kind.FLOAT, 1)
                    + ", b: " + expressions.truth(1) + ", t: " + expressions.text(1) + ", l: [2, 1, 3], d: \"2025-02-03\" }."));
        }
        start.add(line("Return an <OK: status> for the <application>."));
        program.add(new Piece.Block("(Application-Start: Random)", start));
        for (int i = 0; i < HANDLERS; i++) {
            program.add(featureSet("(H" + i + ": E" + i + " Handler)" + (chance(4) ? " when <event: n> > 0" : ""), false, 0));
        }
        for (int i = 0; i < ACTIONS; i++) {
            program.add(featureSet("(A" + i + ": Action takes <n>)", true, i + 1));
        }
        program.add(new Piece.Block(
                "(Watch: thing-repository Observer)",
                List.of(
                        line("Log \"${<event: changeType>} ${<event: entityId>}\" to the <console>."),
                        line("Return an <OK: status> for the <watch>."))));
        return program;
    }

    private Piece featureSet(String header, boolean action, int firstCalled) {
        vocabulary = new Vocabulary(random);
        expressions = new ExpressionGenerator(random, vocabulary);
        firstAction = firstCalled;
        isAction = action;
        String input = action ? "input" : "event";
        List<Piece> body = new ArrayList<>();
        List<Kind> kinds = action
                ? List.of(Kind.INTEGER)
                : List.of(Kind.INTEGER, Kind.FLOAT, Kind.BOOLEAN, Kind.TEXT, Kind.NUMBERS, Kind.DATE);
        String[] fields = {"n", "f", "b", "t", "l", "d"};
        for (int i = 0; i < kinds.size(); i++) {
            String name = vocabulary.fresh(kinds.get(i));
            body.add(line("Extract the <" + name + "> from the <" + input + ": " + fields[i] + ">."));
            vocabulary.add(name, kinds.get(i));
        }
        body.add(line("Create the <known> with 1."));
        for (Kind kind : Kind.values()) {
            body.add(bind(kind, ""));
        }
        body.addAll(block(action ? 4 : 10));
        body.add(line("Return an <OK: status> with " + expressions.of(anyKind(), 2) + "."));
        return new Piece.Block(header, body);
    }

    private static Piece.Line line(String text) {
        return new Piece.Line(text);
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private Kind anyKind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    private List<Piece> block(int size) {
        List<Piece> body = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            statement(body);
        }
        return body;
    }

    private String guard() {
        return chance(3) ? " when " + expressions.truth(2) : "";
    }

    private Piece bind(Kind kind, String guard) {
        String name = vocabulary.fresh(kind);
        String verb = chance(2) ? "Create the <" + name + "> with " : "Compute the <" + name + "> from ";
        Piece line = line(verb + Variant.bound(expressions.of(kind, DEPTH)) + guard + ".");
        addAfter(guard, name, kind);
        return line;
    }

    /** Knows a variable from now on; one that may be unbound is mostly left alone, so that programs go on. */
    private void addAfter(String guard, String name, Kind kind) {
        if (guard.isEmpty() || chance(8)) {
            vocabulary.add(name, kind);
        }
    }

    private void statement(List<Piece> body) {
        int choice = random.nextInt(loops < 3 ? 24 : 15);
        switch (choice) {
            case 0, 1, 2, 3 -> body.add(bind(anyKind(), guard()));
            case 4, 5, 6 -> body.add(line("Log " + expressions.of(anyKind(), DEPTH) + " to the <console>" + guard() + "."));
            case 7 -> body.add(line("Log " + expressions.interpolated(anyKind(), 2) + " to the <console>" + guard() + "."));
            case 8, 9 -> rebind(body);
            case 10 -> collection(body);
            case 11 -> pipeline(body);
            case 12 -> repository(body);
            case 13 -> call(body);
            case 14 -> leave(body);
            case 15, 16, 17 -> body.add(match());
            case 18 -> body.add(range());
            case 19, 20 -> body.add(forEach());
            default -> repeat(body);
        }
    }

    /** In a while body: binds a variable again, sometimes to a value of another kind. */
    private void rebind(List<Piece> body) {
        Vocabulary.Variable variable = vocabulary.rebindable();
        if (whiles == 0 || variable == null) {
            body.add(bind(anyKind(), guard()));
            return;
        }
        Kind kind = chance(12) ? anyKind() : variable.kind();
        body.add(line("Compute the <" + variable.name() + "> from " + Variant.bound(expressions.steady(kind, 2)) + guard() + "."));
    }

    private void collection(List<Piece> body) {
        String list = vocabulary.any(Kind.RECORDS);
        if (list == null) {
            return;
        }
        String condition = switch (random.nextInt(4)) {
            case 0 -> "id > " + expressions.integer(0);
            case 1 -> "name contains \"a\" or ok is true";
            case 2 -> "score >= 1.5 and id is not 3";
            default -> "id in [1, 2, 3]";
        };
        switch (random.nextInt(6)) {
            case 0 -> result(body, Kind.RECORDS, "Filter the <%s> from the <" + list + "> where " + condition + " order by name, id desc");
            case 1 -> result(body, Kind.RECORDS, "Sort the <%s> for the <" + list + "> by \"ok desc, id\"");
            case 2 -> result(body, Kind.NUMBERS, "Map the <%s: id> from the <" + list + ">");
            case 3 -> result(body, Kind.FLOAT, "Reduce the <%s> from the <" + list + "> where " + condition + " with sum(<score>)");
            case 4 -> result(body, Kind.RECORD, "Group the <%s> from the <" + list + "> by \"ok\" with count()");
            default -> result(body, Kind.NUMBERS, "Sort the <%s> for the <" + variable(Kind.NUMBERS, list) + ">");
        }
    }

    private String variable(Kind kind, String otherwise) {
        String name = vocabulary.any(kind);
        return name == null ? otherwise : name;
    }

    /** Adds a statement that binds a new variable, and a use of it. */
    private void result(List<Piece> body, Kind kind, String statement) {
        String name = vocabulary.fresh(kind);
        String guard = chance(6) ? guard() : "";
        body.add(line(statement.replace("%s", name) + guard + "."));
        addAfter(guard, name, kind);
        body.add(line("Log <" + name + "> to the <console>" + (guard.isEmpty() ? "" : " when <" + name + "> exists") + "."));
    }

    private void pipeline(List<Piece> body) {
        String list = vocabulary.any(Kind.RECORDS);
        if (list == null) {
            return;
        }
        String filtered = vocabulary.fresh(Kind.RECORDS);
        String mapped = vocabulary.fresh(Kind.NUMBERS);
        body.add(line("Filter the <" + filtered + "> from the <" + list + "> where id >= " + random.nextInt(4)
                + " |> Map the <" + mapped + ": id> from the <" + filtered + ">"
                + " |> Log \"mapped ${" + filtered + "}\" to the <console>" + guard() + "."));
        vocabulary.add(filtered, Kind.RECORDS);
        vocabulary.add(mapped, Kind.NUMBERS);
    }

    private void repository(List<Piece> body) {
        String record = vocabulary.any(Kind.RECORD);
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                if (record != null) {
                    body.add(line("Store the <" + record + "> into the <thing-repository>" + guard() + "."));
                }
            }
            case 2 -> result(body, Kind.RECORDS, "Retrieve the <%s> from the <thing-repository> where id >= " + random.nextInt(3)
                    + " order by id desc limit 3");
            case 3 -> body.add(line("Log <thing-repository: count> to the <console>."));
            default -> result(body, Kind.RECORDS, "Delete the <%s> from the <thing-repository> where id is " + random.nextInt(6));
        }
    }

    private void call(List<Piece> body) {
        if (firstAction >= ACTIONS || loops > 1) {
            return;
        }
        int action = random.nextInt(firstAction, ACTIONS);
        result(body, Kind.RECORD, "Application.A" + action + " the <%s> from " + expressions.integer(1));
    }

    private void leave(List<Piece> body) {
        if (loops > 0 && chance(2)) {
            body.add(line("Break when " + expressions.truth(2) + "."));
        } else if (chance(3)) {
            body.add(line("Return an <OK: status> with " + expressions.of(anyKind(), 1) + " when " + expressions.truth(2) + "."));
        } else if (chance(6)) {
            body.add(line("Throw a <Stop: error> for the <run> when " + expressions.truth(1) + "."));
        }
    }

    private Piece match() {
        List<Piece> cases = new ArrayList<>();
        Kind kind = List.of(Kind.INTEGER, Kind.TEXT, Kind.BOOLEAN, Kind.FLOAT).get(random.nextInt(4));
        String subject = variable(kind, "known");
        String shared = vocabulary.fresh(Kind.INTEGER);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            String pattern = switch (random.nextInt(5)) {
                case 0 -> String.valueOf(random.nextInt(4));
                case 1 -> "\"a\"";
                case 2 -> "true";
                case 3 -> "<" + variable(kind, "nowhere") + ">";
                default -> kind == Kind.TEXT ? "/[ab]/" : "_";
            };
            cases.add(branch("case " + pattern + (chance(3) ? " where " + expressions.truth(2) : ""), shared));
        }
        boolean complete = chance(2);
        if (complete) {
            cases.add(branch("otherwise", shared));
        }
        boolean bound = complete
                && cases.stream().allMatch(piece -> Piece.text(List.of(piece)).contains("    Create the <" + shared + ">"));
        addAfter(bound ? "" : "maybe", shared, Kind.INTEGER);
        return new Piece.Block("match <" + subject + ">", cases);
    }

    /** A branch; most bind the variable that the branches share, to values of different kinds. */
    private Piece branch(String head, String shared) {
        int mark = vocabulary.mark();
        loops++;
        List<Piece> body = block(random.nextInt(1, 3));
        loops--;
        vocabulary.forget(mark);
        if (!chance(4)) {
            body.add(line(
                    "Create the <" + shared + "> with " + Variant.bound(expressions.of(chance(6) ? Kind.FLOAT : Kind.INTEGER, 2)) + "."));
        }
        return new Piece.Block(head, withoutStrayBreaks(body));
    }

    /** A branch is no loop: what stands in it may leave one only if there is one around the match. */
    private List<Piece> withoutStrayBreaks(List<Piece> body) {
        return realLoops > 0 ? body
                : body.stream().filter(piece -> !(piece instanceof Piece.Line line && line.text().startsWith("Break"))).toList();
    }

    private int realLoops;

    private List<Piece> loopBody(int size) {
        loops++;
        realLoops++;
        List<Piece> body = block(size);
        loops--;
        realLoops--;
        return body;
    }

    private Piece range() {
        int mark = vocabulary.mark();
        String name = vocabulary.fresh(Kind.INTEGER);
        String from = chance(3) ? String.valueOf(random.nextInt(3)) : "(" + expressions.integer(1) + " % 3)";
        String to = chance(2) ? String.valueOf(random.nextInt(4)) : "(" + expressions.integer(2) + " % 4)";
        vocabulary.add(name, Kind.INTEGER);
        int before = whiles;
        whiles = 0;
        List<Piece> body = loopBody(random.nextInt(1, 4));
        whiles = before;
        vocabulary.forget(mark);
        return new Piece.Block("for <" + name + "> from " + from + " to " + to, body);
    }

    private Piece forEach() {
        int mark = vocabulary.mark();
        Kind kind = chance(2) ? Kind.NUMBERS : Kind.RECORDS;
        Kind itemKind = kind == Kind.NUMBERS ? Kind.INTEGER : Kind.RECORD;
        String collection = chance(3) ? expressions.of(kind, 2) : "<" + variable(kind, "known") + ">";
        String item = vocabulary.fresh(itemKind);
        String index = chance(2) ? vocabulary.fresh(Kind.INTEGER) : null;
        vocabulary.add(item, itemKind);
        if (index != null) {
            vocabulary.add(index, Kind.INTEGER);
        }
        String filter = chance(3) ? " where " + expressions.truth(2) : "";
        int before = whiles;
        whiles = 0;
        List<Piece> body = loopBody(random.nextInt(1, 4));
        whiles = before;
        vocabulary.forget(mark);
        return new Piece.Block("for each <" + item + ">" + (index == null ? "" : " at <" + index + ">") + " in " + collection + filter,
                body);
    }

    /** A while loop that ends by itself after a few rounds. */
    private void repeat(List<Piece> body) {
        String counter = vocabulary.fresh(Kind.INTEGER);
        body.add(line("Create the <" + counter + "> with " + Variant.bound("0") + "."));
        vocabulary.addSteady(counter, Kind.INTEGER);
        String condition = "<" + counter + "> < " + random.nextInt(1, 5) + (chance(2) ? " and (" + expressions.truth(2) + ")" : "");
        int mark = vocabulary.mark();
        whiles++;
        List<Piece> inner = loopBody(random.nextInt(1, 5));
        whiles--;
        if (!chance(8)) {
            vocabulary.forget(mark);
        }
        body.add(new Piece.Block(
                "while " + condition, List.of(line("Compute the <" + counter + "> from " + Variant.bound("<" + counter + "> + 1") + ".")),
                inner));
    }
}
