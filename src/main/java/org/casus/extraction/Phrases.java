package org.casus.extraction;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.Coreference;
import org.casus.annotation.Dependency;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.casus.article.Span;
import org.casus.classification.MarkedClause;
import org.jspecify.annotations.Nullable;

/** The noun phrases of one article as mentions, each made once. */
final class Phrases {
    private static final Set<String> ARMED = Set.of("REB", "OPP", "UAF");
    private static final Set<String> OF_WHOM = Set.of("of", "for", "from", "at");
    private static final Set<String> WATERS = WordClasses.of("waters");
    /** Nouns that mean something else in a name than alone: the African Union is no trade union. */
    private static final Set<String> AMBIGUOUS_IN_NAMES = WordClasses.of("ambiguous-in-names");

    private final AnnotatedArticle article;
    private final Nouns nouns;
    private final Map<Span, Coreference> coreferences = new HashMap<>();
    private final Map<Span, Mention> byHead = new TreeMap<>();
    private BiFunction<Sentence, Token, Optional<Mention>> speakers = (sentence, pronoun) -> Optional.empty();

    Phrases(AnnotatedArticle article, Nouns nouns) {
        this.article = article;
        this.nouns = nouns;
        article.coreferences().forEach(coreference -> coreferences.put(coreference.span(), coreference));
    }

    /**
     * @param speakers who has the word where a pronoun stands; for the first person, where that is not told beside it
     */
    void spokenBy(BiFunction<Sentence, Token, Optional<Mention>> speakers) {
        this.speakers = speakers;
    }

    /** Every mention made so far, in the order of the text. */
    Collection<Mention> all() {
        return byHead.values();
    }

    /** True for a phrase that can act: a name, a pronoun, a people, or a noun that the table says acts. */
    boolean isActor(Syntax syntax, int head) {
        Sentence sentence = syntax.sentence();
        Token token = sentence.token(head);
        if (syntax.inTime(head)
                || token.text().matches("\\d\\d?:\\d\\d")
                || isCondition(syntax, head)
                || isWater(syntax, head)) {
            return false;
        }
        return token.isPersonalPronoun()
                || sentence.nameAt(head).isPresent()
                || token.isProper()
                || (!token.pos().matches("VB[DN]") && nouns.acts(sentence, head));
    }

    /** Ships are stopped in the Strait of Hormuz; the strait does nothing, and nothing is done to it. */
    static boolean isWater(Syntax syntax, int head) {
        Optional<EntityMention> name = syntax.sentence().nameAt(head);
        return name.filter(known -> known.type() != EntityMention.Type.LOCATION).isEmpty()
                && Stream.concat(
                                Stream.of(head),
                                name.stream().flatMap(known -> Stream.of(known.first(), known.end() - 1)))
                        .anyMatch(word -> WATERS.contains(syntax.lemma(word).toLowerCase(Locale.ROOT)));
    }

    /**
     * A state of siege is no state, nor that of a two-state solution; who uses force uses none that has a commander.
     */
    private static boolean isCondition(Syntax syntax, int head) {
        if (syntax.lemma(head).equals("force")) {
            return syntax.sentence().token(head).pos().equals("NN")
                    && Stream.of("det", "nmod:poss", "compound").noneMatch(relation -> syntax.hasChild(head, relation))
                    && syntax.children(head, "amod").stream()
                            .noneMatch(whose -> syntax.sentence().token(whose).isProper());
        }
        List<Integer> of = syntax.slot(head, "of");
        boolean named = of.stream().allMatch(i -> syntax.sentence().nameAt(i).isPresent());
        return syntax.lemma(head).equals("state")
                && (!named || (head > 0 && syntax.lemma(head - 1).equals("-")));
    }

