package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casus.annotation.AnnotatedArticle;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.jspecify.annotations.Nullable;

/** Finds where an act was: what hangs on its words by a preposition of place, not the nearest name. */
final class PlaceReader {
    private static final Set<String> AT = Set.of(
            "in",
            "at",
            "near",
            "inside",
            "outside",
            "around",
            "on",
            "across",
            "off",
            "along",
            "within",
            "throughout",
            "through",
            "over",
            "between");
    static final Set<String> TO = Set.of("to", "into", "toward", "towards", "onto");
    private static final Set<String> FROM = Set.of("from");
    /** "Resigned before talks in Doha": what stands behind these was somewhere else. */
    private static final Set<String> APART = Set.of("before", "since", "despite", "about", "than");

    private static final Set<String> TOPICAL = WordClasses.of("topical");

    /** A dateline stands in the first sentence or below a headline. */
    private static final int TOP = 2;

    private static final int DEEPEST = 4;
    /** What begins another story of a roundup, which did not happen where the first was written. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?:and )?(?:elsewhere|separately|in other (?:news|developments))\\b", Pattern.CASE_INSENSITIVE);
    /** So do these where a place follows: "Meanwhile, in Niger", but not "Meanwhile, in a speech". */
    private static final Pattern IN_TURN =
            Pattern.compile("(?:and )?(?:(?:finally|meanwhile),? in|in neighbou?ring)\\b", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_OPENING = 8;

    private final Phrases phrases;
    private final Nouns nouns;
    private final Optional<Mention> dateline;
    private final List<Optional<Mention>> stories;

    PlaceReader(AnnotatedArticle article, Phrases phrases, Nouns nouns) {
        this.phrases = phrases;
        this.nouns = nouns;
        dateline = article.sentences().stream()
                .limit(TOP)
                .flatMap(sentence -> dateline(sentence).stream())
                .findFirst();
        stories = stories(article);
    }

    /** The place that the sentence gives, else that of its story, which is mostly the dateline, marked so. */
    @Nullable
    EventPlace at(Syntax syntax, int trigger, @Nullable Integer lightVerb) {
        Optional<EventPlace> told = find(syntax, trigger, AT, DEEPEST)
                .or(() -> lightVerb == null ? Optional.empty() : find(syntax, lightVerb, AT, DEEPEST))
                .map(place -> new EventPlace(place, EventPlace.Basis.TEXT));
        return told.or(() -> stories.get(syntax.sentence().index())
                        .map(place -> new EventPlace(place, EventPlace.Basis.DATELINE)))
                .orElse(null);
    }

    /** The place of each sentence's story. */
    private List<Optional<Mention>> stories(AnnotatedArticle article) {
        Paragraphs paragraphs = new Paragraphs(article.article().text(), article.sentences());
        List<Optional<Mention>> found = new ArrayList<>();
        Optional<Mention> story = dateline;
        for (Sentence sentence : article.sentences()) {
            if (sentence.index() > 0 && paragraphs.begins(sentence.index())) {
                story = ofStory(sentence, sentence.span().of(article.article().text()));
            }
            found.add(story);
        }
        return found;
    }

    private Optional<Mention> ofStory(Sentence opening, String words) {
        boolean elsewhere = ELSEWHERE.matcher(words).lookingAt();
        if (!elsewhere && !IN_TURN.matcher(words).lookingAt()) {
            return dateline;
        }
        return opening.names().stream()
                .filter(name -> name.type() == EntityMention.Type.LOCATION)
                .filter(name -> name.end() <= LONGEST_OPENING && isIn(opening, name.first()))
                .map(name -> phrases.mention(opening, name.end() - 1))
                .findFirst()
                .or(() -> elsewhere ? Optional.empty() : dateline);
    }

    /** "In neighbouring Mali". */
    private static boolean isIn(Sentence sentence, int name) {
        return sentence.tokens().subList(Math.max(0, name - 2), name).stream()
                .anyMatch(token -> token.text().equalsIgnoreCase("in"));
    }

    @Nullable
    Mention destination(Syntax syntax, int trigger) {
        return find(syntax, trigger, TO, 1).orElse(null);
    }

    @Nullable
    Mention origin(Syntax syntax, int trigger) {
        return find(syntax, trigger, FROM, 1).orElse(null);
    }

    /** "the Ganja strikes": a place before a noun of conflict is where, but "US strikes" are whose. */
    static boolean isNamedAfter(Syntax syntax, int noun, int modifier) {
        Sentence sentence = syntax.sentence();
        return isNamedPlace(sentence, modifier)
                && !isWithinParty(syntax, noun, modifier)
                && !isTitle(sentence, noun)
                && sentence.governor(modifier) == noun
                && sentence.relation(modifier).equals("compound")
                && !sentence.token(modifier).text().matches("[A-Z.]+");
    }

    /** "Texas Governor John Miller" may be anywhere. */
    private static boolean isTitle(Sentence sentence, int noun) {
        int name = sentence.relation(noun).equals("compound") ? sentence.governor(noun) : noun;
        return sentence.nameAt(name)
                .filter(person -> person.type() == EntityMention.Type.PERSON)
                .isPresent();
    }

    /** "The Minsk agreement" is no doing of Minsk, and who breaks it need not be there. */
    static boolean isSignedAt(Syntax syntax, int agreement, int modifier) {
        return syntax.isA(agreement, "agreement") && isNamedAfter(syntax, agreement, modifier);
    }

    /** Nor are "talks in Jeddah" held with anybody there. */
    static boolean isVenue(Syntax syntax, int noun, int child) {
        boolean heldThere = syntax.isA(noun, "talk")
                && syntax.preposition(child).equals("in")
                && isNamedPlace(syntax.sentence(), child);
        return heldThere || isSignedAt(syntax, noun, child);
    }

    /** Breadth first, so that the act's own place wins over one of its participants'. */
    private Optional<Mention> find(Syntax syntax, int head, Set<String> prepositions, int depth) {
        Sentence sentence = syntax.sentence();
        List<Integer> below = sentence.dependents(head).stream()
                .filter(child -> !isWithinParty(syntax, head, child))
                .filter(child -> !syntax.is(child, "ccomp") && !syntax.is(child, "parataxis"))
                .filter(child -> !syntax.is(child, "advcl") && !syntax.is(child, "acl:relcl"))
                .filter(child ->
                        !(syntax.is(child, "conj") && sentence.token(child).isVerb()))
                .filter(child -> !DatedAct.isCharge(syntax, child))
                // "Goma, the capital of North Kivu".
                .filter(child -> !syntax.is(child, "appos") || !isNamedPlace(sentence, head))
                .toList();
        for (int child : below) {
            if (prepositions == AT && isNamedAfter(syntax, head, child) && !isSignedAt(syntax, head, child)) {
                return Optional.of(phrases.mention(sentence, child));
            }
            if (prepositions.contains(syntax.preposition(child))
                    && !saysWho(syntax, head, child)
                    && !saysAbout(syntax, head, child)) {
                Optional<Mention> place = isPlace(sentence, child)
                        ? Optional.of(phrases.mention(sentence, child))
                        : ofConflict(syntax, child);
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        Optional<Mention> streets = below.stream()
                .filter(child -> syntax.lemma(child).equals("street") && prepositions == AT)
                .flatMap(child -> syntax.prepositional(child, "of").stream())
                .filter(child -> isNamedPlace(sentence, child))
                .map(child -> phrases.mention(sentence, child))
                .findFirst();
        if (streets.isPresent() || depth == 0) {
            return streets; // "Took to the streets of Lima": in Lima.
        }
        return below.stream()
                .filter(child -> !APART.contains(syntax.preposition(child)))
                .flatMap(child -> find(syntax, child, prepositions, depth - 1).stream())
                .findFirst();
    }

    /** "In Sudan's war"; but "in Russia's war on Georgia" says whose. */
    private Optional<Mention> ofConflict(Syntax syntax, int noun) {
        boolean against = syntax.sentence().dependents(noun).stream()
                .anyMatch(child -> syntax.sentence().relation(child).equals("nmod"));
        return syntax.isA(noun, "violence") && !against ? owner(syntax, noun) : Optional.empty();
    }

    private Optional<Mention> owner(Syntax syntax, int noun) {
        Sentence sentence = syntax.sentence();
        return sentence.dependents(noun).stream()
                .filter(child -> syntax.is(child, "nmod:poss"))
                .filter(child -> isNamedPlace(sentence, child))
                .map(child -> phrases.mention(sentence, child))
                .findFirst();
    }

    /** Where that is which an act was done to: a place, or a site of one ("the airport of Goma", "Haiti's ports"). */
    Optional<Mention> ofObject(Syntax syntax, int object) {
        Sentence sentence = syntax.sentence();
        if (isPlace(sentence, object)) {
            return Optional.of(phrases.mention(sentence, object));
        }
        if (!syntax.isA(object, "site")) {
            return Optional.empty();
        }
        return syntax.prepositional(object, "of").stream()
                .filter(place -> isNamedPlace(sentence, place))
                .map(place -> phrases.mention(sentence, place))
                .findFirst()
                .or(() -> owner(syntax, object));
    }

    /**
     * Where a deed without a place of its own was, as what goes with it is told to be, or as he came there to whom it
     * was done: "shot as he left a mosque in Goma", "held after crossing into Chad".
     */
    Optional<Mention> besides(Syntax syntax, int verb, Meanwhile meanwhile) {
        return meanwhile.inPlace(verb).stream()
                .flatMap(other -> find(syntax, other, AT, 1).stream())
                .findFirst()
                .or(() -> meanwhile
                        .outcomeOf(verb)
                        .flatMap(deed -> syntax.slot(deed, "obj").stream())
                        .flatMap(object -> ofObject(syntax, object).stream())
                        .findFirst())
                .or(() -> meanwhile.arrivals(verb).stream()
                        .flatMap(clause -> arrival(syntax, clause).stream())
                        .findFirst());
    }

    private Optional<Mention> arrival(Syntax syntax, int clause) {
        return find(syntax, clause, TO, 0)
                .or(() -> find(syntax, clause, AT, 0))
                .or(() -> syntax.children(clause, "obj").stream()
                        .flatMap(object -> ofObject(syntax, object).stream())
                        .findFirst());
    }

    /** "The Republic of Chad condemned" it, but not in Chad; nor is "United" of a state that acts a place. */
    private static boolean isWithinParty(Syntax syntax, int head, int child) {
        Sentence sentence = syntax.sentence();
        boolean subject =
                syntax.is(head, "nsubj") || (syntax.is(head, "conj") && syntax.is(sentence.governor(head), "nsubj"));
        boolean party = subject || syntax.preposition(head).matches("by|with|between");
        return party
                && sentence.nameAt(head)
                        .filter(name -> name.first() <= child && child < name.end())
                        .isPresent();
    }

    /** "Along with Chad" and "a truce between Chad and Niger" say who, not where. */
    private static boolean saysWho(Syntax syntax, int head, int child) {
        String preposition = syntax.preposition(child);
        boolean parties = preposition.equals("between")
                && (syntax.sentence().token(head).isNoun() || syntax.lemma(head).equals("mediate"));
        boolean companion = syntax.children(child, "case").stream()
                .anyMatch(word -> syntax.lemma(word).equals("with"));
        return parties || companion;
    }

    /** "A statement on Chad" and "sanctions on Chad" are made elsewhere. */
    private static boolean saysAbout(Syntax syntax, int head, int child) {
        return syntax.preposition(child).equals("on")
                && isNamedPlace(syntax.sentence(), child)
                && (isOfATopic(syntax, head)
                        || syntax.slot(head, "obj").stream().anyMatch(object -> isOfATopic(syntax, object)));
    }

    private static boolean isOfATopic(Syntax syntax, int word) {
        return TOPICAL.contains(syntax.lemma(word))
                || Stream.of("document", "talk", "agreement", "sanction", "law")
                        .anyMatch(type -> syntax.isA(word, type));
    }

    private static boolean isNamedPlace(Sentence sentence, int head) {
        return sentence.nameAt(head)
                .filter(name -> name.type() == EntityMention.Type.LOCATION)
                .isPresent();
    }

    private boolean isPlace(Sentence sentence, int head) {
        return sentence.nameAt(head)
                .map(name -> name.type() == EntityMention.Type.LOCATION)
                .orElseGet(() -> isDivision(sentence, head)
                        || ((nouns.isA(sentence, head, "place") || nouns.isA(sentence, head, "territory"))
                                && !isOnTheGround(sentence, head)));
    }

    /** "The state of Bihar"; but "a state of emergency". */
    private static boolean isDivision(Sentence sentence, int head) {
        return sentence.token(head).lemma().equals("state")
                && sentence.dependents(head).stream()
                        .anyMatch(
                                child -> sentence.token(head + 1).text().equals("of") && isNamedPlace(sentence, child));
    }

    private static boolean isGrounds(Sentence sentence, int head) {
        return sentence.token(head).text().equals("grounds");
    }

    /** "Activists on the ground" are wherever it is, and "on the grounds of" it is no place. */
    static boolean isOnTheGround(Sentence sentence, int head) {
        boolean on = head > 1
                && (sentence.token(head - 2).text().equals("on")
                        || sentence.token(head - 1).text().equals("on"));
        boolean ofPlace = head + 2 < sentence.tokens().size()
                && sentence.token(head + 2).text().equals("the");
        return on && (sentence.token(head).text().equals("ground") || (isGrounds(sentence, head) && !ofPlace));
    }

    /** "BAKU, Sept 22 (Reuters) - ...". */
    private Optional<Mention> dateline(Sentence sentence) {
        return sentence.names().stream()
                .filter(name -> name.end() <= sentence.datelineEnd())
                .findFirst()
                .filter(name -> name.type() == EntityMention.Type.LOCATION)
                .map(name -> phrases.mention(sentence, name.end() - 1));
    }
}
