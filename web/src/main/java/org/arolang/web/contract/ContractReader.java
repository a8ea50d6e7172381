package org.arolang.web.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Text;
import org.arolang.web.contract.Operation.Media;
import org.arolang.web.contract.Parameter.In;
import org.arolang.web.contract.Parameter.ScalarType;
import org.arolang.web.routing.PathTemplate;
import org.jspecify.annotations.Nullable;

/** Turns a document into a contract, in document order, so that the first problem is the one reported ([WEB-12]). */
final class ContractReader {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete", "head", "options", "trace");

    private final Shaped root;
    private final References references;
    private final ResponseShapes shapes;
    private final SecurityReader security;
    private final Map<String, Operation> byId = new LinkedHashMap<>();
    private String serverUrl = "";

    private ContractReader(Map<String, @Nullable Object> document) {
        root = new Shaped(document, "");
        references = new References(document);
        shapes = new ResponseShapes(references);
        security = new SecurityReader(root);
    }

    static Contract read(Map<String, @Nullable Object> document) {
        return new ContractReader(document).contract(document);
    }

    private Contract contract(Map<String, @Nullable Object> document) {
        Shaped version = root.required("openapi");
        String openapi = version.value() instanceof Number ? version.scalarText() : String.valueOf(version.text());
        if (!openapi.startsWith("3.")) throw new ContractError("Unsupported OpenAPI version: " + openapi);
        Shaped info = root.required("info");
        String title = info.required("title").scalarText();
        info.required("version").scalarText();
        for (Map.Entry<String, Shaped> entry : root.entries()) {
            Shaped place = entry.getValue();
            switch (entry.getKey()) {
                case "servers" -> serverUrl = firstServer(place);
                case "paths" -> paths(place);
                case "webhooks" -> webhooks(place);
                case "components" -> components(place);
                default -> {
                }
            }
        }
        return new Contract(title, serverUrl, List.copyOf(byId.values()), document, references);
    }

    private static String firstServer(Shaped servers) {
        for (Shaped server : servers.items()) {
            Shaped url = server.at("url");
            String text = url.isAbsent() ? "" : url.scalarText();
            for (Map.Entry<String, Shaped> variable : server.at("variables").entries()) {
                Shaped value = variable.getValue().at("default");
                if (!value.isAbsent()) text = text.replace("{" + variable.getKey() + "}", value.scalarText());
            }
            return text;
        }
        return "";
    }

    private void components(Shaped components) {
        for (Map.Entry<String, Shaped> schema : components.at("schemas").entries()) {
            if (schema.getValue().value() instanceof Boolean) continue;
            schema.getValue().map();
            references.checkSchema(schema.getValue().value());
        }
        for (Map.Entry<String, Shaped> parameter : components.at("parameters").entries()) {
            Shaped place = references.resolve(parameter.getValue(), "parameter");
            references.checkSchema(place.at("schema").value());
        }
    }

    // --- operations ----------------------------------------------------------------------------------------------

    private void paths(Shaped paths) {
        for (Map.Entry<String, Shaped> entry : paths.entries()) {
            if (!entry.getKey().startsWith("/")) continue; // x-... and other extensions
            pathItem(entry.getValue(), entry.getKey(), null);
        }
    }

    private void webhooks(Shaped webhooks) {
        for (Map.Entry<String, Shaped> entry : webhooks.entries()) {
            String name = entry.getKey();
            if (name.startsWith("x-")) continue;
            pathItem(entry.getValue(), name.startsWith("/") ? name : "/" + name, name);
        }
    }

    /** @param fallbackId the id of operations that have none; null when that is an error */
    private void pathItem(Shaped item, String path, @Nullable String fallbackId) {
        if (item.isAbsent()) return;
        Shaped resolved = references.resolve(item, "path item");
        List<Parameter> shared = parameters(resolved.at("parameters"));
        for (Map.Entry<String, Shaped> entry : resolved.entries()) {
            if (!METHODS.contains(entry.getKey())) continue;
            Operation operation = operation(entry.getValue(), entry.getKey().toUpperCase(Locale.ROOT), path, shared, fallbackId);
            Operation other = byId.putIfAbsent(operation.id(), operation);
            if (other != null)
                throw new ContractError("Duplicate operationId '" + operation.id() + "' found:\n  - " + other.title()
                        + "\n  - " + operation.title());
        }
    }

