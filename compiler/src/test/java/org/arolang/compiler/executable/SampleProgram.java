package org.arolang.compiler.executable;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/** The Java side of the executables under test. It runs inside them, from a jar of its own. */
public final class SampleProgram {

    /** A function that adds one to its second parameter, and the table that leads to it. */
    static final String IR = """
        define internal i32 @step(ptr %frame, i32 %pc) {
        entry:
          %next = add nsw i32 %pc, 1
          ret i32 %next
        }
        @aro_functions = constant [1 x ptr] [ptr @step]
        """;

    private SampleProgram() {
    }

    /** Calls the function of the program at this address; the launcher provides it. */
    private static native int step(long function, long frame, int pc);

    public static void main(long functions, long archive, long archiveLength, String[] arguments) throws Throwable {
        MemorySegment step = MemorySegment.ofAddress(functions).reinterpret(8).get(ADDRESS, 0);
        var handle = Linker.nativeLinker().downcallHandle(step, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        int next = (int) handle.invokeExact(MemorySegment.NULL, 41);
        byte[] text = MemorySegment.ofAddress(archive).reinterpret(archiveLength).toArray(JAVA_BYTE);
        System.out.println("hello " + next + " " + new String(text, StandardCharsets.UTF_8) + " " + List.of(arguments));
        if (step(step.address(), 0, 6) != (int) handle.invokeExact(MemorySegment.NULL, 6))
            throw new AssertionError("two ways, two results");
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "exit" -> System.exit(Integer.parseInt(arguments[1]));
            case "throw" -> throw new IllegalStateException("oops");
            case "print" -> System.out.println(System.getenv(arguments[1]) + " " + System.getProperty(arguments[2]));
            case "path" -> System.out.println(Path.of(arguments[1]).getFileName());
            case "wait" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
                System.out.println("waiting");
                Thread.sleep(60_000);
            }
            default -> {
            }
        }
    }
}
