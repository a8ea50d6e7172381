package org.arolang.web.request;

import java.util.List;
import org.arolang.runtime.value.Binary;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.MalformedJson;
import org.arolang.web.contract.ContractSchemas;
import org.arolang.web.contract.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A request's body as the feature set sees it ([WEB-80]).
 *
 * @param media the declared media type it falls under, or null
 * @param files the parts with a file name
 */
public record Body(Object value, Operation.@Nullable Media media, ListValue files) {

    /** No body at all. */
    public static final Body EMPTY = new Body("", null, ListValue.EMPTY);

    /** Whether there was none. */
    public boolean isEmpty() {
        return "".equals(value);
    }

    /**
     * Reads a body by its media type.
     *
     * @param operation the operation it is for
     * @throws BadRequest when it is malformed, or missing although it is required
     */
    public static Body parse(byte[] bytes, MediaType type, Operation operation, ContractSchemas schemas) throws BadRequest {
        if (bytes.length == 0) {
            if (operation.bodyRequired()) throw BadRequest.of("Request body is required");
            return EMPTY;
        }
        MediaType effective = type;
        if (type.type().isEmpty() && operation.bodies().size() == 1) effective = MediaType.of(operation.bodies().getFirst().type());
        Operation.Media media = operation.bodies().isEmpty() ? null : operation.bodyFor(effective.type());
        if (effective.isJson()) return new Body(schemas.numbers(json(bytes), media), media, ListValue.EMPTY);
        if (effective.isForm()) return new Body(schemas.formNumbers(FormBody.parse(bytes), media), media, ListValue.EMPTY);
        if (effective.isMultipart()) {
            MultipartBody.Parsed parsed = MultipartBody.parse(bytes, effective.parameter("boundary"));
            return new Body(schemas.formNumbers(parsed.fields(), media), media, parsed.files());
        }
        if (media == null && !operation.bodies().isEmpty() && !type.type().isEmpty()) {
            throw BadRequest.unsupported(unsupported(operation, type));
        }
        Binary binary = Binary.of(bytes);
        String text = binary.text();
        return new Body(text == null ? binary : text, media, ListValue.EMPTY);
    }

    /**
     * What a client is told whose body is of a type that the operation does not take ([WEB-84]): with request validation every undeclared
     * type, otherwise those that are read as plain text or binary, since fields would have to be guessed out of them.
     */
    public static String unsupported(Operation operation, MediaType type) {
        List<String> supported = operation.bodies().stream().map(Operation.Media::type).sorted().toList();
        return "Content-Type '" + type.header() + "' is not supported. Supported types: " + String.join(", ", supported);
    }

    private static Object json(byte[] bytes) throws BadRequest {
        try {
            return Json.parse(bytes);
        } catch (MalformedJson _) {
            throw BadRequest.of("Malformed JSON request body");
        }
    }
}
