package org.arolang.compiler.stepper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Type;
import org.arolang.language.source.Span;
import org.arolang.runtime.execution.Site;

/**
 * Writes the function of one unit: {@code i32 step(ptr frame, i32 pc)}. It is entered with pc 0, and after operation k with pc k + 1;
 * it returns the number of the operation to perform, {@link #DONE}, or the kind of a failure.
 */
final class IrFunction {

    /** The feature set has ended. */
    static final int DONE = -1;

    /** An integer result does not fit 64 bits. */
    static final int OVERFLOW = -2;

    /** A divisor is zero. */
    static final int DIVISION_BY_ZERO = -3;

    /**
     * How many copies of variables a function may have: one of each cell at each place where it returns or its paths meet. Beyond that,
     * compiling them would take minutes, and the function works on the frame itself.
     */
    private static final int MAXIMUM_COPIES = 20_000;

    private final StepperPlan plan;
    private final String name;
    private final DebugInfo debug;
    private final List<String> lines = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final Deque<String> loopEnds = new ArrayDeque<>();
    private final boolean[] resumed;
    private final boolean inFrame;
    private int temporaries;
    private int labels;
    private int location;
    private Site site;
    private boolean terminated;

    IrFunction(StepperPlan plan, String name, DebugInfo debug) {
        this.plan = plan;
        this.name = name;
        this.debug = debug;
        this.resumed = new boolean[plan.operations().size()];
        int joints = plan.operations().size() + plan.places().size() + 2 * blocks(plan.steps());
        this.inFrame = (long) joints * plan.cellCount() > MAXIMUM_COPIES;
        this.site = plan.steps().isEmpty() ? DebugInfo.NO_SITE : plan.steps().getFirst().site();
    }

    /** The function's text. */
    String write() {
        location = debug.location(site);
        steps(plan.steps());
        finish(String.valueOf(DONE));
        StringBuilder text = new StringBuilder();
        text.append("define i32 @").append(name).append("(ptr noalias nocapture %frame, i32 %pc)").append(debug.subprogram())
                .append(" {\n");
        text.append("entry:\n");
        int temporary = inFrame ? address(text) : copy(text);
        flags.forEach(flag -> text.append("  ").append(flag).append(" = alloca i1\n"));
        text.append("  %outcome = alloca i64\n");
        fill(text, "%outcome", StepperPlan.OUTCOME_CELL, "i64", temporary);
        text.append("  switch i32 %pc, label %start [\n");
        for (int i = 0; i < resumed.length; i++) {
            if (resumed[i]) {
                text.append("    i32 ").append(i + 1).append(", label %after").append(i).append('\n');
            }
        }
        text.append("  ]\nstart:\n");
        lines.forEach(line -> text.append(line).append('\n'));
        return text.append("}\n").toString();
    }

    /** How many branches and loops there are. */
    private static int blocks(List<NativeStep> steps) {
        int count = 0;
        for (NativeStep step : steps) {
            count += switch (step) {
                case NativeStep.Branch branch -> 1 + blocks(branch.then()) + blocks(branch.otherwise());
                case NativeStep.Each loop -> 1 + blocks(loop.body());
                case NativeStep.Range loop -> 1 + blocks(loop.body());
                case NativeStep.While loop -> 1 + blocks(loop.body());
                case NativeStep.Compute _,NativeStep.Run _,NativeStep.Leave _,NativeStep.End _ -> 0;
            };
        }
        return count;
    }

    /** Makes the variables names of the frame's cells. */
    private int address(StringBuilder text) {
        for (Slot slot : plan.unboxed()) {
            address(text, variable(slot), plan.cell(slot));
        }
        loopCells().forEach(cell -> address(text, "%c" + cell, cell));
        return 0;
    }

    private static void address(StringBuilder text, String variable, int cell) {
        text.append("  ").append(variable).append(" = getelementptr i64, ptr %frame, i64 ").append(cell).append('\n');
    }

