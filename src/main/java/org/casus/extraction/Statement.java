package org.casus.extraction;

import java.util.List;
import org.casus.article.Span;

/** Who said what, where no coded act is in it. */
public record Statement(String id, List<Attribution> attribution, boolean quoted, Span content, int sentence) {
    public Statement {
        attribution = List.copyOf(attribution);
    }
}
