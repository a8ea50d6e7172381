package org.arolang.compiler.lower;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.arolang.compiler.code.Code;
import org.arolang.compiler.code.Slot;
import org.arolang.compiler.code.Step;
import org.arolang.compiler.code.Unit;
import org.arolang.compiler.template.Block;
import org.arolang.compiler.template.Places;
import org.arolang.compiler.template.Template;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;
import org.arolang.language.tree.Expression;
import org.arolang.language.tree.Reference;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.code.Supplier;
import org.arolang.runtime.code.Supplies;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.FeatureSetCode.FreeName;
import org.arolang.runtime.execution.Site;
import org.arolang.runtime.template.Appending;
import org.arolang.runtime.template.Filter;
import org.arolang.runtime.template.Rendering;
import org.arolang.runtime.template.TemplateReads;
import org.arolang.runtime.template.ValueOutput;

/** Lowers a template to the executable form of a feature set: its text and values become statements that append. Used once. */
public final class TemplateLowering {

    private final Template template;
    private final SourceFile file;
    private final Places places;
    private final FeatureSetLowering statements;
    private final Names names;
    private final TemplateExpressions expressions;
    private final Map<String, Integer> free = new LinkedHashMap<>();

    /**
     * @param places where the template's blocks stand
     */
    public TemplateLowering(LoweringContext context, Template template, Places places) {
        this.template = template;
        this.file = template.file();
        this.places = places;
        boolean html = places.isHtml();
        this.statements = new FeatureSetLowering(
                context,
                file,
                template.path(),
                "Template",
                (scope, _, hasContract) -> new TemplateExpressions(scope, this::fromCaller, hasContract, html, false));
        this.names = statements.names();
        this.expressions = new TemplateExpressions(names, this::fromCaller, context.hasContract(), html, true);
    }

    /** The executable form of the template, which has no problems. */
    public Unit lower() {
        List<Step> steps = new ArrayList<>();
        blocks(template.blocks(), steps);
        return statements.unit(template.path(), steps, null);
    }

    /** The names that the template reads from its caller's scope, in the order of their numbers. */
    public List<String> freeNames() {
        return List.copyOf(free.keySet());
    }

    private Slot fromCaller(Reference reference) {
        String name = reference.base();
        Slot slot = names.free(name);
        slot.markReadUnbound();
        if (!free.containsKey(name)) {
            int index = free.size();
            free.put(name, index);
            statements.entries().add(new Unit.Entry(slot, entry(reference, index)));
        }
        return slot;
    }

    /** The variable of the caller, else a published symbol ([APP-49]). */
    private Supplier entry(Reference reference, int index) {
        if (ContextName.find(reference.base()) != null) {
            return activation -> Rendering.of(activation).free(index);
        }
        Supplier symbol = Supplies.symbol(new FreeName(reference.base(), statements.sites().use(reference)));
        return activation -> {
            Object value = Rendering.of(activation).free(index);
            return value == null ? symbol.get(activation) : value;
        };
    }

    private void blocks(List<Block> blocks, List<Step> steps) {
        Sequence sequence = new Sequence();
        for (Block block : blocks) {
            switch (block) {
                case Block.Text text -> sequence.add(text);
                case Block.Value value -> {
                    sequence.add(value);
                    if (sequence.isFull()) {
                        sequence.finish(steps);
                    }
                }
                case Block.Loop loop -> {
                    sequence.finish(steps);
                    loop(loop, steps);
                }
                case Block.Section section -> {
                    sequence.finish(steps);
                    section(section, steps);
                }
                case Block.Statements written -> {
                    sequence.finish(steps);
                    if (places.differ()) {
                        steps.add(perform(Appending.enter(places.of(written)), List.of(), written.span()));
                    }
                    steps.addAll(statements.block(written.statements()));
                }
                case Block.Nothing _ -> {}
            }
        }
        sequence.finish(steps);
    }

    private Step perform(Operation operation, List<Code> operands, Span span) {
        List<Integer> order = IntStream.range(0, operands.size()).boxed().toList();
        return new Step.Perform(new Code.Invoke(operation, operands, order, List.of(), span), null, false, site(span));
    }

    /** Text and values that follow each other and become one step: large templates are small programs that way. */
    private final class Sequence {

        private static final int LONGEST = 16;

        private final List<byte[]> texts = new ArrayList<>();
        private final List<ValueOutput> outputs = new ArrayList<>();
        private final List<Code> values = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Span span = Span.at(0);

        void add(Block.Text block) {
            begin(block.span());
            text.append(file.text(block.span()));
        }

        void add(Block.Value block) {
            begin(block.span());
            List<Filter> filters = new ArrayList<>();
            boolean hasDefault = false;
            for (Block.FilterCall call : block.filters()) {
                filters.add(Filter.of(call.name(), call.argument()));
                hasDefault |= call.name().equals("default");
            }
            endText();
            values.add(hasDefault ? expressions.lowerLenient(block.expression()) : expressions.lower(block.expression()));
            outputs.add(new ValueOutput(filters, places.of(block).escaping(), block.span()));
        }

        private void begin(Span first) {
            if (texts.isEmpty() && text.isEmpty()) {
                span = first;
            }
        }

        private void endText() {
            texts.add(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }

        boolean isFull() {
            return values.size() == LONGEST;
        }

        /** Adds the step, if there is something to append, and begins anew. */
        void finish(List<Step> steps) {
            if (texts.isEmpty() && text.isEmpty()) {
                return;
            }
            endText();
            steps.add(perform(Appending.sequence(List.copyOf(texts), List.copyOf(outputs)), List.copyOf(values), span));
            texts.clear();
            outputs.clear();
            values.clear();
        }
    }

    private void loop(Block.Loop loop, List<Step> steps) {
        Code collection = new Code.Apply(TemplateReads::elements, expressions.lower(loop.collection()), loop.collection().span());
        BitSet before = names.state();
        names.enterLoopBody();
        Slot item = names.bind(loop.item());
        item.keepBoxed();
        names.markBound(item);
        Slot index = null;
        if (loop.index() != null) {
            index = names.bind(loop.index());
            index.addBinding(new Code.Constant(0L, loop.span()));
            names.markBound(index);
        }
        List<Step> body = new ArrayList<>();
        blocks(loop.body(), body);
        List<Slot> locals = names.leaveLoopBody();
        names.restore(before);
        steps.add(new Step.ForEach(collection, item, index, null, body, locals, site(loop.span())));
    }

    /** [WEB-318]: an undefined variable alone is false. */
    private void section(Block.Section section, List<Step> steps) {
        boolean alone = section.condition() instanceof Expression.Variable;
        Code condition = alone ? expressions.lowerLenient(section.condition()) : expressions.lower(section.condition());
        BitSet before = names.state();
        List<Step> then = new ArrayList<>();
        blocks(section.then(), then);
        BitSet afterThen = names.state();
        names.restore(before);
        List<Step> otherwise = new ArrayList<>();
        blocks(section.otherwise(), otherwise);
        names.meet(afterThen);
        steps.add(new Step.If(condition, then, otherwise, site(section.span())));
    }

    /** Failures are reported with the line alone: the statement to blame is the one that renders the template ([WEB-303]). */
    private Site site(Span span) {
        String sentence = "Cannot render the template: " + template.path() + ".";
        return new Site(file, span, sentence, sentence, false, "", List.of());
    }
}