    /** Copies the frame's cells into variables; {@link #finish} writes them back. */
    private int copy(StringBuilder text) {
        int temporary = 0;
        for (Slot slot : plan.unboxed()) {
            text.append("  ").append(variable(slot)).append(" = alloca ").append(type(slot.type())).append('\n');
            temporary = fill(text, variable(slot), plan.cell(slot), type(slot.type()), temporary);
        }
        for (int cell : loopCells()) {
            text.append("  %c").append(cell).append(" = alloca i64\n");
            temporary = fill(text, "%c" + cell, cell, "i64", temporary);
        }
        return temporary;
    }

    /** Reads a cell of the frame into a variable at entry. */
    private static int fill(StringBuilder text, String variable, int cell, String type, int temporary) {
        text.append("  %in.p").append(temporary).append(" = getelementptr i64, ptr %frame, i64 ").append(cell).append('\n');
        text.append("  %in.v").append(temporary).append(" = load ").append(memory(type)).append(", ptr %in.p").append(temporary);
        text.append('\n');
        if (type.equals("i1")) {
            text.append("  %in.b").append(temporary).append(" = trunc i64 %in.v").append(temporary).append(" to i1\n");
            text.append("  store i1 %in.b").append(temporary).append(", ptr ").append(variable).append('\n');
        } else {
            text.append("  store ").append(type).append(" %in.v").append(temporary).append(", ptr ").append(variable).append('\n');
        }
        return temporary + 1;
    }

    private static String memory(String type) {
        return type.equals("i1") ? "i64" : type;
    }

    private List<Integer> loopCells() {
        List<Integer> cells = new ArrayList<>();
        for (int cell = 2 + plan.unboxed().size(); cell < plan.cellCount(); cell++) {
            cells.add(cell);
        }
        return cells;
    }

    private void steps(List<NativeStep> steps) {
        for (NativeStep step : steps) {
            if (terminated) {
                return;
            }
            site = step.site();
            location = debug.location(site);
            step(step);
        }
    }

    private void step(NativeStep step) {
        switch (step) {
            case NativeStep.Compute compute -> {
                String value = value(compute.value());
                if (inFrame && compute.slot().type() == Type.BOOLEAN) {
                    instruction("store i64 " + widened(value) + ", ptr " + variable(compute.slot()));
                } else {
                    instruction("store " + type(compute.slot().type()) + " " + value + ", ptr " + variable(compute.slot()));
                }
            }
            case NativeStep.Run run -> ask(run.operation());
            case NativeStep.Branch branch -> branch(branch);
            case NativeStep.Each loop -> each(loop);
            case NativeStep.Range loop -> range(loop);
            case NativeStep.While loop -> repeat(loop);
            case NativeStep.Leave _ -> jump(loopEnds.getFirst());
            case NativeStep.End _ -> finish(String.valueOf(DONE));
        }
    }

    /** Returns to the runtime with an operation's number; execution goes on behind it. */
    private void ask(int operation) {
        resumed[operation] = true;
        finish(String.valueOf(operation));
        label("after" + operation);
    }

    /** Writes all variables back and returns. */
    private void finish(String result) {
        if (terminated) {
            return;
        }
        if (!inFrame) {
            writeBack();
        }
        instruction("ret i32 " + result);
        terminated = true;
    }

    private void writeBack() {
        for (Slot slot : plan.unboxed()) {
            String type = type(slot.type());
            String value = temporary();
            instruction(value + " = load " + type + ", ptr " + variable(slot));
            if (type.equals("i1")) {
                storeCell(plan.cell(slot), "i64", widened(value));
            } else {
                storeCell(plan.cell(slot), type, value);
            }
        }
        for (int cell : loopCells()) {
            String value = temporary();
            instruction(value + " = load i64, ptr %c" + cell);
            storeCell(cell, "i64", value);
        }
    }

    /** A truth as a cell holds it. */
    private String widened(String truth) {
        String wide = temporary();
        instruction(wide + " = zext i1 " + truth + " to i64");
        return wide;
    }

