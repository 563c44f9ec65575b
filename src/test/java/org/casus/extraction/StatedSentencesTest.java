package org.casus.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.ConlluArticles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sentences with all that they state of land, offices and relations in {@code # territory = ...}, {@code # office =
 * ...} and {@code # relation = ...}; and sentences that have the words and state nothing of the kind. What is found
 * beside that is wrong too.
 */
class StatedSentencesTest {
    private static final Extractor EXTRACTOR = new Extractor();

    static Stream<Object[]> territory() {
        return sentences("territory");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("territory")
    void statesWhoseLandItIs(String text, List<String> stated, AnnotatedArticle article) {
        check(text, stated, EXTRACTOR.extract(article).territory(), StatedSentencesTest::parts);
    }

    static Stream<Object[]> offices() {
        return sentences("office");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offices")
    void statesWhoHoldsWhichOffice(String text, List<String> stated, AnnotatedArticle article) {
        check(text, stated, EXTRACTOR.extract(article).offices(), StatedSentencesTest::parts);
    }

    static Stream<Object[]> relations() {
        return sentences("relation");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("relations")
    void statesHowTheyStandToEachOther(String text, List<String> stated, AnnotatedArticle article) {
        check(text, stated, EXTRACTOR.extract(article).relations(), StatedSentencesTest::parts);
    }

    private static <T> void check(
            String text, List<String> stated, List<T> found, Function<T, Map<String, String>> parts) {
        List<Map<String, String>> left =
                new ArrayList<>(found.stream().map(parts).toList());
        for (String one : stated) {
            Map<String, String> told = left.stream()
                    .filter(some -> tells(some, List.of(one.split(" \\| "))))
                    .findFirst()
                    .orElse(Map.of());
            assertThat(told).as("%s in: %s among %s", one, text, left).isNotEmpty();
            left.remove(told);
        }
        assertThat(left).as("nothing else is stated in: %s", text).isEmpty();
    }

    private static boolean tells(Map<String, String> found, List<String> wanted) {
        boolean plain = wanted.stream().noneMatch(part -> part.matches("negative|possible|former|acting|elect"));
        return wanted.stream().allMatch(part -> tells(found, part)) && (!plain || isPlain(found));
    }

    private static boolean tells(Map<String, String> found, String part) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            return found.containsValue(part) || found.containsValue(part.toLowerCase(Locale.ROOT));
        }
        String value = Objects.requireNonNull(found.get(part.substring(0, equals)), part);
        String words = part.substring(equals + 1);
        return part.matches("(from|until|asOf|holder)=.*") && (words.equals("-") || !part.startsWith("holder"))
                ? value.equals(words)
                : value.contains(words);
    }

    private static boolean isPlain(Map<String, String> found) {
        return found.containsValue("fact") || found.containsValue("holder");
    }

    private static Map<String, String> parts(TerritorialStatement statement) {
        Map<String, String> parts = new HashMap<>();
        parts.put("relation", statement.relation().label());
        parts.put("territory", words(statement.territory()));
        parts.put("holder", words(statement.holder()));
        parts.put("former", words(statement.formerHolder()));
        parts.put("by", words(statement.recognisedBy()));
        period(parts, statement.period());
        parts.put("put", put(statement.factuality()));
        return parts;
    }

    private static Map<String, String> parts(RelationMention relation) {
        Map<String, String> parts = new HashMap<>();
        parts.put("subject", words(relation.subject()));
        parts.put("relation", relation.predicate().label());
        parts.put("object", words(relation.object()));
        parts.put("number", relation.number() == null ? "-" : relation.number().text());
        period(parts, relation.period());
        parts.put("put", put(relation.factuality()));
        return parts;
    }

    private static String put(Factuality put) {
        boolean negative = put.polarity() == Factuality.Polarity.NEGATIVE;
        return negative ? "negative" : put.happened() ? "fact" : "possible";
    }

    private static Map<String, String> parts(OfficeMention office) {
        Map<String, String> parts = new HashMap<>();
        parts.put("person", words(office.person()));
        parts.put("office", office.office());
        parts.put("of", words(office.of()));
        period(parts, office.period());
        parts.put("standing", office.standing().name().toLowerCase(Locale.ROOT));
        return parts;
    }

    private static void period(Map<String, String> parts, Period period) {
        parts.put("from", iso(period.from()));
        parts.put("until", iso(period.until()));
        parts.put("asOf", iso(period.asOf()));
    }

    private static String iso(@Nullable Moment moment) {
        return moment == null ? "-" : moment.iso();
    }

    private static String words(@Nullable Mention mention) {
        return mention == null ? "-" : mention.text();
    }

    private static Stream<Object[]> sentences(String kind) {
        Map<String, List<String>> stated = new HashMap<>();
        String id = "";
        for (String line : text("/sentences/" + kind + ".conllu").lines().toList()) {
            if (line.startsWith("# newdoc id = ")) {
                id = line.substring("# newdoc id = ".length());
            } else if (line.startsWith("# " + kind + " = ")) {
                stated.computeIfAbsent(id, key -> new ArrayList<>()).add(line.substring(kind.length() + 5));
            }
        }
        return ConlluArticles.read(kind).stream().map(article -> new Object[] {
            article.article().text(), stated.getOrDefault(article.article().id(), List.of()), article
        });
    }

    private static String text(String resource) {
        try (InputStream in = StatedSentencesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new IllegalStateException(resource, fault);
        }
    }
}
