package org.casus.article;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** A saved web page, one article: what its head says of it, and the paragraphs of its main text. */
final class SavedHtml implements ArticleFormat {
    private static final ImmutableSet<String> EXTENSIONS = ImmutableSet.of("html", "htm", "xhtml");
    private static final ImmutableSet<String> ROOTS = ImmutableSet.of("html", "head", "body");
    private static final Pattern DECLARED = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]+)");

    /** Real pages stay under 100; the libraries recurse, and a stack has an end. */
    private static final int MAX_DEPTH = 500;

    static boolean looksLikeHtml(String head) {
        return ROOTS.contains(Xml.root(head));
    }

    @Override
    public boolean fits(Input input) {
        return EXTENSIONS.contains(input.extension()) || looksLikeHtml(input.headText());
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException {
        Draft draft = input.draft();
        try {
            Document page = parse(decode(input));
            HtmlMetadata.read(page, draft);
            return Iterators.singletonIterator(draft.accept(HtmlText.read(page)));
        } catch (UnreadableArticle fault) {
            return Iterators.singletonIterator(draft.reject(fault));
        }
    }

    private static String decode(Input input) throws IOException, UnreadableArticle {
        Optional<Encoding> known = Encoding.ofMark(input.head()).or(() -> declared(input));
        byte[] page = input.readRecord();
        return known.isPresent() ? known.get().decode(page) : Encoding.decodeText(page);
    }

    private static Optional<Encoding> declared(Input input) {
        Matcher declaration = DECLARED.matcher(input.headText());
        Optional<Charset> named = declaration.find() ? Encoding.charset(declaration.group(1)) : Optional.empty();
        return input.charset().or(() -> named).map(Encoding::asBrowsersDo);
    }

    /** The paragraphs of a piece of HTML, all of which is text. */
    static String text(String fragment) throws UnreadableArticle {
        return HtmlText.paragraphs(parse(fragment).body());
    }

    private static Document parse(String html) throws UnreadableArticle {
        Document page = Parser.htmlParser().setMaxDepth(MAX_DEPTH + 1).parseInput(html, "");
        int[] deepest = {0};
        NodeVisitor measure = (node, depth) -> deepest[0] = Math.max(deepest[0], depth);
        page.traverse(measure);
        if (deepest[0] >= MAX_DEPTH) {
            throw new UnreadableArticle("too-deep", "elements nested more than %d deep".formatted(MAX_DEPTH));
        }
        return page;
    }
}
