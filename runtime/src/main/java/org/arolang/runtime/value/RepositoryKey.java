package org.arolang.runtime.value;

/**
 * The form in which a field's value is looked up in an index of a repository. The Java equality of keys is
 * {@link Equality#repositoryWhere} of the values: the same kind and the same value, integers and floats by number.
 */
public final class RepositoryKey {

    private RepositoryKey() {}

    /** A key for {@code value}: mostly the value itself. */
    public static Object of(Object value) {
        return switch (value) {
            case String text -> Text.normal(text);
            case MarkedText text -> Text.normal(text.text());
            case Double number -> {
                double exact = number;
                // 2^63 itself is no integer of 64 bits.
                yield exact == (long) exact && exact != 0x1p63 ? (Object) (long) exact : number;
            }
            default -> value;
        };
    }
}
