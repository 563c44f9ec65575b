package org.casus.annotation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.casus.article.Article;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * What is annotated on an article -> bytes, and back with the article: a checksum, and JSON of arrays without names.
 * The words are not in it but in the article's text. Only the version that wrote it can read it.
 */
public final class AnnotationBytes {
    private static final JsonMapper JSON = mapper();

    private AnnotationBytes() {}

    private record Annotations(
            List<ReadSentence> sentences,
            List<Coreference> coreferences,
            @Nullable List<OpenTriple> openTriples) {}

    private record ReadSentence(List<ReadToken> tokens, List<EntityMention> names, List<TimeExpression> times) {}

    /** @param gap characters between the token before and this one */
    private record ReadToken(int gap, int length, String lemma, String pos, int governor, String relation) {}

    private static JsonMapper mapper() {
        // Half a surrogate pair can be written as an escape alone.
        JsonMapper.Builder builder = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII);
        List.of(
                        Annotations.class,
                        ReadSentence.class,
                        ReadToken.class,
                        EntityMention.class,
                        TimeExpression.class,
                        Coreference.class,
                        OpenTriple.class,
                        Span.class)
                .forEach(type -> builder.withConfigOverride(
                        type, config -> config.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY))));
        return builder.build();
    }

    public static byte[] write(AnnotatedArticle annotated) {
        List<ReadSentence> sentences = new ArrayList<>();
        int end = 0;
        for (Sentence sentence : annotated.sentences()) {
            sentences.add(new ReadSentence(tokens(sentence, end), sentence.names(), sentence.times()));
            end = sentence.span().end();
        }
        try {
            byte[] json = JSON.writeValueAsBytes(
                    new Annotations(sentences, annotated.coreferences(), annotated.openTriples()));
            return ByteBuffer.allocate(Integer.BYTES + json.length)
                    .putInt(checksum(json))
                    .put(json)
                    .array();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write annotations: " + e.getOriginalMessage(), e);
        }
    }

    /** Empty where the bytes are not whole, or were not made of this text. */
    public static Optional<AnnotatedArticle> read(Article article, byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int checksum = buffer.getInt();
        byte[] json = new byte[buffer.remaining()];
        buffer.get(json);
        if (checksum != checksum(json)) {
            return Optional.empty();
        }
        try {
            return Optional.of(annotated(article, JSON.readValue(json, Annotations.class)));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException otherText) {
            return Optional.empty();
        }
    }

    private static int checksum(byte[] json) {
        CRC32C checksum = new CRC32C();
        checksum.update(json);
        return (int) checksum.getValue();
    }

    private static List<ReadToken> tokens(Sentence sentence, int from) {
        List<ReadToken> tokens = new ArrayList<>();
        int end = from;
        for (Token token : sentence.tokens()) {
            Span span = token.span();
            int i = token.index();
            tokens.add(new ReadToken(
                    span.begin() - end,
                    span.end() - span.begin(),
                    token.lemma(),
                    token.pos(),
                    sentence.governor(i),
                    sentence.relation(i)));
            end = span.end();
        }
        return tokens;
    }

    private static AnnotatedArticle annotated(Article article, Annotations read) {
        List<Sentence> sentences = new ArrayList<>();
        int end = 0;
        for (ReadSentence sentence : read.sentences()) {
            Sentence whole = sentence(article.text(), sentences.size(), end, sentence);
            sentences.add(whole);
            end = whole.span().end();
        }
        return new AnnotatedArticle(article, sentences, read.coreferences(), read.openTriples());
    }

    private static Sentence sentence(String text, int index, int from, ReadSentence read) {
        List<Token> tokens = new ArrayList<>();
        List<Dependency> dependencies = new ArrayList<>();
        int end = from;
        for (ReadToken token : read.tokens()) {
            int begin = end + token.gap();
            end = begin + token.length();
            dependencies.add(new Dependency(token.governor(), tokens.size(), token.relation()));
            Span span = new Span(begin, end);
            tokens.add(new Token(tokens.size(), span, span.of(text), token.lemma(), token.pos()));
        }
        Span span = new Span(tokens.get(0).span().begin(), end);
        return new Sentence(index, span, tokens, dependencies, read.names(), read.times());
    }
}