    private Operation operation(Shaped place, String method, String path, List<Parameter> shared, @Nullable String fallbackId) {
        Shaped idPlace = place.at("operationId");
        String id = idPlace.isAbsent() ? "" : idPlace.scalarText();
        if (id.isEmpty()) {
            if (fallbackId == null) throw new ContractError("Missing operationId for " + method + " " + path);
            id = fallbackId;
        }
        List<Parameter> parameters = merge(shared, parameters(place.at("parameters")));
        Shaped body = place.at("requestBody");
        boolean required = false;
        List<Media> bodies = List.of();
        if (!body.isAbsent()) {
            body = references.resolve(body, "request body");
            required = body.at("required").flag();
            bodies = media(body.at("content"));
        }
        return new Operation(id, method, PathTemplate.of(path), place.at("deprecated").flag(), parameters, required, bodies,
                responses(place.at("responses")), security.of(place.at("security")));
    }

    private static List<Parameter> merge(List<Parameter> shared, List<Parameter> own) {
        if (shared.isEmpty()) return own;
        Map<String, Parameter> merged = new LinkedHashMap<>();
        for (Parameter parameter : shared) merged.put(parameter.in() + " " + parameter.name(), parameter);
        for (Parameter parameter : own) merged.put(parameter.in() + " " + parameter.name(), parameter);
        return List.copyOf(merged.values());
    }

