package org.arolang.compiler.template;

import java.util.List;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;

/**
 * A parsed template.
 *
 * @param path its path as programs write it
 * @param blocks its content in order; what could not be read is left out
 * @param problems what is wrong with it, in the order found
 */
public record Template(String path, SourceFile file, List<Block> blocks, List<Problem> problems) {

    public Template {
        blocks = List.copyOf(blocks);
        problems = List.copyOf(problems);
    }

    /**
     * Something wrong.
     *
     * @param detail the detail of [WEB-303], with its line
     */
    public record Problem(String detail, Span span) {}

    /** Whether there is nothing in it but text. */
    public boolean isStatic() {
        return problems.isEmpty() && blocks.stream().allMatch(block -> block instanceof Block.Text);
    }

    /** The cause of [WEB-303] for a problem. */
    public String cause(Problem problem) {
        return "Template parse error in " + path + ": " + problem.detail();
    }
}
