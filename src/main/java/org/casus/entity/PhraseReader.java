package org.casus.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;

/** Reads from the words around a head noun where the one it names is from: "Chile's Defense Ministry". */
final class PhraseReader {
    /** City names below that size are too often something else to tell a country. */
    private static final int CITY = 100_000;

    private static final int REGION = 1_000_000;

    private static final Set<String> WITHIN =
            Set.of("of", "in", "from", "for", "across", "within", "at", "throughout", "inside", "near");
    private static final Set<String> SERVES_SOMEONE =
            Set.of("adviser", "advisor", "aide", "assistant", "counsellor", "counselor", "deputy", "candidate");
    private static final Set<String> ABOUT_ANOTHER = Set.of(
            "backed",
            "supported",
            "funded",
            "occupied",
            "held",
            "controlled",
            "made",
            "brokered",
            "sponsored",
            "bound",
            "aligned",
            "allied",
            "trained",
            "installed",
            "speaking",
            "claimed",
            "administered");
    private static final Set<String> POSSESSIVES = Set.of("'s", "’s", "'", "’");
    private static final Set<String> TITLES = Set.of("mr", "mr.", "mrs", "mrs.", "ms", "ms.");
    private static final Set<String> STANCES = Set.of("pro", "anti", "non", "ex");
    /** What is called after who heads it. */
    private static final Set<String> HEADED = Set.of("administration", "government", "cabinet", "regime", "presidency");

    private final Gazetteer gazetteer;
    private final Demonyms demonyms;
    private final Ambiguous ambiguous;
    private final ArticleContext context;

    PhraseReader(Gazetteer gazetteer, Demonyms demonyms, Ambiguous ambiguous, ArticleContext context) {
        this.gazetteer = gazetteer;
        this.demonyms = demonyms;
        this.ambiguous = ambiguous;
        this.context = context;
    }

    /**
     * Country of what a phrase names.
     *
     * @param phrase the whole noun phrase
     * @param name the part that the modifiers stand before: the head, or a person's name
     */
    Optional<String> country(Words phrase, Words name) {
        return origin(phrase, name).map(Origin::country);
    }

    /** The group whose members or people a phrase speaks of: "Boko Haram gunmen", "members of Hezbollah". */
    Optional<Entry> group(Words phrase, Words name) {
        return origin(phrase, name).map(Origin::group).flatMap(gazetteer::byId);
    }

    /** The group that is named before the head: "the Hamas movement". */
    Optional<Entry> groupBefore(Words phrase, Words name) {
        return lastBefore(phrase.sentence(), phrase.first(), name.first())
                .map(Origin::group)
                .flatMap(gazetteer::byId);
    }

    private Optional<Origin> origin(Words phrase, Words name) {
        Sentence sentence = phrase.sentence();
        int noun = phrase.first();
        while (noun < name.first() && !sentence.token(noun).pos().equals("IN")) {
            noun++;
        }
        Optional<Origin> before =
                lastBefore(sentence, phrase.first(), noun).or(() -> lastBefore(sentence, phrase.first(), name.first()));
        if (before.isPresent()
                && (before.get().country() != null || !before.get().people())) {
            return before;
        }
        return after(sentence, name.end(), phrase.end());
    }

    /** Country that an organisation's own name tells: "Saudi National Guard", "Bank of Israel". */
    Optional<String> countryInside(Words name) {
        return lastBefore(name.sentence(), name.first(), name.end()).map(Origin::country);
    }

    /** The nearest to the head, but of neighbours the first: "Bosnian Serb forces" are from Bosnia. */
    private Optional<Origin> lastBefore(Sentence sentence, int first, int end) {
        Optional<Origin> last = Optional.empty();
        int lastEnd = -1;
        for (int i = first; i < end; i++) {
            Optional<Origin> here = originAt(sentence, i, end);
            if (here.isEmpty()) {
                continue;
            }
            boolean neighbour = lastEnd == i && last.isPresent();
            lastEnd = here.get().end();
            if (!neighbour) {
                last = here;
            }
            i = lastEnd - 1;
        }
        return last;
    }

