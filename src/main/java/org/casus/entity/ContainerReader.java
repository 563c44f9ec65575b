package org.casus.entity;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;

/** Reads which state or region a text puts a place in: "Oxford, North Carolina", "Warwick in Queensland". */
final class ContainerReader {
    private static final int LONGEST = 4;
    private static final Set<String> IN = Set.of(",", "in", "(", "-LRB-");
    private static final Set<String> BETWEEN = Set.of(",", "and", "or");
    private static final ImmutableMap<String, String> COUNTRIES =
            ImmutableMap.of("US", "USA", "CA", "CAN", "AU", "AUS");

    private final Gazetteer gazetteer;
    private final ImmutableMap<String, String> abbreviations;

    ContainerReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        abbreviations = gazetteer.abbreviations();
    }

    /**
     * What follows the name. In a list it is what it holds, "Oslo, Hedmark and Oppland", or what can only be an
     * address: "Oxford, N.C., and Durham".
     *
     * @param places of the name
     */
    Optional<Container> after(Words name, List<Entry> places) {
        Sentence sentence = name.sentence();
        Optional<Token> next = Words.at(sentence, name.end());
        if (next.isEmpty() || !IN.contains(next.get().text().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        int first = name.end() + 1;
        if (Words.at(sentence, first)
                .filter(token -> token.text().equalsIgnoreCase("the"))
                .isPresent()) {
            first++;
        }
        boolean afterComma = next.get().text().equals(",");
        return at(sentence, first, afterComma)
                .filter(found -> !afterComma
                        || found.shortened()
                        || !isListed(sentence, found.end())
                        || places.stream().anyMatch(found.container()::holds)
                        || isAddress(found.container(), places))
                .map(Found::container);
    }

    /** "Oxford, Ohio, and Dayton": where towns are told by their states, one that no table knows is not a list's. */
    private static boolean isAddress(Container container, List<Entry> places) {
        return container.region() != null
                && COUNTRIES.containsValue(container.country())
                && places.stream().allMatch(ContainerReader::isLittleKnown);
    }

    private static boolean isLittleKnown(Entry place) {
        return place.isCommonPlace()
                && (place.is(EntityType.CITY) || place.entity().qid() == null);
    }

    /** Whether more names of places follow: ", Oppland", "and Oppland", ", and Oppland". */
    private boolean isListed(Sentence sentence, int end) {
        int next = end;
        while (Words.at(sentence, next)
                .filter(token -> BETWEEN.contains(token.text()))
                .isPresent()) {
            next++;
        }
        int first = next;
        return next > end
                && IntStream.rangeClosed(1, Math.min(LONGEST, sentence.tokens().size() - first))
                        .mapToObj(size -> PhraseReader.text(sentence, first, first + size))
                        .filter(surface -> Character.isUpperCase(surface.codePointAt(0)))
                        .anyMatch(surface -> gazetteer.find(surface).stream().anyMatch(Entry::isPlace));
    }

    /** A region that is shortened as it is after a comma: "Ky." */
    Optional<Entry> shortened(Words words) {
        boolean afterComma = Words.at(words.sentence(), words.first() - 1)
                .filter(token -> token.text().equals(","))
                .isPresent();
        String surface = PhraseReader.text(words.sentence(), words.first(), words.end());
        return afterComma
                ? Optional.ofNullable(abbreviations.get(bare(surface))).flatMap(gazetteer::region)
                : Optional.empty();
    }

    /**
     * @param end of its name: the index of the token after it
     * @param shortened as "N.C." is
     */
    private record Found(Container container, int end, boolean shortened) {}

    private Optional<Found> at(Sentence sentence, int first, boolean afterComma) {
        for (int size = Math.min(LONGEST, sentence.tokens().size() - first); size > 0; size--) {
            String surface = PhraseReader.text(sentence, first, first + size);
            if (!Character.isUpperCase(surface.codePointAt(0))) {
                return Optional.empty();
            }
            if (!Words.endsName(sentence, first + size - 1)) {
                continue;
            }
            String region = afterComma ? abbreviations.get(bare(surface)) : null;
            if (region != null) {
                return Optional.of(new Found(new Container(country(region), region, true), first + size, true));
            }
            int end = first + size;
            Optional<Container> named = named(surface, afterComma);
            if (named.isPresent()) {
                // "Los Angeles, San Fernando Valley" tells nothing of San Fernando.
                return sentence.nameAt(end - 1).filter(name -> name.end() > end).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Found(named.get(), end, false));
            }
        }
        return Optional.empty();
    }

    private static String country(String region) {
        return COUNTRIES.getOrDefault(region.substring(0, 2), "");
    }

    private Optional<Container> named(String surface, boolean afterComma) {
        List<Entry> found = gazetteer.find(surface).stream()
                .filter(entry -> entry.country().isPresent()
                        && (entry.is(EntityType.STATE)
                                || (entry.is(EntityType.REGION)
                                        && entry.prior().region() != null
                                        && !entry.liesInRegion())))
                .toList();
        return found.stream()
                .filter(entry -> found.size() == 1 || entry.entity().qid() != null)
                .findFirst()
                .map(entry -> new Container(
                        entry.country().orElse(""),
                        entry.is(EntityType.STATE) ? null : entry.prior().region(),
                        afterComma));
    }

    private static String bare(String text) {
        return text.replace(".", "");
    }
}
