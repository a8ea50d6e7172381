package org.arolang.runtime.execution;

import java.util.List;
import org.arolang.language.source.SourceFile;
import org.arolang.language.source.Span;

/**
 * A statement as reports of failures speak of it. Made when the program is loaded; immutable.
 *
 * @param file where it stands
 * @param span the statement from its verb to before the final dot
 * @param sentence [APP-55] with the final dot: {@code Cannot extract the id from the pathParameters: id.}
 * @param clientSentence the same as far as an HTTP client may read it ([WEB-160])
 * @param readsRequest whether it extracts from what came with an HTTP request, directly or through variables, so that a missing value is
 *     the client's fault ([WEB-160])
 * @param objectName the object noun's base name, or the empty text
 * @param usedNames the bound names the statement uses, sorted; {@code --debug} shows their values
 */
public record Site(
        SourceFile file,
        Span span,
        String sentence,
        String clientSentence,
        boolean readsRequest,
        String objectName,
        List<String> usedNames) {}