    private void storeCell(int cell, String type, String value) {
        String address = temporary();
        instruction(address + " = getelementptr i64, ptr %frame, i64 " + cell);
        instruction("store " + type + " " + value + ", ptr " + address);
    }

    private void branch(NativeStep.Branch branch) {
        String test = test(branch.test());
        String then = newLabel("then");
        String otherwise = newLabel("else");
        String end = newLabel("end");
        instruction("br i1 " + test + ", label %" + then + ", label %" + otherwise);
        block(then, branch.then(), end);
        block(otherwise, branch.otherwise(), end);
        label(end);
    }

    private void block(String label, List<NativeStep> steps, String end) {
        label(label);
        steps(steps);
        jump(end);
    }

    private void each(NativeStep.Each loop) {
        ask(loop.start());
        String next = newLabel("next");
        String body = newLabel("body");
        String end = newLabel("end");
        jump(next);
        label(next);
        ask(loop.next());
        instruction("br i1 " + outcome() + ", label %" + body + ", label %" + end);
        label(body);
        if (loop.filter() != null) {
            String accepted = newLabel("accepted");
            instruction("br i1 " + test(loop.filter()) + ", label %" + accepted + ", label %" + next);
            label(accepted);
        }
        body(loop.body(), end, next);
    }

    /** A loop's body, the jump back, and the label behind the loop. */
    private void body(List<NativeStep> steps, String end, String next) {
        loopEnds.push(end);
        steps(steps);
        loopEnds.pop();
        jump(next);
        label(end);
    }

    private void range(NativeStep.Range loop) {
        String counter = "%c" + loop.counterCell();
        String limit = "%c" + loop.limitCell();
        if (loop.from() != null && loop.to() != null) {
            instruction("store i64 " + value(loop.from()) + ", ptr " + counter);
            instruction("store i64 " + value(loop.to()) + ", ptr " + limit);
        } else {
            ask(loop.bounds());
        }
        String next = newLabel("next");
        String body = newLabel("body");
        String end = newLabel("end");
        jump(next);
        label(next);
        String at = loaded("i64", counter);
        String last = loaded("i64", limit);
        String more = temporary();
        instruction(more + " = icmp slt i64 " + at + ", " + last);
        instruction("br i1 " + more + ", label %" + body + ", label %" + end);
        label(body);
        if (loop.variable().type() != Type.VALUE) {
            instruction("store i64 " + at + ", ptr " + variable(loop.variable()));
        }
        if (loop.start() >= 0) {
            ask(loop.start());
            at = loaded("i64", counter);
        }
        String incremented = temporary();
        instruction(incremented + " = add i64 " + at + ", 1");
        instruction("store i64 " + incremented + ", ptr " + counter);
        body(loop.body(), end, next);
    }

    private void repeat(NativeStep.While loop) {
        String next = newLabel("next");
        String body = newLabel("body");
        String end = newLabel("end");
        jump(next);
        label(next);
        instruction("br i1 " + test(loop.test()) + ", label %" + body + ", label %" + end);
        label(body);
        body(loop.body(), end, next);
    }

    private String test(NativeStep.Test test) {
        return switch (test) {
            case NativeStep.Test.Native computed -> truth(computed.code());
            case NativeStep.Test.Asked asked -> {
                ask(asked.operation());
                yield outcome();
            }
        };
    }

    private String outcome() {
        return isSet("%outcome");
    }

    /** Whether a cell holds a truth that is true. */
    private String isSet(String address) {
        String value = loaded("i64", address);
        String set = temporary();
        instruction(set + " = icmp ne i64 " + value + ", 0");
        return set;
    }

    private String loaded(String type, String address) {
        String value = temporary();
        instruction(value + " = load " + type + ", ptr " + address);
        return value;
    }

    private String truth(Code code) {
        String value = value(code);
        String truth = temporary();
        switch (code.type()) {
            case BOOLEAN -> {
                return value;
            }
            case INTEGER -> instruction(truth + " = icmp ne i64 " + value + ", 0");
            case FLOAT -> instruction(truth + " = fcmp one double " + value + ", 0.0");
            case VALUE -> throw new IllegalStateException("not native: " + code);
        }
        return truth;
    }

