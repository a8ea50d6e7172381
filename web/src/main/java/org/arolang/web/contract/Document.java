package org.arolang.web.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A contract's text as plain Java data: {@code LinkedHashMap} with text keys in document order, {@code ArrayList}, {@code String},
 * {@code Boolean}, {@code Long}, {@code Double} and null ([WEB-10], [WEB-14]). YAML timestamps stay text.
 */
final class Document {

    /** Nodes that the aliases of a YAML document may expand to ([WEB-60]). */
    static final int ALIAS_NODES = 100_000;

    private static final int DEPTH = 500;

    private final Map<Node, Boolean> seen = new HashMap<>();
    private int expanded;
    private int insideAlias;

    private Document() {}

    /**
     * @param json whether the text is read as JSON, otherwise as YAML 1.2
     * @throws ContractError for [WEB-12]'s first three rows
     */
    static Map<String, @Nullable Object> read(byte[] content, boolean json) {
        String text = decode(content);
        Object root = json ? ofJson(text) : ofYaml(text);
        if (root == null) throw new ContractError("OpenAPI document is empty");
        return new Shaped(root, "").map();
    }

    private static String decode(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new ContractError("OpenAPI file has invalid encoding (expected UTF-8)");
        }
    }

    // --- YAML ----------------------------------------------------------------------------------------------------

    private static @Nullable Object ofYaml(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel("openapi").setSchema(new CoreSchema()).setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(Integer.MAX_VALUE).setCodePointLimit(64 * 1024 * 1024).setParseComments(false).build();
        try {
            Node root = new Compose(settings).composeString(text).orElse(null);
            return root == null ? null : new Document().value(root, 0);
        } catch (MarkedYamlEngineException e) {
            String problem = e.getProblem() == null ? "invalid YAML" : e.getProblem();
            throw ContractError.unreadable(e.getProblemMark()
                    .map(mark -> problem + " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1)).orElse(problem));
        } catch (YamlEngineException e) {
            String message = e.getMessage();
            throw ContractError.unreadable(message == null ? "invalid YAML" : message.lines().findFirst().orElse("invalid YAML"));
        } catch (StackOverflowError _) {
            throw ContractError.unreadable("nested too deeply");
        }
    }

    private @Nullable Object value(Node node, int depth) {
        if (depth > DEPTH) throw at(node, "nested too deeply, or an alias inside its own anchor");
        Node real = node instanceof AnchorNode anchor ? anchor.getRealNode() : node;
        boolean again = real.getAnchor().isPresent() && seen.put(real, true) != null;
        if (again) insideAlias++;
        if (insideAlias > 0 && ++expanded > ALIAS_NODES) throw at(node, "aliases expand to more than " + ALIAS_NODES + " nodes");
        Object result = switch (real) {
            case MappingNode mapping -> map(mapping, depth);
            case SequenceNode sequence -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (Node item : sequence.getValue()) list.add(value(item, depth + 1));
                yield list;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw at(node, "unexpected node");
        };
        if (again) insideAlias--;
        return result;
    }

    private Map<String, @Nullable Object> map(MappingNode mapping, int depth) {
        Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(mapping.getValue().size());
        for (NodeTuple entry : mapping.getValue()) {
            Node keyNode = entry.getKeyNode() instanceof AnchorNode anchor ? anchor.getRealNode() : entry.getKeyNode();
            if (!(keyNode instanceof ScalarNode key)) throw at(keyNode, "a key must be a scalar");
            if (map.containsKey(key.getValue())) throw at(keyNode, "duplicate key " + key.getValue());
            map.put(key.getValue(), value(entry.getValueNode(), depth + 1));
        }
        return map;
    }

    private static @Nullable Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) return null;
        if (tag.equals(Tag.BOOL)) return text.equalsIgnoreCase("true");
        if (tag.equals(Tag.INT)) return integer(text);
        if (tag.equals(Tag.FLOAT)) return floating(text);
        return text;
    }

    private static Object integer(String text) {
        try {
            if (text.startsWith("0x")) return Long.parseLong(text.substring(2), 16);
            if (text.startsWith("0o")) return Long.parseLong(text.substring(2), 8);
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return floating(text);
        }
    }

    private static Object floating(String text) {
        return switch (text) {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
            case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
            case ".nan", ".NaN", ".NAN" -> Double.NaN;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException _) {
                    yield text;
                }
            }
        };
    }

    private static ContractError at(Node node, String problem) {
        return ContractError.unreadable(node.getStartMark()
                .map(mark -> problem + " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1)).orElse(problem));
    }

    // --- JSON ----------------------------------------------------------------------------------------------------

    private static @Nullable Object ofJson(String text) {
        JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) return null;
            Object root = value(parser);
            if (parser.nextToken() != null)
                throw ContractError.unreadable("text after the document at line "
                        + parser.currentTokenLocation().getLineNr() + ", column " + parser.currentTokenLocation().getColumnNr());
            return root;
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("invalid JSON");
            throw ContractError.unreadable(e.getLocation() == null
                    ? problem
                    : problem + " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw ContractError.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) list.add(value(parser));
                yield list;
            }
            case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? (Object) parser.getDoubleValue()
                    : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }
}
