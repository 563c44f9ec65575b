package org.casus.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.Dependency;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.casus.article.Article;
import org.casus.article.Span;
import org.casus.extraction.EventMention;
import org.casus.extraction.EventPlace;
import org.casus.extraction.EventType;
import org.casus.extraction.Extraction;
import org.casus.extraction.Factuality;
import org.casus.extraction.Mention;
import org.casus.extraction.OfficeMention;
import org.casus.extraction.Period;
import org.jspecify.annotations.Nullable;

/**
 * An article whose mentions are marked in its text, a sentence a line: {@code [PERSON/GOV the {Nikol Pashinyan}]} is a
 * mention of a kind with a sector, and its name in braces; without braces the last word is the head and there is no
 * name.
 */
final class MarkedText {
    private static final Pattern MARK = Pattern.compile("\\[([A-Z]+)(?:/([A-Z]+))? ([^\\]]+)\\]");
    private static final Pattern TOKEN =
            Pattern.compile("'s|’s|\\p{L}\\.(?:\\p{L}\\.)+|[\\p{L}\\p{N}]+(?:['’](?!s\\b)\\p{L}+)?|\\S");
    private static final Set<String> PREPOSITIONS =
            Set.of("of", "in", "from", "for", "at", "with", "by", "on", "near", "against", "across", "between");
    private static final Set<String> VERBS =
            Set.of("said", "met", "offered", "attacked", "told", "visited", "rejected");

    private final Extraction extraction;

    private MarkedText(Extraction extraction) {
        this.extraction = extraction;
    }

    static MarkedText of(String marked) {
        return of("a1", null, marked);
    }

    static MarkedText of(String id, @Nullable String date, String marked) {
        StringBuilder text = new StringBuilder();
        List<Sentence> sentences = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        for (String line : marked.strip().split("\n")) {
            int begin = text.length();
            List<Marked> marks = new ArrayList<>();
            Matcher matcher = MARK.matcher(line);
            while (matcher.find()) {
                matcher.appendReplacement(text, "");
                marks.add(Marked.of(text, matcher));
            }
            matcher.appendTail(text);
            Sentence sentence = sentence(sentences.size(), text.toString(), new Span(begin, text.length()));
            marks.forEach(mark -> mentions.add(mark.in(sentence, text.toString())));
            sentences.add(sentence);
            text.append('\n');
        }
        Article article = new Article(id, text.toString(), null, date, null, null, "en");
        return new MarkedText(new Extraction(
                new AnnotatedArticle(article, sentences, List.of()),
                mentions,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    Extraction extraction() {
        return extraction;
    }

    Mention mention(int i) {
        return extraction.mentions().get(i);
    }

    /** The same with an event between two of its mentions, the second of them its place if asked so. */
    Extraction withEvent(int source, int target, boolean targetIsPlace) {
        Mention other = mention(target);
        EventMention event = new EventMention(
                "e1",
                EventType.CONSULT,
                null,
                List.of(),
                null,
                mention(source).span(),
                List.of(),
                mention(source),
                targetIsPlace ? null : other,
                targetIsPlace ? new EventPlace(other, EventPlace.Basis.TEXT) : null,
                null,
                null,
                null,
                List.of(),
                Factuality.FACT,
                null,
                List.of(),
                0,
                1,
                "");
        return new Extraction(
                extraction.annotated(),
                extraction.mentions(),
                List.of(event),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    Extraction withOffice(int person, int of) {
        OfficeMention office = new OfficeMention(
                mention(person),
                "President",
                mention(of),
                Period.UNKNOWN,
                OfficeMention.Standing.HOLDER,
                List.of(),
                0,
                "test");
        return new Extraction(
                extraction.annotated(),
                extraction.mentions(),
                List.of(),
                List.of(),
                List.of(office),
                List.of(),
                List.of());
    }

    private record Marked(
            Span span,
            @Nullable Span name,
            Mention.Kind kind,
            @Nullable String sector) {
        static Marked of(StringBuilder text, Matcher mark) {
            String words = mark.group(3);
            int begin = text.length();
            int open = words.indexOf('{');
            int close = words.indexOf('}') - 1;
            text.append(words.replace("{", "").replace("}", ""));
            return new Marked(
                    new Span(begin, text.length()),
                    open < 0 ? null : new Span(begin + open, begin + close),
                    Mention.Kind.valueOf(mark.group(1)),
                    mark.group(2));
        }

        Mention in(Sentence sentence, String text) {
            Span headed = name == null ? firstPhrase(text) : name;
            int head = 0;
            for (Token token : sentence.tokens()) {
                if (headed.contains(token.span()) && !token.text().equals("'s")) {
                    head = token.index();
                }
            }
            return new Mention(sentence.index(), head, span, span.of(text), name, kind, sector, null, null);
        }

        private Span firstPhrase(String text) {
            Matcher preposition = Pattern.compile(" (?:of|in|from|to|for) ").matcher(span.of(text));
            return preposition.find() ? new Span(span.begin(), span.begin() + preposition.start()) : span;
        }
    }

    private static Sentence sentence(int index, String text, Span span) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text).region(span.begin(), span.end());
        while (matcher.find()) {
            String word = matcher.group();
            tokens.add(new Token(
                    tokens.size(),
                    new Span(matcher.start(), matcher.end()),
                    word,
                    word.toLowerCase(Locale.ROOT),
                    tag(word)));
        }
        return new Sentence(index, span, tokens, dependencies(tokens), List.of(), List.of());
    }

    /** The word before a verb is its subject: enough to tell who acts. */
    private static List<Dependency> dependencies(List<Token> tokens) {
        List<Dependency> dependencies = new ArrayList<>();
        Optional<Token> verb = tokens.stream().filter(Token::isVerb).findFirst();
        for (Token token : tokens) {
            boolean subject = verb.isPresent() && verb.get().index() == token.index() + 1;
            int governor = verb.isEmpty() || verb.get() == token
                    ? Dependency.ROOT
                    : verb.get().index();
            dependencies.add(new Dependency(governor, token.index(), subject ? "nsubj" : "dep"));
        }
        return dependencies;
    }

    private static String tag(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (PREPOSITIONS.contains(lower)) {
            return "IN";
        }
        if (VERBS.contains(lower)) {
            return "VBD";
        }
        boolean proper = Character.isUpperCase(word.codePointAt(0));
        return lower.equals("to") ? "TO" : (proper ? "NNP" : "NN") + (lower.endsWith("s") ? "S" : "");
    }
}
