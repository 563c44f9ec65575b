package org.casus.entity;

import com.google.common.base.CharMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.casus.annotation.Sentence;
import org.casus.extraction.Mention;
import org.jspecify.annotations.Nullable;

/** Links names of states, places, organisations and groups; the longest name that holds the head wins. */
final class NameChooser {
    private static final double ONE_READING = 0.95;
    private static final double ACRONYM = 0.85;
    private static final double BY_KIND = 0.8;
    private static final CharMatcher BETWEEN_WORDS = CharMatcher.anyOf(" -");
    private static final Set<String> WHERE = Set.of("in", "near", "at", "outside", "around");
    private static final Set<String> KINDS_OF_REGION = Set.of(
            "province", "state", "region", "governorate", "district", "oblast", "county", "prefecture", "department");

    private final Gazetteer gazetteer;
    private final Ambiguous ambiguous;
    private final FullNames fullNames;
    private final ArticleContext context;
    private final PlaceChooser places;
    private final ContainerReader containers;
    private final SportsReport sports;

    NameChooser(
            Gazetteer gazetteer,
            Ambiguous ambiguous,
            FullNames fullNames,
            ArticleContext context,
            SportsReport sports) {
        this.gazetteer = gazetteer;
        this.ambiguous = ambiguous;
        this.fullNames = fullNames;
        this.context = context;
        this.sports = sports;
        places = new PlaceChooser(context);
        containers = new ContainerReader(gazetteer);
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

    /** Whether the words are the beginning of a longer name: "British" in "British Columbia". */
    boolean beginsLonger(Words name) {
        Sentence sentence = name.sentence();
        int most = Math.min(gazetteer.longest(), sentence.tokens().size() - name.first());
        for (int size = most; size > name.end() - name.first(); size--) {
            int end = name.first() + size;
            boolean proper = sentence.token(end - 1).isProper();
            if (proper
                    && !gazetteer
                            .find(PhraseReader.text(sentence, name.first(), end))
                            .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** "in Cairns", "Alvin, Texas", "Port-au-Prince", where the tagger took the town for a person. */
    Optional<Choice> placeTakenForPerson(Mention mention, Words name, @Nullable String country) {
        String surface = PhraseReader.text(name.sentence(), name.first(), name.end());
        List<Entry> sites =
                entries(surface, country).stream().filter(Entry::isPlace).toList();
        boolean place = isPlace(mention, name) || sites.stream().anyMatch(NameChooser::isTownOfWords);
        return sites.isEmpty() || !place ? Optional.empty() : places.choose(sites, name, country);
    }

    /** One of our tables with a name that no person has: "Santo Domingo", not "Victoria". */
    private static boolean isTownOfWords(Entry entry) {
        return entry.is(EntityType.CITY)
                && entry.prior().curated()
                && BETWEEN_WORDS.matchesAnyOf(entry.entity().name());
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
            // Part of a longer name: never the state or town that the part alone would be.
            boolean large = startsLarge(sentence.token(words.end() - 1).text());
            return gazetteer.find(surface).stream()
                    .filter(entry -> entry.is(EntityType.CORRIDOR)
                            || (large && !entry.isPlace() && !entry.is(EntityType.PERSON)))
                    .findFirst()
                    .map(entry -> new Choice(entry, BY_KIND, LinkReason.NAME));
        }
        Optional<Entry> shortened = containers.shortened(words);
        if (shortened.isPresent()) {
            return shortened.map(entry -> new Choice(entry, ONE_READING, LinkReason.NAME));
        }
        boolean place = isPlace(mention, words);
        Optional<Container> container = context.container(surface);
        List<Entry> regions = beforeKindOfRegion(words) ? found(surface + " region", country) : List.of();
        if (!regions.isEmpty()) {
            return places.choose(regions, words, country);
        }
        if (ambiguous.knows(surface) && container.isEmpty()) {
            return ambiguous.choose(surface, context).filter(choice -> !isTeam(choice.entry(), words));
        }
        boolean noPlace = words.end() - words.first() < Words.shortestName(sentence, words.first())
                && container.isEmpty()
                && before(words, 1).filter(WHERE::contains).isEmpty();
        List<Entry> found = found(surface, country).stream()
                .filter(entry -> !noPlace || !entry.isPlace())
                .toList();
        List<Entry> known =
                found.stream().filter(entry -> !entry.isCommonPlace()).toList();
        if (known.size() == 1 && (found.size() == 1 || !known.get(0).isPlace() || !hasSize(known.get(0)))) {
            boolean acronym = SurfaceForm.of(surface).acronym();
            return one(
                    known.get(0),
                    acronym ? ACRONYM : ONE_READING,
                    acronym ? LinkReason.ACRONYM : LinkReason.NAME,
                    words);
        }
        List<Entry> sites = found.stream().filter(Entry::isPlace).toList();
        if (place && !sites.isEmpty() && known.stream().allMatch(NameChooser::hasSize)) {
            return places.choose(sites, words, country).filter(choice -> !isTeam(choice.entry(), words));
        }
        boolean body = mention.kind() == Mention.Kind.ORGANISATION;
        return known.stream()
                .min(Comparator.comparing((Entry entry) -> entry.isPlace() == body)
                        .thenComparing(entry ->
                                entry.country().filter(context::speaksOf).isEmpty())
                        .thenComparing(entry -> entry.entity().qid() == null))
                .flatMap(entry -> one(entry, BY_KIND, LinkReason.KIND, words));
    }

    /** "Washington state", "the Jiangsu province". */
    private static boolean beforeKindOfRegion(Words words) {
        return Words.at(words.sentence(), words.end())
                .filter(token -> KINDS_OF_REGION.contains(token.text()))
                .isPresent();
    }

    private List<Entry> found(String surface, @Nullable String country) {
        List<Entry> found = entries(fullNames.organisation(surface), country);
        String kind = surface.substring(surface.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        if (!found.isEmpty() || !KINDS_OF_REGION.contains(kind) || kind.length() == surface.length()) {
            return found;
        }
        return entries(surface.substring(0, surface.lastIndexOf(' ')), country).stream()
                .filter(entry -> entry.is(EntityType.REGION) || entry.is(EntityType.TERRITORY))
                .toList();
    }

    private List<Entry> entries(String name, @Nullable String country) {
        return gazetteer.find(name).stream()
                .filter(entry -> !entry.is(EntityType.PERSON) && agrees(entry, country))
                .toList();
    }

    /** A capital, town or province, which others of its name may outweigh; not a state. */
    private static boolean hasSize(Entry entry) {
        return entry.is(EntityType.CITY) || entry.is(EntityType.REGION);
    }

    private Optional<Choice> one(Entry entry, double score, LinkReason reason, Words words) {
        return isTeam(entry, words) ? Optional.empty() : Optional.of(new Choice(entry, score, reason));
    }

    private boolean isTeam(Entry entry, Words words) {
        return entry.isPlace() && sports.isTeam(words);
    }

    /**
     * By its tag, by what stands before it ("in Cairns", "Ann Lee, 43, of Cairns"), or by where the text says it is.
     */
    private boolean isPlace(Mention mention, Words words) {
        return mention.kind() == Mention.Kind.PLACE
                || mention.kind() == Mention.Kind.OTHER
                || words.isInDateline()
                || before(words, 1).filter(WHERE::contains).isPresent()
                || (before(words, 1).filter("of"::equals).isPresent()
                        && before(words, 2).filter(","::equals).isPresent())
                || context.container(PhraseReader.text(words.sentence(), words.first(), words.end()))
                        .isPresent();
    }

    private static Optional<String> before(Words words, int distance) {
        return Words.at(words.sentence(), words.first() - distance)
                .map(token -> token.text().toLowerCase(Locale.ROOT));
    }

    /** Begins and ends as a name does, so that "turkey" or "the front" is not one. */
    private static boolean isName(Sentence sentence, Words words) {
        String first = sentence.token(words.first()).text();
        boolean article = first.equalsIgnoreCase("the");
        int from = article ? words.first() + 1 : words.first();
        return from < words.end()
                && startsLarge(sentence.token(from).text())
                && (words.end() - from == 1 || Words.endsName(sentence, words.end() - 1));
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
