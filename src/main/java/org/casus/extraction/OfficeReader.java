package org.casus.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.casus.article.Article;
import org.casus.article.Span;
import org.casus.extraction.OfficeMention.Standing;
import org.jspecify.annotations.Nullable;

/** Reads who holds which office of what: titles before names, appositions, "X is president of Y", and verbs. */
final class OfficeReader {
    private static final Set<String> PAST = Set.of(
            "former",
            "ex",
            "then",
            "late",
            "ousted",
            "deposed",
            "oust",
            "depose",
            "erstwhile",
            "onetime",
            "sacked",
            "sack",
            "dismissed",
            "dismiss",
            "fired");
    /** They say when, and are no part of an office's name. */
    private static final Set<String> ASIDE = Set.of("outgoing", "incoming", "incumbent", "current", "new", "longtime");

    private static final Set<String> LEFT = WordClasses.of("workplace");
    private static final Set<String> FOR_A_TIME = Set.of("acting", "interim", "caretaker", "act");
    private static final List<String> SERVES = List.of("poss", "of", "to", "for", "in", "at");
    private static final int BEFORE_TITLE = 3;

    private final Offices offices;
    private final OfficeVerbs verbs;
    private final Phrases phrases;
    private final FactualityReader factuality;
    private final AttributionReader attribution;
    private final PeriodReader periods;
    private final Article article;

    OfficeReader(
            Offices offices,
            OfficeVerbs verbs,
            Phrases phrases,
            FactualityReader factuality,
            AttributionReader attribution,
            PeriodReader periods,
            Article article) {
        this.offices = offices;
        this.verbs = verbs;
        this.phrases = phrases;
        this.factuality = factuality;
        this.attribution = attribution;
        this.periods = periods;
        this.article = article;
    }

    List<OfficeMention> read(Syntax syntax) {
        return new Reading(syntax).offices();
    }

    /** One sentence, of which each title is read once. */
    private final class Reading {
        private final Syntax syntax;
        private final Sentence sentence;
        private final List<OfficeMention> found = new ArrayList<>();
        private final Set<Integer> read = new HashSet<>();

        Reading(Syntax syntax) {
            this.syntax = syntax;
            this.sentence = syntax.sentence();
        }

        List<OfficeMention> offices() {
            IntStream.range(0, sentence.tokens().size())
                    .filter(i -> sentence.token(i).isVerb())
                    .forEach(this::verb);
            sentence.names().stream().filter(this::isPerson).forEach(this::name);
            return found;
        }

        private boolean isPerson(EntityMention name) {
            return name.type() == EntityMention.Type.PERSON;
        }

        private void verb(int verb) {
            Optional<OfficeVerbs.Change> change = verbs.at(syntax, verb);
            OptionalInt title = change.isPresent() ? titleUnder(verb) : OptionalInt.empty();
            if (title.isEmpty()) {
                return;
            }
            read.add(title.getAsInt());
            Factuality put = put(verb);
            if (!put.happened()) {
                return;
            }
            OfficeVerbs.Change told = change.get();
            person(verb, told.person())
                    .ifPresent(person -> add(person, title.getAsInt(), verb, told.aspect(), told.place(), put));
            Aspect opposite = told.aspect() == Aspect.BEGINS ? Aspect.ENDS : Aspect.BEGINS;
            told.other()
                    .flatMap(other -> person(verb, other))
                    .ifPresent(person -> add(person, title.getAsInt(), verb, opposite, told.place(), put));
        }

        /**
         * The office that a verb speaks of, among its complements: "president", "as president", "his post as
         * president".
         */
        private OptionalInt titleUnder(int verb) {
            return sentence.dependents(verb).stream()
                    .filter(child -> child > verb
                            && (syntax.is(child, "obj") || syntax.is(child, "obl") || syntax.is(child, "xcomp")))
                    .flatMap(child -> Stream.concat(Stream.of(child), sentence.dependents(child).stream()))
                    .filter(child ->
                            sentence.nameAt(child).filter(this::isPerson).isEmpty()
                                    && offices.begin(sentence, child) >= 0)
                    .mapToInt(Integer::intValue)
                    .findFirst();
        }

        /** Who fills a slot: the person named in it, or beside the title that fills it. */
        private Optional<Integer> person(int verb, String slot) {
            Optional<Integer> named =
                    syntax.slot(verb, slot).stream().filter(this::isNamed).findFirst();
            if (named.isPresent() || slot.equals("subj") || syntax.passive().isPassive(verb)) {
                return named;
            }
            boolean reflexive = sentence.tokens().stream()
                    .anyMatch(token -> token.index() > verb && token.text().matches("(him|her)self"));
            return reflexive
                    ? syntax.slot(verb, "subj").stream().filter(this::isNamed).findFirst()
                    : sentence.names().stream()
                            .filter(name -> isPerson(name) && name.first() > verb)
                            .map(name -> Phrases.headOf(sentence, name))
                            .findFirst();
        }

