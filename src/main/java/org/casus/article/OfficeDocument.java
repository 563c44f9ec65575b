package org.casus.article;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterators;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * A PDF or a document of an office program, one article: its title, and its text without what is embedded in it. Apache
 * Tika reads it, of which only the core is always there: the parsers come with {@code mvn -Pdocuments}.
 */
final class OfficeDocument implements ArticleFormat {
    /** By their first bytes; in archives the first file tells what they are. */
    private static final ImmutableMap<String, String> KINDS = ImmutableMap.of(
            "%PDF-", "PDF",
            "\u00d0\u00cf\u0011\u00e0", "a Microsoft Office document",
            "{\\rtf", "RTF");

    private static final String OFFICE = "a document of an office program or an e-book";
    private static final int NAME_AT = 30;
    private static final int MAX_TEXT = 2_000_000;
    private static final long SECONDS = 30;

    /** The threads of libraries that do not end when they are asked to should not keep the program from it. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(new ThreadFactoryBuilder()
            .setDaemon(true)
            .setNameFormat("document-%d")
            .build());

    private static Optional<String> kind(Input input) {
        String head = new String(input.head(), StandardCharsets.ISO_8859_1);
        boolean office = head.startsWith("PK\u0003\u0004")
                && (head.startsWith("[Content_Types].xml", NAME_AT) || head.startsWith("mimetype", NAME_AT));
        return office
                ? Optional.of(OFFICE)
                : KINDS.entrySet().stream()
                        .filter(kind -> head.startsWith(kind.getKey()))
                        .findFirst()
                        .map(Map.Entry::getValue);
    }

    @Override
    public boolean fits(Input input) {
        return kind(input).isPresent();
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException, UnreadableArticle {
        Draft draft = input.draft();
        String kind = kind(input).orElse(OFFICE);
        byte[] document = input.readRecord();
        Future<String> text = THREADS.submit(() -> text(document, kind, draft));
        try {
            return Iterators.singletonIterator(draft.accept(text.get(SECONDS, TimeUnit.SECONDS)));
        } catch (TimeoutException e) {
            text.cancel(true);
            throw new UnreadableArticle("too-long", "not read after %d seconds".formatted(SECONDS));
        } catch (ExecutionException e) {
            // Also of an error: a stack that overflowed, or a class that only locked documents need.
            throw e.getCause() instanceof UnreadableArticle fault ? fault : malformed(kind, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static UnreadableArticle malformed(String kind, @Nullable Throwable fault) {
        return new UnreadableArticle(
                "malformed",
                "broken or locked, though it begins as %s: %s"
                        .formatted(kind, fault == null ? "no reason given" : fault.getMessage()));
    }

    private static String text(byte[] document, String kind, Draft draft) throws UnreadableArticle {
        AutoDetectParser parser = Parsers.ALL;
        Metadata metadata = new Metadata();
        ParseContext nothingEmbedded = new ParseContext();
        nothingEmbedded.set(Parser.class, EmptyParser.INSTANCE);
        ToXMLContentHandler html = new ToXMLContentHandler();
        try {
            boolean known = parser.getParsers()
                    .containsKey(parser.getDetector().detect(new ByteArrayInputStream(document), metadata));
            if (!known) {
                throw new UnreadableArticle(
                        "unknown-format",
                        "%s, for which there is no parser; mvn -Pdocuments package brings those of Apache Tika"
                                .formatted(kind));
            }
            parser.parse(
                    new ByteArrayInputStream(document),
                    new WriteOutContentHandler(html, MAX_TEXT),
                    metadata,
                    nothingEmbedded);
        } catch (TikaException | SAXException | IOException e) {
            throw WriteLimitReachedException.isWriteLimitReached(e)
                    ? new UnreadableArticle("too-long", "a text of more than %d characters".formatted(MAX_TEXT))
                    : malformed(kind, e);
        }
        draft.put("title", metadata.get(TikaCoreProperties.TITLE));
        return SavedHtml.text(html.toString());
    }

    /** Looked for on the class path once, when the first document is read. */
    private static final class Parsers {
        static final AutoDetectParser ALL = new AutoDetectParser(TikaConfig.getDefaultConfig());
    }
}
