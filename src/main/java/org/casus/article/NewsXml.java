package org.casus.article;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The XML of news agencies, NewsML-G2 and NITF: an article for each item with text. */
final class NewsXml implements ArticleFormat {
    private static final ImmutableSet<String> ROOTS =
            ImmutableSet.of("nitf", "newsmessage", "newsitem", "packageitem", "newsml");
    private static final ImmutableSet<String> ITEMS = ImmutableSet.of("newsItem", "NewsItem", "nitf");
    private static final ImmutableSet<String> BODIES = ImmutableSet.of("body.content", "inlineXML", "inlineData");

    private static final ImmutableSet<String> NO_TEXT =
            ImmutableSet.of("head", "style", "script", "table", "media", "figure", "body.head", "body.end");
    private static final ImmutableSet<String> INLINE = ImmutableSet.of(
            "a",
            "b",
            "i",
            "em",
            "strong",
            "span",
            "q",
            "sub",
            "sup",
            "u",
            "person",
            "org",
            "location",
            "city",
            "state",
            "country",
            "region",
            "chron",
            "event",
            "function",
            "money",
            "num",
            "object.title",
            "virtloc",
            "pronounce",
            "postaddr",
            "classifier",
            "alt-code");

    private static final ImmutableSet<String> HEADLINES = ImmutableSet.of("headline", "HeadLine", "hl1");

    /** The elements whose words say something of an item. */
    private static final ImmutableMap<String, String> WORDS = ImmutableMap.<String, String>builder()
            .put("title", "title")
            .put("versionCreated", "date")
            .put("contentCreated", "date")
            .put("FirstCreated", "date")
            .build();

    @Override
    public boolean fits(Input input) {
        return ROOTS.contains(Xml.root(input.headText()));
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException, UnreadableArticle {
        List<Reading> readings = new ArrayList<>();
        Xml xml = new Xml(input.readRecord());
        try {
            while (xml.next()) {
                if (xml.begins() && ITEMS.contains(xml.name())) {
                    readings.add(new Item(xml, input.draft(xml.line())).read());
                }
            }
        } catch (UnreadableArticle fault) {
            readings.add(input.draft(xml.line()).reject(fault));
        }
        return readings.iterator();
    }

    /** One item, from the element that begins it to its end. */
    private static final class Item {
        private final Xml xml;
        private final Draft draft;
        private final Paragraphs text = new Paragraphs();
        private boolean headed;

        Item(Xml xml, Draft draft) {
            this.xml = xml;
            this.draft = draft;
        }

        Reading read() throws UnreadableArticle {
            draft.put("id", xml.attribute("guid"));
            draft.put("language", xml.attribute("lang"));
            String item = xml.name();
            int within = 1;
            while (within > 0 && xml.next()) {
                if (xml.begins()) {
                    within += xml.name().equals(item) ? 1 : 0;
                    begin();
                } else if (xml.ends()) {
                    within -= xml.name().equals(item) ? 1 : 0;
                }
            }
            return draft.accept(text.toString());
        }

        private void begin() throws UnreadableArticle {
            String name = xml.name();
            if (BODIES.contains(name)) {
                readBody(name);
            } else if (HEADLINES.contains(name)) {
                readHeadline(name);
            } else if (WORDS.containsKey(name)) {
                draft.putIfAbsent(WORDS.getOrDefault(name, name), words(name));
            } else {
                readAttributes(name);
            }
        }

        private void readAttributes(String name) throws UnreadableArticle {
            switch (name) {
                case "date.issue" -> draft.put("date", xml.attribute("norm"));
                case "doc-id" -> draft.put("id", xml.attribute("id-string"));
                case "pubdata" -> {
                    draft.putIfAbsent("date", xml.attribute("date.publication"));
                    draft.putIfAbsent("publisher", xml.attribute("name"));
                }
                case "doc.copyright" -> draft.putIfAbsent("publisher", xml.attribute("holder"));
                case "language" -> draft.put("language", xml.attribute("tag"));
                case "provider" -> readProvider();
                default -> {
                    // Says nothing that is kept.
                }
            }
        }

        /** The first headline; what a file calls its title is often a word for the desk. */
        private void readHeadline(String name) throws UnreadableArticle {
            String words = words(name);
            if (!headed) {
                draft.put("title", words);
                headed = true;
            }
        }

        private void readProvider() throws UnreadableArticle {
            String literal = xml.attribute("literal");
            String words = words("provider");
            draft.putIfAbsent("publisher", words.isBlank() ? literal : words);
        }

        private String words(String element) throws UnreadableArticle {
            StringBuilder words = new StringBuilder();
            while (xml.next() && !(xml.ends() && xml.name().equals(element))) {
                words.append(xml.text());
            }
            return words.toString().strip().replaceAll("\\s+", " ");
        }

        /** The paragraphs of a body, which may be a document of HTML or NITF with a head of its own. */
        private void readBody(String body) throws UnreadableArticle {
            while (xml.next() && !(xml.ends() && xml.name().equals(body))) {
                if (xml.begins() && xml.name().equals("title")) {
                    draft.putIfAbsent("title", words("title"));
                } else if (xml.begins() && NO_TEXT.contains(xml.name())) {
                    words(xml.name());
                } else if (xml.begins() || xml.ends()) {
                    if (!INLINE.contains(xml.name())) {
                        text.end();
                    }
                } else {
                    text.append(xml.text());
                }
            }
        }
    }
}
