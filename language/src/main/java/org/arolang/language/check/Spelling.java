package org.arolang.language.check;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the known name that a misspelt one may have meant ([DATA-71]). */
public final class Spelling {

    private static final int FARTHEST = 2;

    private Spelling() {}

    /** The nearest of {@code known} at most two edits away, among equally near ones the first in code-point order; null if none is. */
    public static @Nullable String nearest(String written, Collection<String> known) {
        String best = null;
        int bestDistance = FARTHEST + 1;
        for (String candidate : known) {
            int distance = distance(written, candidate);
            if (distance < bestDistance || distance == bestDistance && best != null && candidate.compareTo(best) < 0) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** Edits (insert, delete, replace, swap neighbours) from {@code a} to {@code b}; anything too far is just more than the limit. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > FARTHEST) {
            return FARTHEST + 1;
        }
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            int[] spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
        }
        return previous[b.length()];
    }
}
