package org.casus.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.annotation.Sentence;
import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;

/** Links names of states, places, organisations and groups; the longest name that holds the head wins. */
final class NameChooser {
    private static final double ONE_READING = 0.95;
    private static final double ACRONYM = 0.85;
    private static final double BY_KIND = 0.8;

    private final Gazetteer gazetteer;
    private final Ambiguous ambiguous;
    private final FullNames fullNames;
    private final ArticleContext context;
    private final CityChooser cities;

    NameChooser(Gazetteer gazetteer, Ambiguous ambiguous, FullNames fullNames, ArticleContext context) {
        this.gazetteer = gazetteer;
        this.ambiguous = ambiguous;
        this.fullNames = fullNames;
        this.context = context;
        this.cities = new CityChooser(context);
    }

    /**
     * The entry of the longest name that holds a mention's own name, or its head where it has none.
     *
     * @param country that the words around it tell
     */
    Optional<Choice> choose(Mention mention, Words phrase, Words name, @Nullable String country) {
        Optional<Choice> whole = longest(mention, phrase, name, country);
        Words core = withoutAdjectives(name);
        return whole.isPresent() || core.equals(name)
                ? whole
                : longest(mention, phrase, core, country)
                        .filter(choice -> choice.entry().is(EntityType.STATE));
    }

    private Optional<Choice> longest(Mention mention, Words phrase, Words name, @Nullable String country) {
        Sentence sentence = phrase.sentence();
        int reach = gazetteer.longest();
        for (int size = Math.max(reach, name.end() - name.first()); size >= name.end() - name.first(); size--) {
            for (int first = Math.max(0, name.end() - size); first <= name.first(); first++) {
                int end = first + size;
                if (end <= sentence.tokens().size()) {
                    Optional<Choice> found = read(mention, phrase, new Words(sentence, first, end), country);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** "Muslim Azerbaijan": what a name tells beside adjectives that belong to no longer name. */
    private static Words withoutAdjectives(Words name) {
        int first = name.first();
        while (first + 1 < name.end() && name.sentence().token(first).pos().startsWith("JJ")) {
            first++;
        }
        return new Words(name.sentence(), first, name.end());
    }

    private Optional<Choice> read(Mention mention, Words phrase, Words words, @Nullable String country) {
        Sentence sentence = words.sentence();
        if (!isName(sentence, words)) {
            return Optional.empty();
        }
        String surface = PhraseReader.text(sentence, words.first(), words.end());
        boolean inside = phrase.first() <= words.first() && words.end() <= phrase.end();
        if (!inside) {
            // Part of a longer name: never the state that the part alone would be.
            return gazetteer.find(startsLarge(sentence.token(words.end() - 1).text()) ? surface : "").stream()
                    .filter(entry -> !entry.isPlace() && !entry.is(EntityType.PERSON))
                    .findFirst()
                    .map(entry -> new Choice(entry, BY_KIND));
        }
        if (mention.kind() != Mention.Kind.ORGANISATION && ambiguous.knows(surface)) {
            return ambiguous.choose(surface, context);
        }
        String full = fullNames.organisation(surface);
        List<Entry> found = gazetteer.find(full).stream()
                .filter(entry -> !entry.is(EntityType.PERSON) && agrees(entry, country))
                .toList();
        List<Entry> others =
                found.stream().filter(entry -> !CityChooser.isCommon(entry)).toList();
        if (others.size() == 1 && found.size() == 1) {
            boolean acronym = SurfaceForm.of(surface).acronym();
            return Optional.of(new Choice(others.get(0), acronym ? ACRONYM : ONE_READING));
        }
        boolean namesake = mention.kind() == Mention.Kind.PLACE
                && others.stream().allMatch(Entry::isCapital)
                && others.stream().flatMap(entry -> entry.country().stream()).noneMatch(context::speaksOf)
                && found.stream().flatMap(entry -> entry.country().stream()).anyMatch(context::speaksOf);
        if (!others.isEmpty() && !namesake) {
            boolean place = mention.kind() != Mention.Kind.ORGANISATION;
            return others.stream()
                    .min(Comparator.comparing((Entry entry) -> entry.isPlace() != place)
                            .thenComparing(entry -> entry.entity().qid() == null))
                    .map(entry -> new Choice(entry, BY_KIND));
        }
        return mention.kind() == Mention.Kind.PLACE ? cities.choose(found, words, country) : Optional.empty();
    }

    /** Begins and ends as a name does, so that "turkey" or "the front" is not one. */
    private static boolean isName(Sentence sentence, Words words) {
        String first = sentence.token(words.first()).text();
        boolean article = first.equalsIgnoreCase("the");
        int from = article ? words.first() + 1 : words.first();
        return from < words.end()
                && startsLarge(sentence.token(from).text())
                && (words.end() - from == 1
                        || Character.isLetterOrDigit(
                                sentence.token(words.end() - 1).text().codePointAt(0)));
    }

    private static boolean startsLarge(String word) {
        return !Character.isLowerCase(word.codePointAt(0)) || word.startsWith("al-") || word.equals("al");
    }

    /** A body or party with a common name is another country's where the words, or the whole article, say so. */
    private boolean agrees(Entry entry, @Nullable String country) {
        if (entry.isPlace() || entry.country().isEmpty()) {
            return true;
        }
        String own = entry.country().get();
        boolean transnational =
                own.length() != 3 || List.of("IGO", "NGO", "MNC", "IMG").contains(own);
        if (transnational) {
            return true;
        }
        if (country != null && !country.equals(own)) {
            return !entry.is(EntityType.PARTY) && !entry.is(EntityType.GOVERNMENT_BODY);
        }
        boolean common = entry.is(EntityType.PARTY) || entry.is(EntityType.GOVERNMENT_BODY);
        return !common || country != null || !context.isPlaced() || context.speaksOf(own);
    }
}
