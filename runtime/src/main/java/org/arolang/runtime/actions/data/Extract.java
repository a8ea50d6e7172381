package org.arolang.runtime.actions.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.arolang.language.check.VerbCatalog.Role;
import org.arolang.runtime.Failure;
import org.arolang.runtime.Missing;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Call;
import org.arolang.runtime.action.Declaration;
import org.arolang.runtime.action.Noun;
import org.arolang.runtime.action.Operand;
import org.arolang.runtime.action.Operation;
import org.arolang.runtime.execution.Environment;
import org.arolang.runtime.execution.Settings;
import org.arolang.runtime.value.Extraction;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.Kind;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.SchemaTypes;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/** Takes a part of a value ([DATA-50] to [DATA-59]); as Parse it reads texts by their format ([DATA-195] to [DATA-197]). */
final class Extract implements Action {

    private static final Declaration DECLARATION = Declaration.of("Extract", Role.REQUEST, "extract", "get", "parse")
            .prepositions("from", "via")
            .rebinds()
            .bindsExpressionDirectly()
            .description("Take a part of a value: a field, list elements, a date's property, an environment variable; read text as data")
            .searchTerms("get", "field", "property", "path", "first", "last", "newest", "json", "schema", "environment", "parameter",
                    "link header")
            .shapes("Extract the <result> from the <object: path>.", "Extract the <result: key> from the <object>.",
                    "Extract the <newest: 0-19> from the <list>.", "Extract the <order: Schema> from the <body>.",
                    "Extract the <home> from the <env: HOME>.", "Extract the <port> from the <parameter: port> default 8080.",
                    "Parse the <links: link-header> from the <text>.", "Parse the <data: yaml> from the <text>.")
            .example("A field", """
                Create the <user> with { name: "Ann", home: { city: "Ulm" } }.
                Extract the <city> from the <user: home.city>.
                Log <city> to the <console>.
                """, "Ulm\n")
            .example("What is missing has a default", """
                Create the <user> with { name: "Ann" }.
                Extract the <city> from the <user: home.city> default "nowhere".
                Extract the <port> from the <parameter: port> default 8080.
                Log <city> to the <console>.
                Log <port> to the <console>.
                """, "nowhere\n8080\n")
            .example("List elements, newest first", """
                Create the <days> with ["mon", "tue", "wed", "thu"].
                Extract the <newest: 0> from the <days>.
                Extract the <some: 1-2> from the <days>.
                Extract the <oldest: first> from the <days>.
                Log <newest> to the <console>.
                Log <some> to the <console>.
                Log <oldest> to the <console>.
                """, "thu\n[wed, tue]\nmon\n")
            .example("Text that is data", """
                Create the <raw> with "{\\"kind\\": \\"fern\\"}".
                Extract the <kind> from the <raw: kind>.
                Log <kind> to the <console>.
                """, "fern\n")
            .example("A Link header", """
                Parse the <links: link-header> from "<http://s.test/?p=2>; rel=\\"next\\"".
                Log <links: next> to the <console>.
                """, "http://s.test/?p=2\n")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Operation prepare(Call call) {
        Operation extract = extract(call);
        Operand otherwise = call.defaultValue();
        return otherwise == null ? extract : withDefault(extract, otherwise);
    }

    /** The default is for what does not exist; an environment variable and a query parameter are the empty text then ([SYN-415]). */
    private static Operation withDefault(Operation extract, Operand otherwise) {
        return (activation, operands) -> {
            Object value;
            try {
                value = extract.perform(activation, operands);
            } catch (Missing _) {
                return otherwise.in(operands);
            }
            return Text.isText(value) && Text.of(value).isEmpty() ? otherwise.in(operands) : value;
        };
    }

    private static Operation extract(Call call) {
        Noun result = Required.result(call, "Extract");
        Noun object = call.object();
        if (call.verb().equalsIgnoreCase("parse")) {
            Function<String, Object> format = format(result.first().toLowerCase(Locale.ROOT), call);
            if (format != null) {
                return parsing(Required.object(call, "Parse"), format);
            }
        }
        SchemaTypes schemas = call.application().schemas();
        if (object == null) {
            Operand source = Required.object(call, "Extract");
            Extraction extraction = Extraction.of(List.of(), result.specifiers(), false, schemas);
            return (_, operands) -> extracted(extraction, source.in(operands), result);
        }
        if (object.is("env") || object.is("parameter")) {
            Extraction extraction = Extraction.of(List.of(), result.specifiers(), false, schemas);
            return object.is("env") ? environment(object, extraction) : parameter(object, extraction);
        }
        Extraction extraction = Extraction.of(List.of(), result.specifiers(), !object.hasQualifier(), schemas);
        if (object.hasQualifier() && call.defaultValue() != null) {
            return variable(call, object, result, Extraction.of(object.specifiers(), result.specifiers(), false, schemas));
        }
        if (object.hasQualifier()) {
            Operand source = Required.object(call, "Extract");
            return (_, operands) -> extracted(extraction, source.in(operands), result);
        }
        return variable(call, object, result, extraction);
    }

    private static Operation environment(Noun object, Extraction extraction) {
        String name = object.raw();
        return (activation, _) -> {
            Environment environment = activation.application().environment();
            return extraction.extract(name.isEmpty() ? environment.all() : environment.read(name));
        };
    }

    private static Operation parameter(Noun object, Extraction extraction) {
        String name = object.raw();
        return (activation, _) -> {
            var parameters = activation.application().parameters();
            return extraction.extract(name.isEmpty() ? parameters.all() : parameters.read(name, object.span()));
        };
    }

    /** A variable, or the settings of that name when no variable has it ([DATA-52]). */
    private static Operation variable(Call call, Noun object, Noun result, Extraction extraction) {
        Operand variable = Required.operand(call.objectVariable(), "Extract", "an object");
        String name = object.name();
        Settings settings = call.application().settings();
        return (_, operands) -> {
            Object source = variable.orNull(operands);
            if (source == null) {
                ObjectValue category = settings.read(name);
                source = category == null ? variable.in(operands) : category;
            }
            return extracted(extraction, source, result);
        };
    }

    /** What is missing is what the result's qualifier asks for. */
    private static Object extracted(Extraction extraction, Object source, Noun result) {
        try {
            return extraction.extract(source);
        } catch (Missing missing) {
            throw missing.span() == null ? new Missing(missing.text(), result.span()) : missing;
        }
    }

    private static Operation parsing(Operand source, Function<String, Object> format) {
        return (_, operands) -> {
            Object value = source.in(operands);
            String text = Text.string(value);
            if (text == null) {
                throw new Failure("Type mismatch: expected 'String', got '" + Kind.nameOf(value) + "'");
            }
            return format.apply(text);
        };
    }

    /** What reads texts of the format that a Parse names; null when it names none. */
    private static @Nullable Function<String, Object> format(String name, Call call) {
        return switch (name) {
            case "link-header" -> text -> ObjectValue.copyOf(LinkHeader.parse(text));
            case "json" -> Json::parse;
            case "yaml", "csv", "tsv", "xml", "toml", "env" -> {
                TextFormats formats = call.application().extension(TextFormats.class);
                Function<String, Object> reader = formats == null ? null : formats.reader(name);
                if (reader == null) {
                    throw new Failure("Service not registered: '" + name + "'");
                }
                yield reader;
            }
            default -> null;
        };
    }
}
