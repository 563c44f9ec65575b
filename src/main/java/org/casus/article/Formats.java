package org.casus.article;

import com.google.common.collect.ImmutableList;

/** The formats that are read, told by what an input holds before what it is called. */
final class Formats {
    /** An archive in an archive in an archive, and no further. */
    private static final int MAX_DEPTH = 3;

    private final ImmutableList<ArticleFormat> all;

    Formats(FieldNames names) {
        all = ImmutableList.of(
                new OfficeDocument(),
                new Zip(this),
                new Warc(),
                new JsonArray(names),
                new JsonLines(names),
                new Feed(),
                new NewsXml(),
                new SavedHtml(),
                new Mailbox(),
                new Mail(),
                new Table(names),
                new PlainText());
    }

    ArticleFormat of(Input input) throws UnreadableArticle {
        if (input.isEmpty()) {
            throw new UnreadableArticle("empty", "an empty file");
        }
        if (input.depth() > MAX_DEPTH) {
            throw new UnreadableArticle("too-deep", "an archive more than %d deep in others".formatted(MAX_DEPTH));
        }
        Signature.refuse(input);
        return all.stream()
                .filter(format -> format.fits(input))
                .findFirst()
                .orElseThrow(() -> new UnreadableArticle("unknown-format", fault(input)));
    }

    private static String fault(Input input) {
        return (Xml.root(input.headText()).isEmpty() ? "format .%s".formatted(input.extension()) : "this kind of XML")
                + " is not known; text, HTML, JSON, CSV, TSV, RSS, Atom, NewsML, NITF, e-mail, WARC, ZIP and gzip are read";
    }
}