    private String value(Code code) {
        return switch (code) {
            case Code.Constant constant -> constant(constant.value());
            case Code.Read read when inFrame && read.type() == Type.BOOLEAN -> isSet(variable(read.slot()));
            case Code.Read read -> loaded(type(read.type()), variable(read.slot()));
            case Code.Negate negate -> negate(negate);
            case Code.Not not -> {
                String inverted = temporary();
                instruction(inverted + " = xor i1 " + truth(not.operand()) + ", true");
                yield inverted;
            }
            case Code.Binary binary -> binary(binary);
            default -> throw new IllegalStateException("not native: " + code);
        };
    }

    private static String constant(Object value) {
        return switch (value) {
            case Long number -> number.toString();
            case Double number -> "0x" + String.format("%016X", Double.doubleToRawLongBits(number));
            case Boolean truth -> truth.toString();
            default -> throw new IllegalStateException("not native: " + value);
        };
    }

    private String negate(Code.Negate negate) {
        String value = value(negate.operand());
        if (negate.type() == Type.FLOAT) {
            String negated = temporary();
            instruction(negated + " = fneg double " + value);
            return negated;
        }
        return checked("ssub", "0", value, negate.span());
    }

    private String binary(Code.Binary binary) {
        return switch (binary.operator()) {
            case AND -> shortCircuit(binary, false);
            case OR -> shortCircuit(binary, true);
            case ADD -> arithmetic(binary, "sadd", "fadd");
            case SUBTRACT -> arithmetic(binary, "ssub", "fsub");
            case MULTIPLY -> arithmetic(binary, "smul", "fmul");
            case DIVIDE -> division(binary, "sdiv");
            case REMAINDER -> division(binary, "srem");
            case EQUAL -> comparison(binary, "eq", "oeq");
            case NOT_EQUAL -> comparison(binary, "ne", "une");
            case LESS -> comparison(binary, "slt", "olt");
            case LESS_OR_EQUAL -> comparison(binary, "sle", "ole");
            case GREATER -> comparison(binary, "sgt", "ogt");
            case GREATER_OR_EQUAL -> comparison(binary, "sge", "oge");
            case CONTAINS, MATCHES, CONCATENATE -> throw new IllegalStateException("not native: " + binary);
        };
    }

    private String shortCircuit(Code.Binary binary, boolean decides) {
        String result = newLabel("logic");
        String cell = "%" + result + ".value";
        flags.add(cell);
        String left = truth(binary.left());
        instruction("store i1 " + left + ", ptr " + cell);
        String right = newLabel("right");
        String end = newLabel("end");
        instruction(decides
                ? "br i1 " + left + ", label %" + end + ", label %" + right
                : "br i1 " + left + ", label %" + right + ", label %" + end);
        label(right);
        instruction("store i1 " + truth(binary.right()) + ", ptr " + cell);
        jump(end);
        label(end);
        return loaded("i1", cell);
    }

    private static boolean isFloat(Code.Binary binary) {
        return binary.left().type() == Type.FLOAT || binary.right().type() == Type.FLOAT;
    }

    private String number(Code operand, boolean asFloat) {
        String value = value(operand);
        if (!asFloat || operand.type() == Type.FLOAT) {
            return value;
        }
        String converted = temporary();
        instruction(converted + " = sitofp i64 " + value + " to double");
        return converted;
    }

    private String arithmetic(Code.Binary binary, String integers, String floats) {
        boolean asFloat = isFloat(binary);
        String left = number(binary.left(), asFloat);
        String right = number(binary.right(), asFloat);
        if (!asFloat) {
            return checked(integers, left, right, binary.span());
        }
        String result = temporary();
        instruction(result + " = " + floats + " double " + left + ", " + right);
        return result;
    }