    /**
     * Demonyms do, and "rebel positions" are the rebels'; but "military exercises" and a "general strike" are nobody's.
     */
    boolean actsAsAdjective(Syntax syntax, int head) {
        if (syntax.sentence().nameAt(head).isPresent()) {
            return true;
        }
        Optional<Nouns.Noun> noun = nouns.at(syntax.sentence(), head);
        return syntax.is(head, "amod")
                ? noun.filter(n -> n.sector() != null && ARMED.contains(n.sector()))
                        .isPresent()
                : noun.filter(n -> n.kind() == Mention.Kind.ORGANISATION).isEmpty();
    }

    boolean isQuantity(Sentence sentence, int head) {
        return sentence.token(head).pos().equals("CD") || nouns.isA(sentence, head, "quantity");
    }

    /** The words of a phrase, without a mention of it. */
    String words(Sentence sentence, int head) {
        return span(sentence, head).of(article.article().text());
    }

    /** A trigger in its sentence, with its parties marked. */
    MarkedClause clause(Sentence sentence, Span trigger, @Nullable Span actor, @Nullable Span target) {
        Span whole = sentence.span();
        return MarkedClause.of(
                whole.of(article.article().text()),
                within(whole, trigger),
                actor == null ? null : within(whole, actor),
                target == null ? null : within(whole, target));
    }

    private static Span within(Span whole, Span part) {
        return new Span(part.begin() - whole.begin(), part.end() - whole.begin());
    }

    Mention mention(Sentence sentence, int head) {
        Span key = sentence.token(head).span();
        Mention known = byHead.get(key);
        if (known != null) {
            return known;
        }
        Mention made = make(sentence, head);
        byHead.put(key, made);
        return made;
    }

    /** A pronoun gives way to what it stands for where its own sentence says so: "the army says it has withdrawn". */
    Mention meant(Sentence sentence, int head) {
        Mention mention = mention(sentence, head);
        Mention antecedent = mention.antecedent();
        boolean here = antecedent != null && antecedent.sentence() == mention.sentence();
        return antecedent != null && here && mention.kind() == Mention.Kind.PRONOUN ? antecedent : mention;
    }

    private Mention make(Sentence sentence, int head) {
        Optional<EntityMention> name = name(sentence, head);
        Optional<Integer> describing = describing(sentence, head);
        Optional<Nouns.Noun> noun =
                describing.flatMap(i -> nouns.at(sentence, i)).filter(some -> some.kind() != null);
        Span span = span(sentence, head);
        boolean saysNothing = sentence.token(head).pos().startsWith("JJ")
                || (sentence.nameAt(head).isPresent()
                        && noun.map(Nouns.Noun::lemma)
                                .filter(AMBIGUOUS_IN_NAMES::contains)
                                .isPresent());
        return new Mention(
                sentence.index(),
                head,
                span,
                span.of(article.article().text()),
                name.map(EntityMention::span).orElse(null),
                kind(sentence, head, name, noun),
                shared(sentence, head)
                        .or(() -> saysNothing
                                ? Optional.empty()
                                : describing
                                        .flatMap(i -> represented(sentence, i))
                                        .or(() -> noun))
                        .map(Nouns.Noun::sector)
                        .orElse(null),
                antecedent(sentence, head, name),
                owner(sentence, head));
    }

    /** "A commander of the rebels" is a rebel, "a spokesman for the students" a student. */
    private Optional<Nouns.Noun> represented(Sentence sentence, int i) {
        return !nouns.isA(sentence, i, "representing")
                ? Optional.empty()
                : sentence.dependents(i).stream()
                        .filter(child -> sentence.relation(child).equals("nmod")
                                && sentence.dependents(child).stream()
                                        .anyMatch(
                                                word -> sentence.relation(word).equals("case")
                                                        && OF_WHOM.contains(sentence.token(word)
                                                                .lemma())))
                        .flatMap(child -> nouns.at(sentence, child).stream())
                        .filter(body -> body.kind() != null && body.sector() != null)
                        .findFirst();
    }

