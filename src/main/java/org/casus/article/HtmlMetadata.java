package org.casus.article;

import com.google.common.collect.ImmutableListMultimap;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the head of a page says of its article: JSON-LD first, then OpenGraph and the older meta elements. */
final class HtmlMetadata {
    /** Where each value is looked for: the names of meta elements, the best first. */
    private static final ImmutableListMultimap<String, String> NAMES = ImmutableListMultimap.<String, String>builder()
            .putAll("title", "og:title", "twitter:title", "dc.title", "dcterms.title", "title")
            .putAll("date", "article:published_time", "og:article:published_time", "datepublished")
            .putAll("date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date")
            .putAll("date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "date")
            .putAll("publisher", "og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
            .putAll("url", "og:url", "twitter:url")
            .putAll("language", "og:locale", "dc.language", "dcterms.language", "content-language", "language")
            .build();

    private HtmlMetadata() {}

    static void read(Document page, Draft draft) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            JsonLd.read(script.data(), draft);
        }
        NAMES.forEach((key, name) -> meta(page, name)
                .filter(value -> !key.equals("date") || ArticleDate.iso(value).isPresent())
                .ifPresent(value -> draft.putIfAbsent(key, value)));
        draft.putIfAbsent("date", attribute(page, "article time[datetime], time[itemprop=datePublished]", "datetime"));
        draft.putIfAbsent("url", attribute(page, "link[rel=canonical]", "href"));
        draft.putIfAbsent("language", attribute(page, "html", "lang"));
        draft.putIfAbsent("title", page.title());
    }

    private static Optional<String> meta(Document page, String name) {
        return page.select("meta[content]").stream()
                .filter(meta -> name.equalsIgnoreCase(meta.attr("property"))
                        || name.equalsIgnoreCase(meta.attr("name"))
                        || name.equalsIgnoreCase(meta.attr("itemprop"))
                        || name.equalsIgnoreCase(meta.attr("http-equiv")))
                .map(meta -> meta.attr("content").strip())
                .filter(content -> !content.isEmpty())
                .findFirst();
    }

    private static String attribute(Document page, String selector, String attribute) {
        Element first = page.selectFirst(selector);
        return first == null ? "" : first.attr(attribute);
    }
}
