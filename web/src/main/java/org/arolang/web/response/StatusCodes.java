package org.arolang.web.response;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Status names of programs, codes and reason phrases ([WEB-4], [WEB-140]). */
public final class StatusCodes {

    private static final Map<String, Integer> BY_NAME = new HashMap<>();
    private static final Map<String, Integer> SEEN = new ConcurrentHashMap<>();
    private static final int REMEMBERED = 1000;

    static {
        String names = """
            200 ok success;201 created;202 accepted;203 nonauthoritativeinformation;204 nocontent;205 resetcontent;206 partialcontent;\
            301 movedpermanently;302 found redirect;303 seeother;304 notmodified;307 temporaryredirect;308 permanentredirect;\
            400 badrequest invalid;401 unauthorized;402 paymentrequired;403 forbidden;404 notfound;405 methodnotallowed;\
            406 notacceptable;408 requesttimeout;409 conflict;410 gone;411 lengthrequired;412 preconditionfailed;\
            413 payloadtoolarge contenttoolarge;415 unsupportedmediatype;418 imateapot;\
            422 unprocessable unprocessableentity unprocessablecontent;423 locked;424 faileddependency;425 tooearly;\
            428 preconditionrequired;429 toomanyrequests;451 unavailableforlegalreasons;\
            500 error servererror internalerror internalservererror;501 notimplemented;502 badgateway;\
            503 serviceunavailable unavailable;504 gatewaytimeout;507 insufficientstorage""";
        for (String entry : names.split(";")) {
            String[] words = entry.split(" ");
            for (int i = 1; i < words.length; i++) BY_NAME.put(words[i], Integer.valueOf(words[0]));
        }
    }

    private StatusCodes() {}

    /** The code of a status name as programs write it, in any case, with or without {@code -}, {@code _} and blanks; 0 when unknown. */
    public static int of(String name) {
        Integer seen = SEEN.get(name);
        if (seen != null) return seen;
        Integer code = BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", ""), 0);
        if (SEEN.size() < REMEMBERED) SEEN.put(name, code);
        return code;
    }

    /** The reason phrase of a code. */
    public static String reason(int code) {
        return switch (code) {
            case 100 -> "Continue";
            case 101 -> "Switching Protocols";
            case 200 -> "OK";
            case 201 -> "Created";
            case 202 -> "Accepted";
            case 203 -> "Non-Authoritative Information";
            case 204 -> "No Content";
            case 205 -> "Reset Content";
            case 206 -> "Partial Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 303 -> "See Other";
            case 304 -> "Not Modified";
            case 307 -> "Temporary Redirect";
            case 308 -> "Permanent Redirect";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 402 -> "Payment Required";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 411 -> "Length Required";
            case 412 -> "Precondition Failed";
            case 413 -> "Payload Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 418 -> "I'm a Teapot";
            case 422 -> "Unprocessable Entity";
            case 423 -> "Locked";
            case 424 -> "Failed Dependency";
            case 425 -> "Too Early";
            case 426 -> "Upgrade Required";
            case 428 -> "Precondition Required";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 451 -> "Unavailable For Legal Reasons";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            case 507 -> "Insufficient Storage";
            default -> code >= 500 ? "Server Error" : code >= 400 ? "Client Error" : "Status " + code;
        };
    }

    /** Whether responses with this code have no body ([WEB-153]). */
    public static boolean isBodyless(int code) {
        return code < 200 || code == 204 || code == 205 || code == 304;
    }

    /** Whether a {@code location} in the data is a redirect ([WEB-154]). */
    static boolean isRedirect(int code) {
        return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
    }
}
