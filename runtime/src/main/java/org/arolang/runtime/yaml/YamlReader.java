package org.arolang.runtime.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Makes values of a YAML text. The library finds the structure; what a scalar means is decided here ([IO-54], [IO-61]). Used once. */
final class YamlReader {

    private static final int MOST_ALIASES = 1000;
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern FLOAT = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+([eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+)");

    private final Map<Node, Object> known = new IdentityHashMap<>();
    private final Set<Node> open = new HashSet<>();
    private int aliases;

    Object read(String text) throws MalformedYaml {
        LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            List<Object> documents = new ArrayList<>();
            for (Node document : new Compose(settings).composeAllFromString(text)) {
                documents.add(value(document));
            }
            return switch (documents.size()) {
                case 0 -> Null.NULL;
                case 1 -> documents.getFirst();
                default -> ListValue.copyOf(documents);
            };
        } catch (MarkedYamlEngineException failure) {
            throw malformed(failure.getProblemMark(), failure.getProblem());
        } catch (YamlEngineException failure) {
            throw new MalformedYaml(1, 1, firstLine(failure.getMessage()));
        }
    }

    private Object value(Node node) throws MalformedYaml {
        Node real = node instanceof AnchorNode anchor ? anchor.getRealNode() : node;
        Object before = known.get(real);
        if (before != null) {
            if (++aliases > MOST_ALIASES) {
                throw malformed(node.getStartMark(), "more than 1,000 aliases");
            }
            return before;
        }
        if (!open.add(real)) {
            throw malformed(node.getStartMark(), "an alias inside of what it stands for");
        }
        Object value = switch (real) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> list(sequence);
            case MappingNode mapping -> object(mapping);
            default -> throw malformed(node.getStartMark(), "unknown kind of value");
        };
        open.remove(real);
        known.put(real, value);
        return value;
    }

    private ListValue list(SequenceNode sequence) throws MalformedYaml {
        ListValue.Builder list = new ListValue.Builder();
        for (Node element : sequence.getValue()) {
            list.add(value(element));
        }
        return list.build();
    }

    private ObjectValue object(MappingNode mapping) throws MalformedYaml {
        ObjectValue.Builder object = new ObjectValue.Builder();
        for (NodeTuple entry : mapping.getValue()) {
            Node key = entry.getKeyNode();
            Node real = key instanceof AnchorNode anchor ? anchor.getRealNode() : key;
            object.put(real instanceof ScalarNode scalar ? scalar.getValue() : Text.of(value(key)), value(entry.getValueNode()));
        }
        return object.build();
    }

    private static Object scalar(ScalarNode node) {
        String text = node.getValue();
        return node.getScalarStyle() == ScalarStyle.PLAIN ? plain(text.strip()) : text;
    }

    /** What a plain scalar means. */
    static Object plain(String text) {
        switch (text) {
            case "", "~", "null", "Null", "NULL" :
                return Null.NULL;
            case "true", "True", "TRUE" :
                return true;
            case "false", "False", "FALSE" :
                return false;
            default :
        }
        if (INTEGER.matcher(text).matches()) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException _) {
                return text;
            }
        }
        return FLOAT.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }

    private static MalformedYaml malformed(Optional<Mark> mark, String reason) {
        return new MalformedYaml(
                mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, firstLine(reason));
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "not readable" : text.lines().findFirst().orElse("not readable");
    }
}
