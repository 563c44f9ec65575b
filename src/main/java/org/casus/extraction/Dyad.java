package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who to whom, as heads of their phrases; at least one of them is known. */
record Dyad(@Nullable Integer source, @Nullable Integer target) {
    private static final int LONGEST_PATH = 6;

    /** The dependency paths from the parties up to a trigger, as an explanation shows them. */
    String paths(Syntax syntax, int trigger) {
        StringBuilder paths = new StringBuilder();
        if (source != null) {
            paths.append(" source=").append(path(syntax, source, trigger));
        }
        if (target != null) {
            paths.append(" target=").append(path(syntax, target, trigger));
        }
        return paths.toString();
    }

    /** The relations from a party up to the trigger, or up to the root where it does not hang below it. */
    private static String path(Syntax syntax, int from, int to) {
        List<String> relations = new ArrayList<>();
        int node = from;
        while (node >= 0 && node != to && relations.size() < LONGEST_PATH) {
            relations.add(syntax.sentence().relation(node));
            node = syntax.sentence().governor(node);
        }
        return String.join("<", relations);
    }
}
