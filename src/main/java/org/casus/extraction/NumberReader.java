package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.annotation.Sentence;
import org.casus.article.Span;
import org.jspecify.annotations.Nullable;

/** Reads how many were killed, arrested, sent ..., with the words: "at least 200", "dozens of". */
final class NumberReader {
    private static final Map<String, EventNumber.What> OUTCOMES = Stream.of(
                    EventNumber.What.KILLED,
                    EventNumber.What.WOUNDED,
                    EventNumber.What.ARRESTED,
                    EventNumber.What.DISPLACED,
                    EventNumber.What.RELEASED)
            .flatMap(what -> WordClasses.of(what.name().toLowerCase(Locale.ROOT)).stream()
                    .map(word -> Map.entry(word, what)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, Double> WORDS = Map.ofEntries(
            Map.entry("one", 1d),
            Map.entry("two", 2d),
            Map.entry("three", 3d),
            Map.entry("four", 4d),
            Map.entry("five", 5d),
            Map.entry("six", 6d),
            Map.entry("seven", 7d),
            Map.entry("eight", 8d),
            Map.entry("nine", 9d),
            Map.entry("ten", 10d),
            Map.entry("eleven", 11d),
            Map.entry("twelve", 12d),
            Map.entry("thirteen", 13d),
            Map.entry("fourteen", 14d),
            Map.entry("fifteen", 15d),
            Map.entry("sixteen", 16d),
            Map.entry("seventeen", 17d),
            Map.entry("eighteen", 18d),
            Map.entry("nineteen", 19d),
            Map.entry("twenty", 20d),
            Map.entry("thirty", 30d),
            Map.entry("forty", 40d),
            Map.entry("fifty", 50d),
            Map.entry("sixty", 60d),
            Map.entry("seventy", 70d),
            Map.entry("eighty", 80d),
            Map.entry("ninety", 90d));
    /** From here on a scale is of all that stands before it: "two hundred thousand". */
    private static final double THOUSAND = 1000;

    private static final Map<String, Double> SCALES =
            Map.of("dozen", 12d, "hundred", 100d, "thousand", THOUSAND, "million", 1e6, "billion", 1e9);
    /** Twice the unit up to just under the next: "dozens" is 24 to 99. */
    private static final Map<String, double[]> VAGUE = Map.of(
            "dozens", new double[] {24, 99},
            "scores", new double[] {40, 199},
            "hundreds", new double[] {200, 999},
            "thousands", new double[] {2000, 9999},
            "millions", new double[] {2e6, 9.99e8});

    private static final Pattern LEAST =
            Pattern.compile("(?:|.* )((?:at least|(?<!no )more than|over|no fewer than|no less than)(?: an?)?)");
    private static final Pattern MOST = Pattern.compile(
            "(?:|.* )((?:up to|at most|no more than|(?<!no )fewer than|(?<!no )less than|as many as|under)(?: an?)?)");

    private static final Pattern LETTERS_JOINED = Pattern.compile("(?<=[a-z])-(?=[a-z])");

    private final String text;

    NumberReader(String text) {
        this.text = text;
    }

    /** @param target whom alone of several an event is done to, if that is known */
    List<EventNumber> at(Syntax syntax, int trigger, EventType type, @Nullable Integer target) {
        List<EventNumber> found = new ArrayList<>();
        EventNumber.What patient = ofPatient(syntax, trigger, type);
        counted(syntax, only(syntax, syntax.slot(trigger, "obj"), target), patient, found);
        if (found.isEmpty() && syntax.lemma(trigger).equals("leave")) {
            counted(syntax, syntax.slot(trigger, "clause.subj"), patient, found);
        }
        EventNumber.What agent = type == EventType.PROTEST
                ? EventNumber.What.PROTESTERS
                : syntax.lemma(trigger).equals("die") ? EventNumber.What.KILLED : EventNumber.What.OTHER;
        counted(syntax, syntax.slot(trigger, "subj"), agent, found);
        return found;
    }

    /**
     * Of "two officers and ten students" those whom the event is about, with what counts them: "dozens of students".
     */
    private static List<Integer> only(Syntax syntax, List<Integer> heads, @Nullable Integer target) {
        return target == null || !heads.contains(target)
                ? heads
                : heads.stream()
                        .filter(head -> head.equals(target)
                                || (syntax.sentence().governor(target) == head && !syntax.is(target, "conj")))
                        .toList();
    }

    /** What became of those whom it is done to. */
    private static EventNumber.What ofPatient(Syntax syntax, int trigger, EventType type) {
        EventNumber.What told = Stream.concat(Stream.of(trigger), syntax.slot(trigger, "done").stream())
                .map(word -> OUTCOMES.get(syntax.lemma(word)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return told != null
                ? told
                : syntax.slot(trigger, "clause").stream()
                        .map(word -> OUTCOMES.get(syntax.sentence().token(word).text()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(type == EventType.MOBILIZE ? EventNumber.What.TROOPS : EventNumber.What.OTHER);
    }

    /** How many a phrase speaks of. */
    Optional<EventNumber> of(Syntax syntax, int head) {
        List<EventNumber> found = new ArrayList<>();
        counted(syntax, List.of(head), EventNumber.What.OTHER, found);
        return found.stream().findFirst();
    }

    private void counted(Syntax syntax, List<Integer> heads, EventNumber.What what, List<EventNumber> found) {
        for (int head : heads) {
            syntax.children(head, "nummod").stream()
                    .findFirst()
                    .or(() -> standsAlone(syntax, head) ? Optional.of(head) : Optional.empty())
                    .flatMap(number -> read(syntax.sentence(), ofAll(syntax.sentence(), number), what))
                    .ifPresent(found::add);
        }
    }

    /** The nine of "nine of 12 drones". */
    private static int ofAll(Sentence sentence, int number) {
        boolean some = number > 1
                && sentence.token(number - 1).text().equals("of")
                && sentence.token(number - 2).pos().equals("CD");
        return some ? number - 2 : number;
    }

    /** "Hundreds fled", "killed 14". */
    private static boolean standsAlone(Syntax syntax, int head) {
        return syntax.sentence().token(head).pos().equals("CD")
                || VAGUE.containsKey(syntax.sentence().token(head).text().toLowerCase(Locale.ROOT));
    }

    /** The number that ends at a token, with what stands before it: "more than two million". */
    private Optional<EventNumber> read(Sentence sentence, int number, EventNumber.What what) {
        int first = number;
        while (first > 0 && sentence.token(first - 1).pos().equals("CD")) {
            first--;
        }
        double[] range = range(sentence, first, number);
        if (range.length == 0) {
            return Optional.empty();
        }
        String before = before(sentence, first);
        Matcher least = LEAST.matcher(before);
        Matcher most = MOST.matcher(before);
        boolean noUpper = least.matches();
        boolean noLower = most.matches();
        int words = noUpper ? words(least) : noLower ? words(most) : 0;
        Span span = new Span(
                sentence.token(first - words).span().begin(),
                sentence.token(number).span().end());
        return Optional.of(new EventNumber(what, span.of(text), noLower ? null : range[0], noUpper ? null : range[1]));
    }

    private static int words(Matcher bound) {
        return bound.group(1).split(" ", -1).length;
    }

    /** Without the particle of "hand over two men". */
    private static String before(Sentence sentence, int first) {
        boolean particle = first > 0 && sentence.relation(first - 1).equals("compound:prt");
        return String.join(
                " ",
                sentence.tokens().subList(Math.max(0, first - 4), particle ? first - 1 : first).stream()
                        .map(token -> token.text().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** Lowest and highest; empty where the tokens are no number. */
    private static double[] range(Sentence sentence, int first, int last) {
        double sum = 0;
        double current = 0;
        List<String> words = sentence.tokens().subList(first, last + 1).stream()
                .map(token -> token.text().toLowerCase(Locale.ROOT).replace(",", ""))
                .flatMap(LETTERS_JOINED::splitAsStream)
                .toList();
        for (String word : words) {
            if (VAGUE.containsKey(word)) {
                return VAGUE.get(word);
            } else if (word.matches("\\d{1,12}(\\.\\d{1,6})?")) {
                current += Double.parseDouble(word);
            } else if (WORDS.containsKey(word)) {
                current += WORDS.get(word);
            } else if (SCALES.containsKey(word)) {
                current = Math.max(1, current) * SCALES.get(word);
                if (SCALES.get(word) >= THOUSAND) {
                    sum += current;
                    current = 0;
                }
            } else {
                return new double[0];
            }
        }
        return new double[] {sum + current, sum + current};
    }
}
