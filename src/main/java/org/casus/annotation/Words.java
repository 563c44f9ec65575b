package org.casus.annotation;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The words of a sentence, or a part of it, as they are made plain; outside of it stands nothing. */
final class Words extends AbstractList<Word> {
    private final List<Word> words;

    Words(Collection<Word> words) {
        this.words = new ArrayList<>(words);
    }

    @Override
    public Word get(int i) {
        return words.get(i);
    }

    @Override
    public int size() {
        return words.size();
    }

    @Override
    public Word set(int i, Word word) {
        return words.set(i, word);
    }

    @Override
    public void add(int i, Word word) {
        words.add(i, word);
    }

    @Override
    public Word remove(int i) {
        return words.remove(i);
    }

    boolean is(int i, String tags) {
        return i >= 0 && i < size() && get(i).is(tags);
    }

    boolean says(int i, String forms) {
        return i >= 0 && i < size() && get(i).says(forms);
    }
}
