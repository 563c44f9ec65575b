package org.casus.article;

import java.util.List;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** A page to the paragraphs of its main text, with a blank line between them. */
final class HtmlText implements NodeFilter {
    /** Links are made absolute against it before they are thrown away; without one that fails loudly. */
    private static final String ANY_ADDRESS = "https://page.invalid/";

    private static final String NO_TEXT =
            "title, script, style, noscript, template, figure, table, button, nav, aside, footer, svg, iframe";

    private final Paragraphs text = new Paragraphs();

    private HtmlText() {}

    static String read(Document page) {
        // Readability changes the page that it works on, and finds nothing in some short ones.
        Document copy = page.clone();
        Element main = new Readability4J(ANY_ADDRESS, copy).parse().getArticleContent();
        return Optional.ofNullable(main)
                .map(HtmlText::paragraphs)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> fallback(page));
    }

    private static String fallback(Document page) {
        return List.of("[itemprop=articleBody]", "article", "main", "body").stream()
                .flatMap(selector -> Optional.ofNullable(page.selectFirst(selector)).stream())
                .map(HtmlText::paragraphs)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The paragraphs of an element, whatever stands in it. */
    static String paragraphs(Element root) {
        HtmlText paragraphs = new HtmlText();
        root.filter(paragraphs);
        return paragraphs.text.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (element.is(NO_TEXT)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            endParagraph(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            endParagraph(element);
        }
        return FilterResult.CONTINUE;
    }

    private void endParagraph(Element element) {
        if (element.isBlock() || element.normalName().equals("br")) {
            text.end();
        }
    }
}