        private boolean isNamed(int head) {
            return sentence.nameAt(head).filter(this::isPerson).isPresent();
        }

        private void name(EntityMention name) {
            int head = Phrases.headOf(sentence, name);
            if (name.first() > 0) {
                beside(head, name.first() - 1);
            }
            syntax.children(head, "appos").forEach(noun -> beside(head, noun));
            syntax.children(head, "acl:relcl").stream()
                    .filter(noun -> syntax.hasChild(noun, "cop"))
                    .forEach(noun -> beside(head, noun));
            int governor = sentence.governor(head);
            boolean predicated = governor >= 0 && syntax.is(head, "nsubj") && syntax.hasChild(governor, "cop");
            if (governor >= 0 && (predicated || syntax.is(head, "appos"))) {
                beside(head, governor);
                if (syntax.is(governor, "nmod")) {
                    // "the president of Niger, X": the parser hangs X on Niger.
                    beside(head, sentence.governor(governor));
                }
            }
        }

        private void beside(int person, int noun) {
            int last = syntax.lemma(noun).equals("elect") && noun > 1 ? noun - 2 : withAdjective(noun);
            if (offices.begin(sentence, last) < 0 || !read.add(last)) {
                return;
            }
            if (isNoLonger(noun)) {
                add(person, last, noun, Aspect.ENDS, "offices.tsv", Factuality.FACT);
                return;
            }
            Optional<Integer> leaving = Stream.of(noun, person)
                    .filter(head -> isLeaving(sentence.governor(head), head))
                    .findFirst();
            boolean predicated = syntax.hasChild(noun, "cop");
            Factuality put = predicated ? put(noun) : Factuality.FACT;
            if (leaving.isPresent()) {
                add(person, last, sentence.governor(leaving.get()), Aspect.ENDS, "offices.tsv", put);
            } else if (put.happened()) {
                add(person, last, noun, Aspect.HOLDS, "offices.tsv", put);
            }
        }

        private Factuality put(int trigger) {
            return factuality.read(syntax, trigger, null, i -> Optional.empty()).factuality();
        }

        /** "X is no longer minister". */
        private boolean isNoLonger(int noun) {
            boolean open = Stream.of("aux", "mark")
                    .flatMap(relation -> syntax.children(noun, relation).stream())
                    .anyMatch(i -> sentence.token(i).pos().equals("MD")
                            || syntax.lemma(i).equals("if"));
            return !open
                    && syntax.children(noun, "advmod").stream()
                            .anyMatch(adverb -> adverb > 0
                                    && syntax.lemma(adverb).matches("long(er)?")
                                    && syntax.lemma(adverb - 1).equals("no"));
        }

        /** "X resigned", "X has been sacked"; not "that X resign", "that X be sacked". */
        private boolean isToldAsDone(int verb) {
            return Stream.concat(Stream.of(verb), syntax.children(verb, "aux").stream())
                    .anyMatch(i -> sentence.token(i).pos().matches("VBD|VBZ")
                            && sentence.token(verb).isVerb());
        }

        /** "The minister, X, was dismissed": from the office that the sentence names, where the verb names no other. */
        private boolean isLeaving(int verb, int head) {
            return verb >= 0
                    && isToldAsDone(verb)
                    && titleUnder(verb).isEmpty()
                    && isFromOffice(verb, head)
                    && verbs.at(syntax, verb)
                            .filter(change -> change.aspect() == Aspect.ENDS
                                    && syntax.slot(verb, change.person()).contains(head))
                            .isPresent()
                    && put(verb).happened();
        }

        /** Not "quit the meeting", "resigned from the party". */
        private boolean isFromOffice(int verb, int head) {
            return Stream.of("obj", "from")
                    .flatMap(slot -> syntax.slot(verb, slot).stream())
                    .allMatch(left -> left == head
                            || offices.begin(sentence, left) >= 0
                            || syntax.isA(left, "office")
                            || LEFT.contains(syntax.lemma(left)));
        }

        /** "secretary general": the adjective stands behind. */
        private int withAdjective(int noun) {
            boolean longer = noun + 1 < sentence.tokens().size()
                    && offices.begin(sentence, noun + 1) >= 0
                    && offices.begin(sentence, noun + 1) <= noun;
            return longer ? noun + 1 : noun;
        }

