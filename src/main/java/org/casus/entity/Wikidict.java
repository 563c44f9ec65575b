package org.casus.entity;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.MMapDirectory;

/**
 * Names to articles of the English Wikipedia, as {@link WikidictBuild} took them from CoreNLP's wikidict (Spitkovsky
 * and Chang 2012: what links to Wikipedia are called on the web). A source of candidates: that there is such an article
 * does not say that it is about this person.
 */
public final class Wikidict implements Closeable {
    static final String NAME = "name";
    static final String TITLE = "title";

    private final MMapDirectory directory;
    private final DirectoryReader reader;

    private Wikidict(MMapDirectory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    /** That of a folder; none where it was never built. */
    public static Optional<Wikidict> open(GazetteerFolder folder) {
        try {
            if (!Files.isDirectory(folder.wikidict()) || !GazetteerIndex.isIn(folder.wikidict())) {
                return Optional.empty();
            }
            MMapDirectory directory = new MMapDirectory(folder.wikidict());
            return Optional.of(new Wikidict(directory, DirectoryReader.open(directory)));
        } catch (IOException fault) {
            throw new UncheckedIOException("no names of Wikipedia in " + folder.wikidict(), fault);
        }
    }

    /**
     * The article that a name stands for; none for a single word, and none where several articles have the name.
     *
     * @return its title as an address has it: {@code Sergey_Lavrov}
     */
    public Optional<String> title(String name) {
        SurfaceForm form = SurfaceForm.of(name);
        if (form.words() == 1) {
            return Optional.empty();
        }
        Term term = new Term(NAME, form.folded());
        Optional<String> found = Optional.empty();
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
                BinaryDocValues titles = leaf.reader().getBinaryDocValues(TITLE);
                while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    titles.advanceExact(postings.docID());
                    String title = titles.binaryValue().utf8ToString();
                    if (found.filter(other -> !other.equals(title)).isPresent()) {
                        return Optional.empty();
                    }
                    found = Optional.of(title);
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("names of Wikipedia in " + directory.getDirectory(), fault);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