    private List<Media> media(Shaped content) {
        List<Media> media = new ArrayList<>();
        for (Map.Entry<String, Shaped> entry : content.entries()) {
            if (entry.getKey().startsWith("x-")) continue;
            Object schema = entry.getValue().isAbsent() ? null : entry.getValue().at("schema").value();
            references.checkSchema(schema);
            String type = entry.getKey();
            int semicolon = type.indexOf(';');
            String bare = (semicolon < 0 ? type : type.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
            media.add(new Media(bare, type, asMap(schema)));
        }
        return List.copyOf(media);
    }

    @SuppressWarnings("unchecked") // Document makes no other maps.
    private static @Nullable Map<String, @Nullable Object> asMap(@Nullable Object schema) {
        return schema instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }

    // --- parameters ----------------------------------------------------------------------------------------------

    private List<Parameter> parameters(Shaped list) {
        List<Parameter> parameters = new ArrayList<>();
        for (Shaped item : list.items()) {
            Parameter parameter = parameter(references.resolve(item, "parameter"));
            if (parameter != null) parameters.add(parameter);
        }
        return List.copyOf(parameters);
    }

    private @Nullable Parameter parameter(Shaped place) {
        String name = place.required("name").scalarText();
        In in = In.find(place.required("in").text());
        if (in == null) throw place.at("in").mismatch("parameter location");
        Object schema = place.at("schema").value();
        if (schema == null) {
            for (Media media : media(place.at("content"))) schema = media.schema();
        }
        references.checkSchema(schema);
        Map<String, @Nullable Object> resolved = references.schema(schema);
        boolean array = shapes.isArray(schema);
        ScalarType type = scalarType(array && resolved != null ? resolved.get("items") : schema);
        String style = String.valueOf(place.at("style").isAbsent() ? "form" : place.at("style").scalarText());
        Shaped explode = place.at("explode");
        Object defaultValue = resolved == null || resolved.get("default") == null ? null : typed(resolved.get("default"), type, array);
        boolean known = style.equals("form") || style.equals("spaceDelimited") || style.equals("pipeDelimited");
        return new Parameter(name, in, in == In.PATH || place.at("required").flag(), place.at("deprecated").flag(),
                place.at("allowEmptyValue").flag(), array && (!known || in != In.QUERY) ? ScalarType.TEXT : type,
                array && known && in == In.QUERY, style, explode.isAbsent() ? style.equals("form") : explode.flag(), defaultValue,
                asMap(schema));
    }

    private ScalarType scalarType(@Nullable Object schema) {
        return switch (shapes.typeWord(schema)) {
            case "integer" -> ScalarType.INTEGER;
            case "number" -> ScalarType.NUMBER;
            case "boolean" -> ScalarType.BOOLEAN;
            default -> ScalarType.TEXT;
        };
    }

    private static Object typed(@Nullable Object data, ScalarType type, boolean array) {
        if (array && data instanceof List<?> list) {
            ListValue.Builder elements = new ListValue.Builder(list.size());
            for (Object item : list) elements.add(typed(item, type, false));
            return elements.build();
        }
        Object value = ContractValues.of(data);
        String text = value instanceof String already ? already : Text.of(value);
        Object parsed = type.parse(text);
        if (parsed == null && type == ScalarType.INTEGER && value instanceof Double number && number == Math.rint(number)) {
            parsed = number.longValue();
        }
        return parsed == null ? text : parsed;
    }

    // --- responses -----------------------------------------------------------------------------------------------

    private Responses responses(Shaped place) {
        if (place.isAbsent()) return Responses.NONE;
        Map<String, Responses.Facts> facts = new LinkedHashMap<>();
        for (Map.Entry<String, Shaped> entry : place.entries()) {
            if (entry.getKey().startsWith("x-")) continue;
            String key = entry.getKey().toLowerCase(Locale.ROOT).replace('x', 'X');
            facts.put(key, entry.getValue().isAbsent()
                    ? Responses.Facts.UNDECLARED
                    : response(references.resolve(entry.getValue(), "response")));
        }
        return new Responses(facts);
    }

    private Responses.Facts response(Shaped place) {
        List<Media> media = media(place.at("content"));
        Media json = null;
        boolean eventStream = false;
        for (Media candidate : media) {
            int rank = rank(candidate);
            if (rank > 0 && (json == null || rank > rank(json))) json = candidate;
            eventStream |= candidate.type().equals("text/event-stream");
        }
        String raw = null;
        if (media.size() == 1) {
            Media only = media.getFirst();
            if (!only.isJson() && only.type().indexOf('*') < 0) raw = withCharset(only);
        }
        Map<String, @Nullable Object> schema = json == null ? null : json.schema();
        return new Responses.Facts(shapes.shape(schema),
                shapes.shape(schema) == Responses.Shape.SCALAR ? shapes.scalars(schema) : List.of(),
                raw, eventStream, headers(place.at("headers")), schema);
    }

    private static int rank(Media media) {
        return media.type().equals("application/json") ? 3 : media.isJson() ? 2 : media.type().equals("*/*") ? 1 : 0;
    }

    private static String withCharset(Media media) {
        String written = media.written().trim();
        boolean textual = media.type().startsWith("text/") || media.type().equals("application/xml")
                || media.type().equals("application/javascript");
        return textual && !written.toLowerCase(Locale.ROOT).contains("charset=") ? written + "; charset=utf-8" : written;
    }

    private List<Responses.Header> headers(Shaped place) {
        List<Responses.Header> headers = new ArrayList<>();
        for (Map.Entry<String, Shaped> entry : place.entries()) {
            if (entry.getValue().isAbsent()) continue;
            Shaped header = references.resolve(entry.getValue(), "header");
            Object schema = header.at("schema").value();
            references.checkSchema(schema);
            Map<String, @Nullable Object> map = references.schema(schema);
            Object value = map == null ? null : map.get("const") != null ? map.get("const") : map.get("default");
            if (value == null || value instanceof Map || value instanceof List) continue;
            String name = entry.getKey();
            if (isOurs(name) || !isToken(name)) continue;
            String text = value instanceof String already ? already : Text.of(ContractValues.of(value));
            if (text.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127)) continue;
            headers.add(new Responses.Header(name, text));
        }
        return List.copyOf(headers);
    }

    private static boolean isOurs(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "content-type", "content-length", "transfer-encoding", "connection" -> true;
            default -> false;
        };
    }

    private static boolean isToken(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127 && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0);
    }
}