    /** An integer operation that fails when its result does not fit. */
    private String checked(String operation, String left, String right, Span span) {
        String both = temporary();
        instruction(both + " = call { i64, i1 } @llvm." + operation + ".with.overflow.i64(i64 " + left + ", i64 " + right + ")");
        String overflow = temporary();
        instruction(overflow + " = extractvalue { i64, i1 } " + both + ", 1");
        failIf(overflow, OVERFLOW, span);
        String result = temporary();
        instruction(result + " = extractvalue { i64, i1 } " + both + ", 0");
        return result;
    }

    private String division(Code.Binary binary, String operation) {
        boolean asFloat = isFloat(binary);
        String left = number(binary.left(), asFloat);
        String right = number(binary.right(), asFloat);
        String zero = temporary();
        instruction(asFloat ? zero + " = fcmp oeq double " + right + ", 0.0" : zero + " = icmp eq i64 " + right + ", 0");
        failIf(zero, DIVISION_BY_ZERO, binary.span());
        String result = temporary();
        if (asFloat) {
            instruction(result + " = fdiv double " + left + ", " + right);
            return result;
        }
        return byMinusOne(operation, left, right, binary.span());
    }

    /** The one division whose result does not fit, and which the processor refuses, is by minus one. */
    private String byMinusOne(String operation, String left, String right, Span span) {
        String minusOne = temporary();
        instruction(minusOne + " = icmp eq i64 " + right + ", -1");
        if (operation.equals("sdiv")) {
            String smallest = temporary();
            instruction(smallest + " = icmp eq i64 " + left + ", " + Long.MIN_VALUE);
            String overflow = temporary();
            instruction(overflow + " = and i1 " + minusOne + ", " + smallest);
            failIf(overflow, OVERFLOW, span);
            String quotient = temporary();
            instruction(quotient + " = sdiv i64 " + left + ", " + right);
            return quotient;
        }
        String divisor = temporary();
        instruction(divisor + " = select i1 " + minusOne + ", i64 1, i64 " + right);
        String remainder = temporary();
        instruction(remainder + " = srem i64 " + left + ", " + divisor);
        return remainder;
    }

    private void failIf(String condition, int failure, Span span) {
        String failing = newLabel("fail");
        String fine = newLabel("fine");
        instruction("br i1 " + condition + ", label %" + failing + ", label %" + fine + ", !prof !0");
        label(failing);
        storeCell(StepperPlan.PLACE_CELL, "i64", String.valueOf(plan.place(site, span)));
        finish(String.valueOf(failure));
        label(fine);
    }

    private String comparison(Code.Binary binary, String integers, String floats) {
        String result = temporary();
        if (binary.left().type() == Type.BOOLEAN) {
            String left = value(binary.left());
            String right = value(binary.right());
            instruction(result + " = icmp " + integers + " i1 " + left + ", " + right);
            return result;
        }
        boolean asFloat = isFloat(binary);
        String left = number(binary.left(), asFloat);
        String right = number(binary.right(), asFloat);
        instruction(asFloat
                ? result + " = fcmp " + floats + " double " + left + ", " + right
                : result + " = icmp " + integers + " i64 " + left + ", " + right);
        return result;
    }

    private static String variable(Slot slot) {
        return "%v" + slot.number();
    }

    private static String type(Type type) {
        return switch (type) {
            case INTEGER -> "i64";
            case FLOAT -> "double";
            case BOOLEAN -> "i1";
            case VALUE -> throw new IllegalStateException("boxed values are kept by the runtime");
        };
    }

    private String temporary() {
        return "%t" + temporaries++;
    }

    private String newLabel(String word) {
        return word + labels++;
    }

    private void label(String label) {
        if (!terminated) {
            instruction("br label %" + label);
        }
        lines.add(label + ":");
        terminated = false;
    }

    private void jump(String label) {
        if (!terminated) {
            instruction("br label %" + label);
            terminated = true;
        }
    }

    private void instruction(String text) {
        lines.add("  " + text + debug.attachment(location));
        terminated = text.startsWith("br ") || text.startsWith("ret ");
    }
}