        private void add(int person, int last, int told, Aspect aspect, String rule, Factuality put) {
            int first = offices.begin(sentence, last);
            while (first > 0 && describes(first - 1, last)) {
                first--;
            }
            boolean forATime = FOR_A_TIME.contains(syntax.lemma(first)) || isBefore(first, FOR_A_TIME);
            while (first < last && FOR_A_TIME.contains(syntax.lemma(first))) {
                first++;
            }
            Period period = periods.read(syntax, told, aspect, put);
            Standing standing = standing(first, last, forATime, told, period);
            Span title = new Span(
                    sentence.token(first).span().begin(),
                    sentence.token(last).span().end());
            found.add(new OfficeMention(
                    phrases.mention(sentence, person),
                    Offices.withoutPrefix(title.of(article.text())),
                    served(person, told, first, last).orElse(null),
                    bounded(period, standing),
                    standing,
                    attribution.at(syntax, told),
                    sentence.index(),
                    rule + " " + syntax.lemma(told)));
        }

        private Standing standing(int first, int last, boolean forATime, int told, Period period) {
            boolean elect = isBefore(first, Set.of("incoming"))
                    || (last + 2 < sentence.tokens().size()
                            && syntax.lemma(last + 2).equals("elect"));
            boolean was = syntax.children(told, "cop").stream()
                    .anyMatch(cop -> sentence.token(cop).pos().equals("VBD"));
            boolean ex = !Offices.withoutPrefix(sentence.token(first).text())
                    .equals(sentence.token(first).text());
            if (ex || isPast(first) || was || period.until() != null) {
                return Standing.FORMER;
            }
            return elect ? Standing.ELECT : forATime ? Standing.ACTING : Standing.HOLDER;
        }

        /** What stands beside a name holds when it is published, or held before. */
        private Period bounded(Period period, Standing standing) {
            @Nullable Moment told = periods.inPassing(syntax).asOf();
            if (standing == Standing.FORMER) {
                @Nullable Moment ended = told == null ? null : new Moment(null, told.latest());
                return period.until() != null ? period : new Period(period.from(), ended, null);
            }
            return standing == Standing.ELECT || period.asOf() != null
                    ? period
                    : new Period(period.from(), period.until(), told);
        }

        private boolean isPast(int first) {
            return IntStream.range(Math.max(0, first - BEFORE_TITLE), first).anyMatch(this::tellsOfPast);
        }

        /** "The ousted president"; not "dismissed the president's claims". */
        private boolean tellsOfPast(int i) {
            return PAST.contains(syntax.lemma(i)) && (!sentence.token(i).isVerb() || syntax.is(i, "amod"));
        }

        private boolean isBefore(int first, Set<String> words) {
            return IntStream.range(Math.max(0, first - BEFORE_TITLE), first)
                    .anyMatch(i -> words.contains(syntax.lemma(i)));
        }

        /** "foreign policy" in "foreign policy adviser"; a capital begins the name of what is served. */
        private boolean describes(int i, int last) {
            Token token = sentence.token(i);
            boolean modifier = sentence.relation(i).matches("compound|amod")
                    && (sentence.governor(i) == last || sentence.governor(i) == i + 1);
            return modifier
                    && Character.isLowerCase(token.text().charAt(0))
                    && !PAST.contains(syntax.lemma(i))
                    && !ASIDE.contains(syntax.lemma(i))
                    && !FOR_A_TIME.contains(syntax.lemma(i));
        }

        private Optional<Mention> served(int person, int told, int first, int last) {
            List<Integer> holders = sentence.token(told).isVerb() ? List.of(last, person) : List.of(last, told, person);
            for (int holder : holders) {
                for (String slot : SERVES) {
                    Optional<Integer> head = syntax.slot(holder, slot).stream()
                            .filter(served -> served != person && !isNamed(served) && !isOfClause(served))
                            .findFirst()
                            .or(() -> slot.equals("to")
                                    ? syntax.slot(holder, slot).stream()
                                            .filter(served -> served != person)
                                            .findFirst()
                                    : Optional.empty());
                    if (head.isPresent()) {
                        return head.map(h -> phrases.mention(sentence, h));
                    }
                }
            }
            return before(first);
        }

        /** "The minister, who is stuck in Oslo": not of Oslo. */
        private boolean isOfClause(int served) {
            int verb = sentence.governor(served);
            return verb >= 0 && sentence.relation(verb).equals("acl:relcl");
        }

        /** "Armenian" in "Armenian Prime Minister". */
        private Optional<Mention> before(int first) {
            int i = first - 1;
            while (i >= 0
                    && (tellsOfPast(i) || ASIDE.contains(syntax.lemma(i)) || FOR_A_TIME.contains(syntax.lemma(i)))) {
                i--;
            }
            if (i < 0) {
                return Optional.empty();
            }
            Token token = sentence.token(i);
            boolean named = token.pos().matches("JJ|NNP|NNPS")
                    && Character.isUpperCase(token.text().charAt(0))
                    && !isNamed(i);
            return named ? Optional.of(phrases.mention(sentence, i)) : Optional.empty();
        }
    }
}