    private Optional<Origin> after(Sentence sentence, int first, int end) {
        for (int i = first; i < end; i++) {
            Token token = sentence.token(i);
            String word = token.text().toLowerCase(Locale.ROOT);
            if (token.pos().equals("IN") || token.pos().equals("TO")) {
                if (!WITHIN.contains(word) && !(word.equals("to") && servesSomeone(sentence, i))) {
                    return Optional.empty();
                }
            } else {
                Optional<Origin> here = originAt(sentence, i, end);
                if (here.isPresent()) {
                    return here;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean servesSomeone(Sentence sentence, int to) {
        return to > 0 && SERVES_SOMEONE.contains(sentence.token(to - 1).lemma().toLowerCase(Locale.ROOT));
    }

    /** What the words that begin at a token tell; empty where they tell nothing of the head's own origin. */
    Optional<Origin> originAt(Sentence sentence, int i, int end) {
        Token token = sentence.token(i);
        boolean name = Character.isUpperCase(token.text().codePointAt(0))
                || token.text().startsWith("al-")
                || (token.text().equals("al") && word(sentence, i + 1).equals("-"));
        if (!name || stance(sentence, i) || context.isArabicSurname(sentence, i)) {
            return Optional.empty();
        }
        boolean ofPerson = isOfPerson(sentence, i);
        int shortest = Words.shortestName(sentence, i);
        for (int size = Math.min(gazetteer.longest(), end - i); size >= shortest; size--) {
            String words = text(sentence, i, i + size);
            boolean owner = POSSESSIVES.contains(word(sentence, i + size));
            int after = i + size;
            Optional<Origin> found = HEADED.contains(word(sentence, after)) ? head(words, after) : Optional.empty();
            found = found.or(() -> ofPerson ? Optional.empty() : named(words, after))
                    .or(() -> owner ? person(words, after) : Optional.empty());
            if (found.isPresent()) {
                return aboutAnother(sentence, i + size) ? Optional.empty() : found;
            }
        }
        return hyphenated(token.text(), i + 1);
    }

    /** "Mr Lagos's lawyer", "Mary Jordan's team": nobody from there. */
    private static boolean isOfPerson(Sentence sentence, int i) {
        return sentence.nameAt(i)
                .filter(name -> name.type() == EntityMention.Type.PERSON)
                .filter(name -> name.end() - name.first() > 1 || TITLES.contains(word(sentence, name.first() - 1)))
                .isPresent();
    }

    private Optional<Origin> named(String words, int end) {
        Optional<Demonyms.People> people = demonyms.find(words);
        if (people.isPresent()) {
            return people.map(known -> new Origin(known.country(), null, end, true));
        }
        Optional<String> told = countryTold(words);
        if (told.isPresent()) {
            return told.map(country -> new Origin(country, null, end, false));
        }
        return gazetteer.find(words).stream()
                .filter(entry -> !entry.is(EntityType.PERSON))
                .filter(entry -> !entry.isCommonPlace()
                        || entry.population() >= (entry.is(EntityType.CITY) ? CITY : REGION)
                        || entry.entity().qid() != null)
                .filter(entry -> entry.country().isPresent() || entry.isPlace())
                // Of two bodies of a name the one of a land that the article speaks of.
                .min(Comparator.comparing(entry -> !entry.isPlace()
                        && entry.country().filter(context::speaksOf).isEmpty()))
                .map(entry -> new Origin(
                        entry.country().orElse(null),
                        entry.isPlace() ? null : entry.entity().id(),
                        end,
                        false));
    }

    /** Where the article puts a place of that name, or which of several lands of the name it speaks of. */
    private Optional<String> countryTold(String words) {
        return context.container(words)
                .map(Container::country)
                .filter(country -> gazetteer.find(words).stream()
                        .anyMatch(entry -> entry.isPlace()
                                && entry.country().filter(country::equals).isPresent()))
                .or(() -> ambiguous
                        .choose(words, context)
                        .flatMap(choice -> choice.entry().country()));
    }

    /** Whom a person commands or leads is mostly from where that person is: "Saddam Hussein's troops". */
    private Optional<Origin> person(String words, int end) {
        List<Entry> entries = gazetteer.find(words).stream()
                .filter(entry -> entry.is(EntityType.PERSON))
                .toList();
        return entries.size() == 1
                ? entries.get(0).country().map(country -> new Origin(country, null, end, false))
                : Optional.empty();
    }

    /** "The Obama administration", also of years past: of the land that all of that name have governed. */
    private Optional<Origin> head(String words, int end) {
        List<String> lands = Stream.concat(gazetteer.find(words).stream(), gazetteer.surname(words).stream())
                .filter(entry -> entry.is(EntityType.PERSON) && entry.prior().curated())
                .filter(entry -> entry.offices().stream().anyMatch(office -> "GOV".equals(office.sector())))
                .flatMap(entry -> entry.country().stream())
                .distinct()
                .toList();
        return lands.size() == 1 ? Optional.of(new Origin(lands.get(0), null, end, false)) : Optional.empty();
    }

    /** "Somalia-based", in one token. */
    private Optional<Origin> hyphenated(String word, int end) {
        int hyphen = word.lastIndexOf('-');
        if (hyphen <= 0 || ABOUT_ANOTHER.contains(word.substring(hyphen + 1).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return named(word.substring(0, hyphen), end);
    }

    /** "pro-Iranian", "ethnic Albanian": not from there. */
    private static boolean stance(Sentence sentence, int i) {
        String before = word(sentence, i - 1);
        return before.equals("ethnic") || (before.equals("-") && STANCES.contains(word(sentence, i - 2)));
    }

    /** "U.S.-backed": of someone else. */
    private static boolean aboutAnother(Sentence sentence, int end) {
        return word(sentence, end).equals("-") && ABOUT_ANOTHER.contains(word(sentence, end + 1));
    }

    private static String word(Sentence sentence, int i) {
        return Words.at(sentence, i)
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The words of some tokens as they would be written, but for line breaks. */
    static String text(Sentence sentence, int first, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = first; i < end; i++) {
            Token token = sentence.token(i);
            boolean gap = i > first
                    && sentence.token(i - 1).span().end() < token.span().begin();
            text.append(gap ? " " : "").append(token.text());
        }
        return text.toString();
    }
}