    private @Nullable Mention owner(Sentence sentence, int head) {
        OptionalInt described = described(sentence, head);
        if (described.isPresent()) {
            Mention owner = mention(sentence, described.getAsInt());
            return owner.kind() == Mention.Kind.PRONOUN ? owner.antecedent() : owner;
        }
        return sentence.dependents(head).stream()
                .filter(child -> child < head && sentence.token(child).pos().equals("PRP$"))
                .map(child -> antecedent(sentence, child, Optional.empty()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Chad of "Chad, whose troops shelled the camp". */
    private static OptionalInt described(Sentence sentence, int head) {
        OptionalInt whose = sentence.dependents(head).stream()
                .filter(child -> child < head && sentence.token(child).pos().equals("WP$"))
                .mapToInt(Integer::intValue)
                .findFirst();
        int above = head;
        while (whose.isPresent() && above >= whose.getAsInt()) {
            above = sentence.governor(above);
        }
        return whose.isPresent()
                        && above != Dependency.ROOT
                        && sentence.token(above).isNoun()
                ? OptionalInt.of(above)
                : OptionalInt.empty();
    }

    /** The noun that coordinated adjectives have in common: the refugees of "Ethiopian and Eritrean refugees". */
    private Optional<Nouns.Noun> shared(Sentence sentence, int head) {
        boolean people = sentence.nameAt(head)
                .filter(name -> name.type() == EntityMention.Type.MISC)
                .isPresent();
        if (!people && !sentence.token(head).pos().startsWith("JJ")) {
            return Optional.empty();
        }
        Stream<Integer> behind = sentence.dependents(head).stream()
                .filter(child -> child > head && sentence.relation(child).equals("conj"));
        Stream<Integer> above = sentence.relation(head).equals("amod")
                ? Stream.of(sentence.governor(head)).filter(noun -> noun > head)
                : Stream.empty();
        return Stream.concat(behind, above)
                .filter(noun ->
                        sentence.token(noun).isNoun() && !sentence.token(noun).isProper())
                .flatMap(noun -> nouns.at(sentence, noun).stream())
                .filter(noun -> noun.kind() != null)
                .findFirst();
    }

    /** The name at the head, or the one in apposition to a noun: "the president, X". */
    private Optional<EntityMention> name(Sentence sentence, int head) {
        Optional<EntityMention> own = sentence.nameAt(head);
        if (own.isPresent()
                || nouns.at(sentence, head)
                        .filter(n -> n.kind() == Mention.Kind.PERSON)
                        .isEmpty()) {
            return own;
        }
        return sentence.dependents(head).stream()
                .filter(child -> sentence.relation(child).equals("appos"))
                .flatMap(child -> sentence.nameAt(child).stream())
                .filter(name -> name.type() == EntityMention.Type.PERSON)
                .findFirst();
    }

    /** The noun that says what the phrase is: its head, a title before its name, or an apposition behind it. */
    private Optional<Integer> describing(Sentence sentence, int head) {
        Optional<EntityMention> name = sentence.nameAt(head);
        if (name.isEmpty() || !isPerson(sentence, name.get())) {
            return Optional.of(head);
        }
        for (int child : sentence.dependents(head)) {
            boolean title = child < name.get().first();
            if (title || sentence.relation(child).equals("appos")) {
                if (nouns.at(sentence, child)
                        .filter(noun -> noun.kind() == Mention.Kind.PERSON)
                        .isPresent()) {
                    return Optional.of(child);
                }
            }
        }
        return Optional.empty();
    }

    /** By its tag, but by its words where these are clearer: a title before it, or a plural as in "Shan Buddhists". */
    private boolean isPerson(Sentence sentence, EntityMention name) {
        int last = name.end() - 1;
        if (name.type() == EntityMention.Type.PERSON) {
            return !(sentence.token(last).pos().equals("NNPS")
                    && nouns.at(sentence, last)
                            .filter(noun -> noun.kind() != null)
                            .isPresent());
        }
        return name.type() == EntityMention.Type.ORGANIZATION
                && name.first() > 0
                && sentence.relation(name.first() - 1).equals("compound")
                && sentence.token(name.first() - 1).isProper()
                && nouns.at(sentence, name.first() - 1)
                        .filter(noun -> noun.kind() == Mention.Kind.PERSON && noun.sector() != null)
                        .isPresent();
    }

    private Mention.Kind kind(Sentence sentence, int head, Optional<EntityMention> name, Optional<Nouns.Noun> noun) {
        Token token = sentence.token(head);
        if (token.isPersonalPronoun()) {
            return Mention.Kind.PRONOUN;
        }
        if (token.pos().startsWith("JJ")) {
            return Mention.Kind.PLACE;
        }
        Mention.@Nullable Kind told = noun.map(Nouns.Noun::kind).orElse(null);
        if (name.isPresent() && name.get().type() != EntityMention.Type.MISC) {
            if (isPerson(sentence, name.get())) {
                return Mention.Kind.PERSON;
            }
            return switch (name.get().type()) {
                case PERSON -> Mention.Kind.GROUP;
                case ORGANIZATION -> Mention.Kind.ORGANISATION;
                case LOCATION, MISC -> told == null ? Mention.Kind.PLACE : told;
            };
        }
        if (told != null) {
            boolean several = told == Mention.Kind.PERSON && token.pos().equals("NNS");
            return several ? Mention.Kind.GROUP : told;
        }
        if (token.pos().equals("NNPS") || (name.isPresent() && token.pos().equals("NNS"))) {
            return Mention.Kind.POPULATION;
        }
        return isLand(sentence, head) ? Mention.Kind.PLACE : Mention.Kind.OTHER;
    }

    /** "the region", "a larger territory". */
    private boolean isLand(Sentence sentence, int head) {
        return nouns.isA(sentence, head, "place") || nouns.isA(sentence, head, "territory");
    }

    /** A whole noun phrase, without relative clauses. */
    Span span(Sentence sentence, int head) {
        return Extent.of(sentence, head).span(sentence);
    }

    private @Nullable Mention antecedent(Sentence sentence, int head, Optional<EntityMention> name) {
        Coreference found = coreferences.get(sentence.token(head).span());
        if (found == null && name.isPresent()) {
            found = coreferences.get(name.get().span());
        }
        if (found == null && sentence.token(head).isFirstPerson()) {
            return speakers.apply(sentence, sentence.token(head)).orElse(null);
        }
        if (found == null || found.antecedent().equals(found.span())) {
            return null;
        }
        Sentence other = article.sentences().get(found.antecedentSentence());
        int otherHead = headOf(other, found.antecedent());
        boolean earlier = found.antecedent().begin() < found.span().begin();
        Mention antecedent = otherHead < 0 || !earlier ? null : mention(other, otherHead);
        return antecedent != null && speaksHimself(sentence, head, antecedent) ? null : antecedent;
    }

    /** Nobody is "he" or "they" in his own words. */
    private boolean speaksHimself(Sentence sentence, int head, Mention antecedent) {
        Token token = sentence.token(head);
        return token.isPersonalPronoun()
                && !token.isFirstPerson()
                && speakers.apply(sentence, token)
                        .filter(speaker -> naming(speaker.resolved()).equals(naming(antecedent.resolved())))
                        .isPresent();
    }

    private String naming(Mention mention) {
        Span words = mention.name() == null ? mention.span() : mention.name();
        return words.of(article.article().text());
    }

    /** The token of a name that the others hang on; "Serbian" never heads an army, whatever the parser says. */
    static int headOf(Sentence sentence, EntityMention name) {
        int head = headOf(sentence, name.span());
        boolean adjective = sentence.token(head).pos().startsWith("JJ");
        return adjective && sentence.token(name.end() - 1).pos().startsWith("NN") ? name.end() - 1 : head;
    }

    /** The token of the span that hangs on something outside it; -1 where the span holds no token. */
    static int headOf(Sentence sentence, Span span) {
        int head = -1;
        for (Token token : sentence.tokens()) {
            if (!span.contains(token.span())) {
                continue;
            }
            int governor = sentence.governor(token.index());
            if (governor == Dependency.ROOT
                    || !span.contains(sentence.token(governor).span())) {
                return token.index();
            }
            head = token.index();
        }
        return head;
    }
}
