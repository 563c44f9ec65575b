package org.casus.article;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** An e-mail, one article: its subject, its date, its sender as the publisher, and its text, plain before HTML. */
final class Mail implements ArticleFormat {
    private static final ImmutableSet<String> EXTENSIONS = ImmutableSet.of("eml", "mime");
    private static final Pattern HEADER = Pattern.compile("^[A-Za-z][A-Za-z0-9-]*: ?.*");
    private static final Pattern TELLING =
            Pattern.compile("(?i)^(received|return-path|message-id|mime-version|from|delivered-to): ?.*");
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(Input.MAX_RECORD_BYTES)
            .setMaxHeaderLen(100_000)
            .setMaxHeaderCount(1000)
            .setMaxContentLen(Input.MAX_RECORD_BYTES)
            .build();

    /** The library recurses; a mail that forwards a forwarded one has some ten. */
    private static final int MAX_PARTS = 100;

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary\\s{0,9}=|message/");

    @Override
    public boolean fits(Input input) {
        return EXTENSIONS.contains(input.extension()) || beginsWithHeader(input.headText());
    }

    /** Two lines at least, of which one is seldom the beginning of anything else. */
    private static boolean beginsWithHeader(String head) {
        String[] lines = head.split("\r?\n", 4);
        return lines.length > 3
                && Stream.of(lines)
                        .limit(2)
                        .allMatch(
                                line -> HEADER.matcher(line).matches() || line.startsWith(" ") || line.startsWith("\t"))
                && Stream.of(lines)
                        .limit(3)
                        .anyMatch(line -> TELLING.matcher(line).matches());
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException {
        Draft draft = input.draft();
        try {
            return Iterators.singletonIterator(read(input.readRecord(), draft));
        } catch (UnreadableArticle fault) {
            return Iterators.singletonIterator(draft.reject(fault));
        }
    }

    /** The reading of a message that stands alone or in a mailbox. */
    static Reading read(byte[] mail, Draft draft) throws IOException {
        try {
            return draft.accept(text(mail, draft));
        } catch (UnreadableArticle fault) {
            return draft.reject(fault);
        }
    }

    private static String text(byte[] mail, Draft draft) throws IOException, UnreadableArticle {
        if (BOUNDARY.matcher(new String(mail, StandardCharsets.ISO_8859_1))
                        .results()
                        .count()
                > MAX_PARTS) {
            throw new UnreadableArticle("too-deep", "more than %d parts".formatted(MAX_PARTS));
        }
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(CONFIG);
        try {
            Message message = builder.parseMessage(new ByteArrayInputStream(mail));
            readHeader(message, draft);
            return text(message);
        } catch (MimeIOException e) {
            throw new UnreadableArticle("malformed", "broken e-mail: " + e.getMessage());
        }
    }

    private static void readHeader(Message message, Draft draft) {
        draft.put("id", message.getMessageId());
        draft.put("title", message.getSubject());
        Optional.ofNullable(message.getDate())
                .ifPresent(date -> draft.put("date", date.toInstant().toString()));
        Stream.ofNullable(message.getFrom())
                .flatMap(senders -> senders.stream())
                .findFirst()
                .ifPresent(sender -> {
                    draft.put("publisher", sender.getDomain());
                    draft.put("publisher", sender.getName());
                });
        Optional.ofNullable(message.getHeader().getField("Content-Language"))
                .ifPresent(language -> draft.put("language", language.getBody()));
    }

    private static String text(Message message) throws IOException, UnreadableArticle {
        Optional<TextBody> plain = find(message, "text/plain");
        if (plain.isPresent()) {
            return content(plain.get()).replace("\r\n", "\n");
        }
        Optional<TextBody> html = find(message, "text/html");
        if (html.isPresent()) {
            return SavedHtml.text(content(html.get()));
        }
        throw new UnreadableArticle("no-text", "no text");
    }

    private static Optional<TextBody> find(Entity part, String type) {
        Body body = part.getBody();
        if (body instanceof Multipart parts) {
            return parts.getBodyParts().stream()
                    .flatMap(inner -> find(inner, type).stream())
                    .findFirst();
        }
        boolean attached = "attachment".equalsIgnoreCase(part.getDispositionType());
        return body instanceof TextBody text && type.equals(part.getMimeType()) && !attached
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String content(TextBody body) throws IOException, UnreadableArticle {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.writeTo(bytes);
        Charset charset = Optional.ofNullable(body.getMimeCharset())
                .flatMap(Encoding::charset)
                .filter(named -> !named.equals(StandardCharsets.US_ASCII))
                .orElse(StandardCharsets.UTF_8);
        return new Encoding(charset, 0).decode(bytes.toByteArray());
    }
}
