package org.casus.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds whom "the premier" means: the one person of the article so far who was called that. Says nothing where it told
 * of two, be the other named or not ("Chad's premier").
 */
final class TitleHolders {
    private static final Set<String> TITLES = WordList.read("offices.txt");

    /** Too vague to mean the last who was called that. */
    private static final Set<String> VAGUE =
            Set.of("official", "member", "ally", "aide", "head", "representative", "chief", "lawmaker", "boss");

    /** With these it is another office: no vice president is "the president". */
    private static final Set<String> OTHERS =
            Set.of("vice", "deputy", "former", "ex", "late", "assistant", "acting", "prime");

    private static final Set<String> MODIFIERS = Set.of("compound", "amod");
    private static final Set<String> OF_WHOM = Set.of("nmod", "nmod:poss", "acl", "acl:relcl", "appos", "compound");

    /** A title, and who holds it; by the words of the phrase where the article does not name him there. */
    private record Holder(List<String> title, String who, Optional<FullName> name) {
        boolean isCalled(List<String> words) {
            List<String> more = title.subList(0, Math.max(0, title.size() - words.size()));
            return title.size() >= words.size()
                    && title.subList(more.size(), title.size()).equals(words)
                    && more.stream().noneMatch(OTHERS::contains);
        }
    }

    private final Map<EntityMention, FullName> fullNames;
    private final List<Holder> holders = new ArrayList<>();

    TitleHolders(Map<EntityMention, FullName> fullNames) {
        this.fullNames = fullNames;
    }

    /** Those whom the sentence means by their titles alone; to be asked of one sentence after the other. */
    List<Coreference> in(Sentence sentence) {
        List<Coreference> found = new ArrayList<>();
        for (Token token : sentence.tokens()) {
            if (!isTitle(sentence, token.index())) {
                continue;
            }
            if (isBare(sentence, token.index())) {
                meant(title(sentence, token.index()))
                        .map(name -> new Coreference(
                                sentence.index(),
                                token.span(),
                                name.sentence(),
                                name.name().span()))
                        .ifPresent(found::add);
            } else {
                Holder holder = holder(sentence, token.index());
                if (!holder.who().isEmpty()) {
                    holders.add(holder);
                }
            }
        }
        return found;
    }

    private static boolean isTitle(Sentence sentence, int i) {
        Token token = sentence.token(i);
        String lemma = lemma(token);
        boolean noun =
                token.pos().matches("NNP?") || (token.pos().equals("JJ") && !MODIFIERS.contains(sentence.relation(i)));
        return noun && TITLES.contains(lemma) && !VAGUE.contains(lemma) && !named(sentence, i);
    }

    /** "The premier", "the foreign minister", and nothing that tells of which land or who. */
    private static boolean isBare(Sentence sentence, int i) {
        boolean definite = false;
        for (int child : sentence.dependents(i)) {
            definite |= sentence.token(child).text().equalsIgnoreCase("the");
            boolean modifier = child < i && MODIFIERS.contains(sentence.relation(child));
            if (modifier ? named(sentence, child) : OF_WHOM.contains(sentence.relation(child))) {
                return false;
            }
        }
        boolean named = i + 1 < sentence.tokens().size() && named(sentence, i + 1);
        return definite
                && !named
                && !MODIFIERS.contains(sentence.relation(i))
                && !sentence.relation(i).equals("appos");
    }

    private static boolean named(Sentence sentence, int i) {
        return sentence.nameAt(i).isPresent();
    }

    /** The words of a title: "foreign minister"; a premier is a prime minister. */
    private static List<String> title(Sentence sentence, int i) {
        List<String> words = new ArrayList<>();
        for (int word = i; word >= 0 && (word == i || isPartOfTitle(sentence, word)); word--) {
            words.add(0, lemma(sentence.token(word)));
        }
        return words.equals(List.of("premier")) ? List.of("prime", "minister") : List.copyOf(words);
    }

    private static boolean isPartOfTitle(Sentence sentence, int word) {
        return (!named(sentence, word) || OTHERS.contains(lemma(sentence.token(word))))
                && sentence.token(word).pos().matches("NNP?|JJ")
                && MODIFIERS.contains(sentence.relation(word));
    }

    private Holder holder(Sentence sentence, int i) {
        Stream<Integer> around = Stream.concat(
                Stream.of(i + 1, sentence.governor(i)),
                sentence.dependents(i).stream()
                        .filter(child -> sentence.relation(child).equals("appos")));
        boolean apposed = sentence.relation(i).equals("appos");
        Optional<FullName> name = around.filter(
                        at -> at >= 0 && at < sentence.tokens().size())
                .filter(at -> at != sentence.governor(i) || apposed || MODIFIERS.contains(sentence.relation(i)))
                .flatMap(at -> sentence.nameAt(at).stream())
                .filter(found -> found.type() == EntityMention.Type.PERSON)
                .map(found -> fullNames.getOrDefault(found, new FullName(sentence.index(), found)))
                .findFirst();
        String who = name.map(full -> full.name().text())
                .orElseGet(() -> sentence.dependents(i).stream()
                        .filter(child -> named(sentence, child))
                        .map(child -> sentence.token(child).text())
                        .collect(Collectors.joining(" ")));
        return new Holder(title(sentence, i), who, name);
    }

    private Optional<FullName> meant(List<String> title) {
        Map<String, Optional<FullName>> called = new HashMap<>();
        holders.stream()
                .filter(holder -> holder.isCalled(title))
                .forEach(holder -> called.putIfAbsent(holder.who(), holder.name()));
        return called.size() == 1 ? called.values().iterator().next() : Optional.empty();
    }

    private static String lemma(Token token) {
        return token.lemma().toLowerCase(Locale.ROOT);
    }
}
