package org.casus.classification;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;

/** The one classifier that all tests tagged {@code models} share. */
public final class SharedClassifier {
    private static final Supplier<Classifier> CLASSIFIER = Suppliers.memoize(Classifier::new);

    private SharedClassifier() {}

    public static Classifier get() {
        return CLASSIFIER.get();
    }
}
