package org.casus.annotation;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;

/** The one annotator that all tests tagged {@code models} share. */
public final class SharedAnnotator {
    private static final Supplier<Annotator> ANNOTATOR = Suppliers.memoize(Annotator::new);

    private SharedAnnotator() {}

    public static Annotator get() {
        return ANNOTATOR.get();
    }
}
