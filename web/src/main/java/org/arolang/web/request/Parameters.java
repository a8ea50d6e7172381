package org.arolang.web.request;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.web.contract.Operation;
import org.arolang.web.contract.Parameter;
import org.arolang.web.contract.Parameter.In;
import org.arolang.web.contract.Parameter.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * The declared parameters of one operation, and how to read them from a request ([WEB-69] to [WEB-76]). Made once per operation,
 * immutable.
 */
public final class Parameters {

    private final List<Parameter> declared;
    private final List<Parameter> checked;
    private final List<String> pathNames;

    public Parameters(Operation operation) {
        declared = operation.parameters();
        pathNames = operation.template().names();
        checked = declared.stream().filter(parameter -> parameter.type() != ScalarType.TEXT
                || parameter.required() && parameter.in() != In.PATH).toList();
    }

    /** All declared parameters. */
    public List<Parameter> declared() {
        return declared;
    }

    /**
     * Checks that required parameters are there and typed ones can be read.
     *
     * @throws BadRequest for the first, in declaration order, that is not
     */
    public void check(RequestHead head, String[] pathValues) throws BadRequest {
        for (Parameter parameter : checked) {
            Object value = read(parameter, head, pathValues);
            if (value == null && parameter.required() && parameter.in() != In.PATH) {
                throw BadRequest.of("Required " + decapitalized(parameter.in().title()) + " '" + parameter.name() + "' is missing");
            }
        }
    }

    private static String decapitalized(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** A declared parameter's value, its default included; null when it is absent. */
    public @Nullable Object read(Parameter parameter, RequestHead head, String[] pathValues) throws BadRequest {
        Object value = sent(parameter, head, pathValues);
        return value == null ? parameter.defaultValue() : value;
    }

    /** A declared parameter's value as it was sent; null when it was not. */
    public @Nullable Object sent(Parameter parameter, RequestHead head, String[] pathValues) throws BadRequest {
        String text = switch (parameter.in()) {
            case PATH -> {
                int index = pathNames.indexOf(parameter.name());
                yield index < 0 ? null : pathValues[index];
            }
            case HEADER -> head.header(parameter.name());
            case COOKIE -> head.cookies().get(parameter.name());
            case QUERY -> parameter.style().equals("form") ? head.query().last(parameter.name()) : head.query().first(parameter.name());
        };
        if (text == null) return null;
        if (parameter.in() == In.QUERY) {
            if (parameter.array()) return list(parameter, head.query());
            if (text.isEmpty() && !parameter.allowEmptyValue()) return null;
        }
        return typed(parameter, text);
    }

    /** An array parameter ([WEB-71]). */
    private static @Nullable ListValue list(Parameter parameter, QueryString query) throws BadRequest {
        List<String> items = query.all(parameter.name());
        if (!parameter.explode() || !parameter.style().equals("form")) {
            String separator = switch (parameter.style()) {
                case "spaceDelimited" -> " ";
                case "pipeDelimited" -> "|";
                default -> ",";
            };
            items = Arrays.asList(items.getFirst().split(Pattern.quote(separator), -1));
        }
        if (items.size() == 1 && items.getFirst().isEmpty() && !parameter.allowEmptyValue()) return null;
        ListValue.Builder list = new ListValue.Builder(items.size());
        for (String item : items) list.add(typed(parameter, item));
        return list.build();
    }

    private static Object typed(Parameter parameter, String text) throws BadRequest {
        Object value = parameter.type().parse(text);
        if (value == null) {
            throw BadRequest.of(parameter.in().title() + " '" + parameter.name() + "' must be " + parameter.type().words());
        }
        return value;
    }

    // --- what the feature set sees -------------------------------------------------------------------------------

    /** {@code <pathParameters>}. */
    ObjectValue path(RequestHead head, String[] pathValues) {
        ObjectValue.Builder object = new ObjectValue.Builder(pathValues.length);
        for (int i = 0; i < pathValues.length; i++) object.put(pathNames.get(i), pathValues[i]);
        for (Parameter parameter : declared) {
            if (parameter.in() == In.PATH && parameter.type() != ScalarType.TEXT)
                put(object, parameter, parameter.name(), head, pathValues);
        }
        return object.build();
    }

    /** {@code <queryParameters>}: an absent one is its default or the empty text. */
    LazyObject query(RequestHead head) {
        return new LazyObject(name -> {
            Parameter parameter = find(In.QUERY, name);
            Object value = parameter == null ? head.query().last(name) : readChecked(parameter, head);
            return value == null ? "" : value;
        }, () -> {
            ObjectValue.Builder object = new ObjectValue.Builder();
            head.query().into(object);
            for (Parameter parameter : declared) {
                if (parameter.in() == In.QUERY) put(object, parameter, parameter.name(), head, new String[0]);
            }
            return object.build();
        });
    }

    /** {@code <headerParameters>}: the declared headers, by lower-case names. */
    LazyObject headers(RequestHead head) {
        return new LazyObject(name -> {
            Parameter parameter = find(In.HEADER, name);
            return parameter == null ? null : readChecked(parameter, head);
        }, () -> {
            ObjectValue.Builder object = new ObjectValue.Builder();
            for (Parameter parameter : declared) {
                if (parameter.in() == In.HEADER) {
                    put(object, parameter, parameter.name().toLowerCase(Locale.ROOT), head, new String[0]);
                }
            }
            return object.build();
        });
    }

    /** {@code <headers>}: all headers, in any case; a declared one that is absent is its default ([WEB-69]). */
    LazyObject allHeaders(RequestHead head) {
        return new LazyObject(name -> {
            String value = head.header(name);
            if (value != null) return value;
            Parameter parameter = find(In.HEADER, name);
            return parameter == null ? null : parameter.defaultValue();
        }, head::allHeaders);
    }

    /** {@code <cookieParameters>}: the declared cookies. */
    ObjectValue cookies(RequestHead head) {
        ObjectValue.Builder object = new ObjectValue.Builder();
        for (Parameter parameter : declared) {
            if (parameter.in() == In.COOKIE) put(object, parameter, parameter.name(), head, new String[0]);
        }
        return object.build();
    }

    private @Nullable Parameter find(In in, String name) {
        for (Parameter parameter : declared) {
            if (parameter.in() == in && (in == In.HEADER ? parameter.name().equalsIgnoreCase(name) : parameter.name().equals(name))) {
                return parameter;
            }
        }
        return null;
    }

    private void put(ObjectValue.Builder object, Parameter parameter, String key, RequestHead head, String[] pathValues) {
        Object value;
        try {
            value = read(parameter, head, pathValues);
        } catch (BadRequest _) {
            return; // check() has refused such a request.
        }
        if (value != null) object.put(key, value);
    }

    private @Nullable Object readChecked(Parameter parameter, RequestHead head) {
        try {
            return read(parameter, head, new String[0]);
        } catch (BadRequest _) {
            return null;
        }
    }

    /** The parameters with their places, for validation ([WEB-130]): {@code query.limit}. */
    public Map<String, Object> values(RequestHead head, String[] pathValues) throws BadRequest {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : declared) {
            Object value = sent(parameter, head, pathValues);
            if (value != null && parameter.schema() != null) values.put(parameter.in().key() + "." + parameter.name(), value);
        }
        return values;
    }
}
