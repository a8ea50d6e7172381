package org.arolang.compiler.template;

import java.util.concurrent.atomic.AtomicReference;
import org.arolang.compiler.code.Unit;
import org.arolang.compiler.jvm.JvmCompiler;
import org.arolang.compiler.lower.LoweringContext;
import org.arolang.compiler.lower.TemplateLowering;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Body;
import org.arolang.runtime.execution.Scope;
import org.arolang.runtime.execution.StatementFailure;
import org.arolang.runtime.template.FreeVariables;
import org.arolang.runtime.template.OutputBuffer;
import org.arolang.runtime.template.Place;
import org.arolang.runtime.template.Rendering;
import org.arolang.runtime.value.MarkedText;
import org.arolang.runtime.value.Origin;
import org.jspecify.annotations.Nullable;

/** A template that runs. Thread-safe. */
final class CompiledTemplate {

    /** A larger output's array is not kept for the next rendering. */
    private static final int LARGEST_KEPT = 1 << 20;

    private final String path;
    private final Place start;
    private final Origin origin;
    private final Body body;
    private final FreeVariables free;
    /** The array of the last rendering, for the next one. */
    private final AtomicReference<@Nullable OutputBuffer> spare = new AtomicReference<>();
    private volatile int lastSize = 2_048;

    private CompiledTemplate(String path, Place start, Origin origin, Body body, FreeVariables free) {
        this.path = path;
        this.start = start;
        this.origin = origin;
        this.body = body;
        this.free = free;
    }

    /** Compiles a template without problems whose output begins at {@code start}. */
    static CompiledTemplate compile(LoweringContext context, Template template, Place start, Origin origin) {
        TemplateLowering lowering = new TemplateLowering(context, template, Places.of(template, start));
        Unit unit = lowering.lower();
        Body body = load(unit, template.path());
        return new CompiledTemplate(template.path(), start, origin, body, new FreeVariables(lowering.freeNames()));
    }

    private static Body load(Unit unit, String path) {
        try {
            return JvmCompiler.load(JvmCompiler.compile(unit)).body();
        } catch (IllegalArgumentException tooLarge) {
            // A class file holds so many constants and so much code and no more: some thousand blocks.
            throw new Failure("Template parse error in " + path + ": Too many blocks in one template", tooLarge);
        }
    }

    /**
     * The rendered text.
     *
     * @param depth how many renderings wait for this one
     */
    MarkedText render(Activation caller, Scope scope, int depth) {
        OutputBuffer output = spare.getAndSet(null);
        if (output == null) {
            output = new OutputBuffer(lastSize + (lastSize >> 3));
        } else {
            output.clear();
        }
        renderInto(caller, new Rendering(caller.trigger(), scope, free, output, depth, start));
        byte[] utf8 = output.toByteArray();
        if (output.capacity() <= LARGEST_KEPT) {
            spare.set(output);
        } else {
            lastSize = Math.min(utf8.length, LARGEST_KEPT);
        }
        return MarkedText.ofUtf8(utf8, origin);
    }

    /** Appends the text to the output of the template that includes this one. */
    void include(Activation caller, Rendering including, Scope scope) {
        renderInto(caller, new Rendering(caller.trigger(), scope, free, including.output(), including.depth() + 1, start));
    }

    /** The template runs as part of its caller's execution, with variables and an output of its own. */
    private void renderInto(Activation caller, Rendering rendering) {
        try {
            body.run(new Activation(caller.application(), caller.code(), rendering, caller.cause()));
            rendering.output().checkLimit();
        } catch (StatementFailure failed) {
            throw new Failure(cause(failed), failed);
        }
    }

    /** [WEB-303]; what an included template failed with is left as it is. */
    private String cause(StatementFailure failed) {
        String detail = failed.failure().text();
        if (detail.startsWith("Template render error in ") || detail.startsWith("Template parse error in ")) {
            return detail;
        }
        return "Template render error in " + path + ": line " + failed.file().lineOf(failed.span().start()) + ": " + detail;
    }
}
