package org.casus.annotation;

import com.google.common.collect.ForwardingList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The words of a sentence, or a part of it, as they are made plain; outside of it stands nothing. */
final class Words extends ForwardingList<Word> {
    private final List<Word> words;

    Words(Collection<Word> words) {
        this.words = new ArrayList<>(words);
    }

    @Override
    protected List<Word> delegate() {
        return words;
    }

    boolean is(int i, String tags) {
        return i >= 0 && i < size() && get(i).is(tags);
    }

    boolean says(int i, String forms) {
        return i >= 0 && i < size() && get(i).says(forms);
    }
}
