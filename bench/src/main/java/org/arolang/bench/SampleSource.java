package org.arolang.bench;

/** A long program with every common kind of statement. */
final class SampleSource {

    private static final String FEATURE_SETS = """
        (order NUMBER: Order Handler) when <total> > 10 {
            Extract the <order> from the <event: order>.
            Extract the <lines> from the <order: lines>.
            Compute the <count: length> from <lines>.
            Compute the <net> from <order: total> * 0.81 - 3 / (<count> + 1).
            Create the <summary> with {
                id: <order: id>,
                label: "Order ${<order: id>} of ${<order: customer.name>}",
                tags: ["new", "NUMBER", 3.5, true],
                net: <net>
            }.
            for each <line> at <index> in <lines> where <line: price> > 2 {
                Compute the <value> from <line: price> * <line: quantity>.
                Log "${<index>}: ${<value>}" to the <console> when <value> >= 100 and not <line: free>.
            }
            Filter the <big> from the <lines> where <price> > 50 and (<name> contains "x" or <stock> is empty).
            Reduce the <sum> from the <big> with sum(<price>).
            match <order: state> {
                case "open" { Emit an <OpenedNUMBER: event> with <summary>. }
                case /^clos/i { Log "closed" to the <console>. }
                otherwise { Throw an <InvalidState: error> for the <order>. }
            }
            Store the <summary> into the <order-repository>.
            Retrieve the <known> from the <order-repository> where <label> is "none" default 0.
            Log <sum> to the <console>.
            Log <known> to the <console>.
            Return an <OK: status> with <summary>.
        }

        """;

    private SampleSource() {}

    /** At least so many lines, of which each feature set has its own names. */
    static String lines(int lines) {
        StringBuilder source = new StringBuilder("(Application-Start: Bench) {\n    Return an <OK: status> for the <application>.\n}\n\n");
        int each = (int) FEATURE_SETS.lines().count();
        for (int i = 0; i * each < lines; i++) {
            source.append(FEATURE_SETS.replace("NUMBER", "n" + i));
        }
        return source.toString();
    }
}
