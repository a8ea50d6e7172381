package org.arolang.web.contract;

/** What is wrong with a contract: the {@code <message>} of [WEB-12] or the text of [WEB-21], lines separated by {@code \n}. */
public final class ContractError extends RuntimeException {

    public ContractError(String message) {
        super(message, null, false, false);
    }

    /** {@code Failed to parse OpenAPI specification: <detail>}. */
    static ContractError unreadable(String detail) {
        return new ContractError("Failed to parse OpenAPI specification: " + detail);
    }

    /** The text; never null. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
