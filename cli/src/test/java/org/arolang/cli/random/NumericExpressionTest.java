package org.arolang.cli.random;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** [VAL-8] [VAL-20] to [VAL-22], [VAL-30], [VAL-40] to [VAL-42], [VAL-50] to [VAL-57], [VAL-121]: values against an evaluator of the rules. */
@Tag("native")
class NumericExpressionTest {

    private static final int EXPRESSIONS = 60;

    @TempDir
    Path directory;

    @Test
    void expressionsHaveTheValuesOfTheRules() {
        ProgramRuns runs = new ProgramRuns(directory);
        Budget budget = new Budget(2);
        for (long seed = budget.firstSeed(); budget.goesOn(); seed++) {
            check(runs, seed);
        }
    }

    private static void check(ProgramRuns runs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Object> variables = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            Numeric.Constant constant = i < 6 ? constant(random) : TEXTS.get(random.nextInt(TEXTS.size()));
            variables.put("v" + i, constant.constant());
            written.put("v" + i, constant.written());
        }
        StringBuilder start = new StringBuilder("(Application-Start: Numbers) {\n");
        StringBuilder handlers = new StringBuilder();
        List<String> lines = new ArrayList<>();
        List<String> causes = new ArrayList<>();
        for (int i = 0; i < EXPRESSIONS; i++) {
            Numeric expression = expression(random, 1 + random.nextInt(4));
            start.append("    Emit an <E%d: event> with { %s }.\n".formatted(i, payload(written)));
            handlers.append("\n(H%d: E%d Handler) {\n".formatted(i, i));
            written.forEach((name, text) -> handlers.append(binding(random, name, text)));
            handlers.append("    Compute the <x> from %s.\n".formatted(expression.text(0)));
            handlers.append("    Log \"%d: ${<x>}\" to the <console>.\n".formatted(i));
            handlers.append("    Log \"%d is true\" to the <console> when %s.\n".formatted(i, expression.text(0)));
            handlers.append("    Return an <OK: status> for the <x>.\n}\n");
            try {
                Object value = expression.value(variables);
                lines.add(i + ": " + Numeric.text(value));
                if (Numeric.isTrue(value)) {
                    lines.add(i + " is true");
                }
            } catch (Numeric.Failing failing) {
                causes.add(failing.getMessage());
            }
        }
        start.append("    Return an <OK: status> for the <application>.\n}\n");
        String program = start.append(handlers).toString();
        check(runs.run(program), lines, causes, "aro run, seed " + seed, program);
        check(runs.runBuilt(program), lines, causes, "built, seed " + seed, program);
    }

    private static void check(ProgramRuns.Outcome outcome, List<String> lines, List<String> causes, String description, String program) {
        List<String> output = outcome.output().lines().toList();
        if (!output.equals(lines)) {
            List<String> wrong = new ArrayList<>(output);
            wrong.removeAll(lines);
            List<String> missing = new ArrayList<>(lines);
            missing.removeAll(output);
            String number = (wrong.isEmpty() ? missing : wrong).getFirst().replaceAll("\\D.*", "");
            int handler = program.indexOf("(H" + number + ":");
            assertThat(wrong).as(description + "\n" + program.substring(handler, program.indexOf("\n}", handler))).isEqualTo(missing);
        }
        assertThat(outcome.causes()).as(description + "\n" + outcome.error()).isEqualTo(causes);
    }

    private static String payload(Map<String, String> written) {
        return String.join(", ", written.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).toList());
    }

    /** A variable whose kind is known, unknown, or known to be a number only where the program runs. */
    private static String binding(SplittableRandom random, String name, String text) {
        return switch (random.nextInt(3)) {
            case 0 -> "    Extract the <%s> from the <event: %s>.\n".formatted(name, name);
            case 1 -> "    Create the <%s> with %s.\n".formatted(name, text);
            default -> """
                    match <event: %s> {
                        case _ { Create the <%s> with %s. }
                        otherwise { Create the <%s> with 1. }
                    }
                """.formatted(name, name, text, name);
        };
    }

    private static final String[] OPERATORS = {
        "+", "-", "*", "/", "%", "+", "-", "*", "/", "==", "!=", "<", "<=", ">", ">=", "and", "or"
    };

    private static Numeric expression(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return random.nextInt(3) == 0 ? constant(random) : new Numeric.Variable("v" + random.nextInt(8));
        }
        return switch (random.nextInt(12)) {
            case 0 -> new Numeric.Minus(expression(random, depth - 1));
            case 1 -> new Numeric.Not(expression(random, depth - 1));
            default -> binary(random, depth);
        };
    }

    private static Numeric binary(SplittableRandom random, int depth) {
        String operator = OPERATORS[random.nextInt(OPERATORS.length)];
        Numeric left = expression(random, depth - 1);
        Numeric right = expression(random, depth - 1);
        // Repetition makes long texts of big numbers, which is another test's business.
        return operator.equals("*") && (mayBeText(left) || mayBeText(right)) ? new Numeric.Binary("-", left, right)
                : new Numeric.Binary(operator, left, right);
    }

    private static boolean mayBeText(Numeric expression) {
        return switch (expression) {
            case Numeric.Constant constant -> constant.constant() instanceof String;
            case Numeric.Variable variable -> variable.name().equals("v6") || variable.name().equals("v7");
            case Numeric.Minus _,Numeric.Not _ -> false;
            case Numeric.Binary binary -> binary.operator().equals("+") && (mayBeText(binary.left()) || mayBeText(binary.right()));
        };
    }

    private static final Object[] CONSTANTS = {
        0L, 1L, 2L, 3L, 7L, 10L, 63L, 1_000_000_007L, 4_294_967_296L, 3_037_000_500L, 9_007_199_254_740_993L, Long.MAX_VALUE,
        Long.MAX_VALUE - 1, 0.0, 0.5, 1.0, 2.5, 1e-7, 1e16, 0.1, 1e308, 9007199254740992.0, 5e-324, true, false
    };

    private static final List<Numeric.Constant> TEXTS = List.of(
            new Numeric.Constant("12", "\"12\""),
            new Numeric.Constant("0", "\"0\""),
            new Numeric.Constant("-1.5e2", "\"-1.5e2\""),
            new Numeric.Constant("9223372036854775807", "\"9223372036854775807\""),
            new Numeric.Constant("", "\"\""),
            new Numeric.Constant("b", "\"b\""));

    private static Numeric.Constant constant(SplittableRandom random) {
        return switch (CONSTANTS[random.nextInt(CONSTANTS.length)]) {
            case Double number when number == 5e-324 -> new Numeric.Constant(number, "5e-324");
            case Double number -> new Numeric.Constant(number, Double.toString(number));
            case Object other -> new Numeric.Constant(other, other.toString());
        };
    }
}
