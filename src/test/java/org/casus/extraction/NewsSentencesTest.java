package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.ConlluArticles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * News sentences with what a reader takes from them in {@code # event = ...} and like lines; those of
 * {@code known-misses.txt} are read wrongly today, and the test says so when one of them comes right.
 */
class NewsSentencesTest {
    private static final Extractor EXTRACTOR = new Extractor();
    private static final String FILE = text("/sentences/news.conllu");
    private static final Set<String> MISSES =
            text("/sentences/known-misses.txt").lines().collect(Collectors.toSet());
    private static final Map<String, AnnotatedArticle> ARTICLES = ConlluArticles.parse(FILE).stream()
            .collect(Collectors.toMap(article -> article.article().id(), Function.identity()));

    /** One line of expectation: what kind it is, and its parts. */
    private record Expected(String kind, List<String> parts) {
        @Nullable
        String part(String name) {
            return parts.stream()
                    .filter(part -> part.startsWith(name + "="))
                    .map(part -> part.substring(name.length() + 1))
                    .findFirst()
                    .orElse(null);
        }
    }

    static Stream<Object[]> articles() {
        Map<String, List<Expected>> byId = new LinkedHashMap<>();
        List<Expected> current = new ArrayList<>();
        for (String line : FILE.lines().toList()) {
            if (line.startsWith("# newdoc id = ")) {
                current = new ArrayList<>();
                byId.put(line.substring(14), current);
            } else if (line.matches("# (event|nothappened|also|territory|office|voice|none)\\b.*")) {
                String[] sides = line.substring(2).split(" = ", 2);
                List<String> parts = sides.length == 1 ? List.of() : List.of(sides[1].split(" \\| "));
                current.add(new Expected(sides[0].strip(), parts));
            }
        }
        return byId.entrySet().stream().map(entry -> new Object[] {entry.getKey(), entry.getValue()});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("articles")
    void takesFromASentenceWhatAReaderTakes(String id, List<Expected> expected) {
        Extraction extraction = EXTRACTOR.extract(ARTICLES.get(id));

        if (MISSES.contains(id)) {
            assertThatThrownBy(() -> check(extraction, expected))
                    .as("%s comes right: take it out of known-misses.txt", id)
                    .isInstanceOf(AssertionError.class);
        } else {
            check(extraction, expected);
        }
    }

    private static void check(Extraction extraction, List<Expected> expected) {
        String text = extraction.annotated().article().text();
        for (Expected one : expected) {
            switch (one.kind()) {
                case "event" ->
                    assertThat(extraction.events()).as("%s in: %s", one, text).anyMatch(event -> tells(event, one));
                case "nothappened" ->
                    assertThat(extraction.events())
                            .as("%s in: %s", one, text)
                            .noneMatch(event -> event.factuality().happened()
                                    && one.parts().contains(event.type().name()));
                case "territory" ->
                    assertThat(extraction.territory())
                            .as("%s in: %s", one, text)
                            .anyMatch(statement -> statement
                                            .relation()
                                            .label()
                                            .equals(one.parts().get(0))
                                    && names(statement.territory(), one.part("territory"))
                                    && names(statement.holder(), one.part("holder"))
                                    && names(statement.recognisedBy(), one.part("by")));
                case "office" ->
                    assertThat(extraction.offices())
                            .as("%s in: %s", one, text)
                            .anyMatch(office ->
                                    office.person().text().contains(one.parts().get(0))
                                            && office.office()
                                                    .equalsIgnoreCase(
                                                            one.parts().get(1))
                                            && names(office.of(), one.part("of"))
                                            && office.former() == one.parts().contains("former"));
                case "voice" ->
                    assertThat(voices(extraction))
                            .as("%s in: %s", one, text)
                            .anyMatch(voice -> one.parts()
                                            .get(0)
                                            .toUpperCase(Locale.ROOT)
                                            .startsWith(voice.role().name())
                                    && voice.text().contains(one.parts().get(0).split(" ", 2)[1]));
                default -> {}
            }
        }
        Set<String> also = expected.stream()
                .filter(one -> one.kind().equals("also"))
                .flatMap(one -> Arrays.stream(one.parts().get(0).split(" ")))
                .collect(Collectors.toSet());
        assertThat(extraction.events())
                .as("nothing else happened in: %s", text)
                .allMatch(event -> !event.factuality().happened()
                        || also.contains(event.type().name())
                        || expected.stream().anyMatch(one -> one.kind().equals("event") && tells(event, one)));
    }

    private static List<Attribution> voices(Extraction extraction) {
        return Stream.concat(
                        extraction.events().stream().map(EventMention::attribution),
                        extraction.statements().stream().map(Statement::attribution))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean tells(EventMention event, Expected wanted) {
        List<String> type = List.of(wanted.parts().get(0).split(" "));
        EventTime time = event.time();
        boolean factual = wanted.parts().stream().noneMatch(part -> part.startsWith("certain"));
        return event.type().name().equals(type.get(0))
                && (type.size() == 1 || type.get(1).equals(event.mode()))
                && names(event.source(), wanted.part("source"))
                && names(event.target(), wanted.part("target"))
                && (wanted.part("place") == null
                        || (event.place() != null && names(event.place().mention(), wanted.part("place"))))
                && (wanted.part("time") == null
                        || (time != null && String.valueOf(time.text()).contains(wanted.part("time"))))
                && (wanted.part("from") == null
                        || (time != null && wanted.part("from").equals(time.earliest())))
                && (wanted.part("number") == null
                        || event.numbers().stream().anyMatch(number -> counts(number, wanted.part("number"))))
                && (!factual || event.factuality().happened());
    }

    private static boolean counts(EventNumber number, String wanted) {
        String bounds = bound(number.low()) + " " + bound(number.high());
        return wanted.endsWith(number.what() + " " + bounds);
    }

    private static String bound(@Nullable Double bound) {
        return bound == null ? "*" : Long.toString(bound.longValue());
    }

    private static boolean names(@Nullable Mention mention, @Nullable String words) {
        if (words == null) {
            return true;
        }
        return words.equals("-")
                ? mention == null
                : mention != null && mention.text().contains(words);
    }

    private static String text(String resource) {
        try (InputStream in = NewsSentencesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new IllegalStateException(resource, fault);
        }
    }
}
