package org.casus.article;

import com.google.common.collect.ImmutableSet;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** RSS and Atom: an article for each entry, with its full text where the feed has that, else with its summary. */
final class Feed implements ArticleFormat {
    private static final ImmutableSet<String> ROOTS = ImmutableSet.of("rss", "rdf", "feed");

    @Override
    public boolean fits(Input input) {
        return ROOTS.contains(Xml.root(input.headText()));
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException, UnreadableArticle {
        byte[] document = input.readRecord();
        Xml.refuseDeep(document);
        SyndFeed feed = parse(document);
        return feed.getEntries().stream().map(entry -> read(entry, feed, input)).iterator();
    }

    /** The addresses of the pages behind a feed's entries. */
    static List<URI> links(byte[] document, URI feed) throws IOException, UnreadableArticle {
        Xml.refuseDeep(document);
        List<URI> links = new ArrayList<>();
        for (SyndEntry entry : parse(document).getEntries()) {
            try {
                links.add(feed.resolve(String.valueOf(entry.getLink()).strip()));
            } catch (IllegalArgumentException e) {
                // No address: there is nothing behind this entry.
            }
        }
        return links;
    }

    private static SyndFeed parse(byte[] document) throws IOException, UnreadableArticle {
        try {
            SyndFeedInput parser = new SyndFeedInput();
            parser.setAllowDoctypes(false);
            return parser.build(new XmlReader(new ByteArrayInputStream(document)));
        } catch (FeedException | IllegalArgumentException e) {
            throw new UnreadableArticle("malformed", "broken feed: " + e.getMessage());
        }
    }

    private static Reading read(SyndEntry entry, SyndFeed feed, Input input) {
        String link = Optional.ofNullable(entry.getLink()).orElse(entry.getUri());
        Draft draft = new Draft(input.name() + (link == null ? "" : ": " + link));
        draft.put("url", link);
        draft.put("id", Optional.ofNullable(entry.getLink()).orElse(entry.getUri()));
        draft.put("title", words(entry.getTitle()));
        draft.put("date", date(entry.getPublishedDate()));
        draft.putIfAbsent("date", date(entry.getUpdatedDate()));
        draft.put("publisher", words(feed.getTitle()));
        draft.put("language", feed.getLanguage());
        try {
            return draft.accept(text(entry));
        } catch (UnreadableArticle fault) {
            return draft.reject(fault);
        }
    }

    private static String text(SyndEntry entry) throws UnreadableArticle {
        Stream<SyndContent> summary = Stream.ofNullable(entry.getDescription());
        for (SyndContent content :
                Stream.concat(entry.getContents().stream(), summary).toList()) {
            String text = content.getValue() == null ? "" : SavedHtml.text(content.getValue());
            if (!text.isBlank()) {
                return text;
            }
        }
        throw new UnreadableArticle("no-text", "no text");
    }

    private static @Nullable String date(@Nullable Date date) {
        return date == null ? null : date.toInstant().toString();
    }

    /** Many feeds escape for HTML what stands in a title. */
    private static @Nullable String words(@Nullable String text) {
        return text == null ? null : Jsoup.parseBodyFragment(text).text();
    }
}
