package org.casus.extraction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.annotation.Dependency;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.casus.extraction.Sayings.Saying;
import org.jspecify.annotations.Nullable;

/** Finds the words of a sentence by which somebody says something, who that is, and what is said. */
final class CueReader {
    private static final int FARTHEST = 4;

    private static final Set<String> POSSESSORS = Set.of("by", "from", "among");
    private static final Set<String> BEFORE_A_VERB = Set.of("RB", "MD", "VBZ", "VBD", "VBP");

    private final Sayings sayings;
    private final Phrases phrases;
    private final Citations citations;
    private final SpeakerLabels labels;

    CueReader(Sayings sayings, Phrases phrases) {
        this.sayings = sayings;
        this.phrases = phrases;
        citations = new Citations(phrases);
        labels = new SpeakerLabels(phrases);
    }

    /** In the order of the text. */
    List<Cue> read(Syntax syntax) {
        List<Cue> cues = new ArrayList<>();
        for (Token token : syntax.sentence().tokens()) {
            int i = token.index();
            Optional<Saying> saying = isPartOfAnother(syntax, i) ? Optional.empty() : sayings.at(syntax, i);
            if (saying.isPresent()) {
                quoted(syntax, i)
                        .or(() -> token.isVerb() ? verb(syntax, i, saying.get()) : nominal(syntax, i, saying.get()))
                        .map(cue -> citing(syntax, cue))
                        .ifPresent(cues::add);
            } else {
                accordingTo(syntax, i)
                        .map(cue -> citing(syntax, cue))
                        .or(() -> labels.read(syntax, i))
                        .ifPresent(cues::add);
            }
        }
        return cues;
    }

    private static boolean isPartOfAnother(Syntax syntax, int i) {
        return syntax.sentence().nameAt(i).isPresent()
                || syntax.is(i, "amod")
                || syntax.is(i, "compound")
                || syntax.is(i, "case")
                || syntax.is(i, "aux");
    }

    /** "The agency quoted a minister as saying that ...": his words, which stand below "saying" or around it all. */
    private static Optional<Cue> quoted(Syntax syntax, int saying) {
        return Citations.quoted(syntax, saying).flatMap(quoted -> {
            BitSet content = new BitSet();
            Stream.of(saying, quoted.verb())
                    .flatMap(verb -> syntax.children(verb, "ccomp").stream())
                    .forEach(head -> content.or(subtree(syntax, head)));
            int around = syntax.sentence().governor(quoted.verb());
            if (content.isEmpty() && around != Dependency.ROOT) {
                content.or(subtree(syntax, around));
                content.andNot(subtree(syntax, quoted.verb()));
            }
            Integer medium = quoted.medium().isPresent() ? quoted.medium().getAsInt() : null;
            return content.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Cue(
                            saying,
                            Statement.Kind.SAY,
                            true,
                            medium == null ? (Integer) quoted.speaker() : medium,
                            content,
                            medium == null ? null : quoted.speaker()));
        });
    }

    private Cue citing(Syntax syntax, Cue cue) {
        Integer source = cue.source();
        boolean own = cue.cited() == null && cue.clausal() && cue.kind() == Statement.Kind.SAY;
        OptionalInt cited = own && source != null ? citations.cited(syntax, cue.token(), source) : OptionalInt.empty();
        return cited.isEmpty()
                ? cue
                : new Cue(cue.token(), cue.kind(), cue.clausal(), source, cue.content(), cited.getAsInt());
    }

    private Optional<Cue> verb(Syntax syntax, int verb, Saying saying) {
        if (Citations.isQuoting(syntax, verb)) {
            return Optional.empty();
        }
        boolean alone = saying.takes(Sayings.WORDS) || (saying.takes(Sayings.QUOTE) && isBesideQuotation(syntax, verb));
        Integer source = source(syntax, verb, alone);
        BitSet content = new BitSet();
        for (String slot : saying.content()) {
            fillers(syntax, verb, slot, source).stream()
                    .filter(head -> saying.kind() != Statement.Kind.SAY || !isLand(syntax, verb, head))
                    .forEach(head -> content.or(subtree(syntax, head)));
        }
        if (source == null) {
            boolean unnamed = saying.takesClause() && syntax.hasChild(verb, "aux:pass") && !content.isEmpty();
            content.clear(verb);
            return unnamed ? Optional.of(new Cue(verb, saying.kind(), true, null, content)) : Optional.empty();
        }
        if (content.isEmpty() && alone && !makes(syntax, verb, source)) {
            content.or(rest(syntax, verb, source));
        } else if (content.isEmpty()) {
            return Optional.empty();
        }
        if (!speaks(syntax, source, saying, content)) {
            return Optional.empty();
        }
        content.andNot(own(syntax, verb, source, content));
        new Outside(syntax).takeFrom(content, verb);
        content.clear(verb);
        return Optional.of(new Cue(verb, saying.kind(), saying.kind() != Statement.Kind.JUDGE, source, content));
    }

    /** "Tells the story", "wrote a book", "rules the land": with such an object nothing is said beside it. */
    private boolean makes(Syntax syntax, int verb, int source) {
        OptionalInt object = syntax.child(verb, "obj");
        return object.isPresent()
                && object.getAsInt() != source
                && object.getAsInt() > verb
                && syntax.sentence().token(object.getAsInt()).isNoun()
                && !phrases.isActor(syntax, object.getAsInt())
                && !isBesideQuotation(syntax, verb);
    }

    /** Who claims an island says nothing. */
    private static boolean isLand(Syntax syntax, int verb, int head) {
        return syntax.slot(verb, "obj").contains(head)
                && Stream.of("place", "territory")
                        .anyMatch(type -> syntax.isA(head, type) || syntax.nameHasClass(head, type));
    }

    /** A quotation ends or begins within a few tokens, or the sentence announces one. */
    private static boolean isBesideQuotation(Syntax syntax, int verb) {
        List<Token> tokens = syntax.sentence().tokens();
        return tokens.get(tokens.size() - 1).text().equals(":")
                || tokens.subList(Math.max(0, verb - FARTHEST), Math.min(tokens.size(), verb + FARTHEST)).stream()
                        .anyMatch(token -> token.pos().matches("``|''|NFP"));
    }

    private static List<Integer> fillers(Syntax syntax, int verb, String slot, @Nullable Integer source) {
        return switch (slot) {
            case Sayings.PAPER ->
                source != null && syntax.isA(source, "document")
                        ? fillers(syntax, verb, Sayings.OBJECT, source)
                        : List.of();
            case Sayings.WORDS, Sayings.QUOTE -> List.of();
            case Sayings.CLAUSE -> clauses(syntax, verb, true);
            case Sayings.FINITE -> clauses(syntax, verb, false);
            case Sayings.OBJECT ->
                syntax.slot(verb, "obj").stream()
                        .filter(head -> syntax.sentence().token(head).isNoun()
                                || syntax.sentence().token(head).pos().matches("PRP|DT|VBG"))
                        .toList();
            default ->
                Stream.concat(
                                syntax.slot(verb, slot).stream(),
                                syntax.children(verb, "advcl").stream()
                                        .filter(clause -> syntax.children(clause, "mark").stream()
                                                .anyMatch(mark ->
                                                        syntax.lemma(mark).equals(slot))))
                        .toList();
        };
    }

    /** What a verb governs as a clause, or what it was put into: "It was, the president said, a stone". */
    private static List<Integer> clauses(Syntax syntax, int verb, boolean open) {
        int governor = syntax.sentence().governor(verb);
        if (syntax.slips().isSubject(verb)) {
            return List.of(governor);
        }
        boolean put = open && isPutInto(syntax, verb) && !isApart(syntax, verb);
        if (put && (isSetOff(syntax, verb) || !syntax.hasChild(verb, "ccomp"))) {
            return List.of(governor);
        }
        if (open && isAs(syntax, verb)) {
            return List.of(governor);
        }
        List<Integer> found = new ArrayList<>(syntax.children(verb, "ccomp"));
        if (open) {
            found.addAll(syntax.children(verb, "xcomp"));
            syntax.children(verb, "advcl").stream().filter(syntax::isInfinitive).forEach(found::add);
        }
        return found;
    }

    private static boolean isPutInto(Syntax syntax, int verb) {
        int governor = syntax.sentence().governor(verb);
        // Between two parts of a quotation the parser takes it for a clause of the first.
        boolean put = syntax.is(verb, "parataxis")
                || (syntax.is(verb, "ccomp") && governor < verb && isBehind(syntax, verb, "''"));
        return put && syntax.hasChild(verb, "nsubj") && governor != Dependency.ROOT;
    }

    /** "Ten were hurt; Riga has called for calm": it says nothing about those. */
    private static boolean isApart(Syntax syntax, int verb) {
        int first = subtree(syntax, verb).nextSetBit(0);
        boolean semicolon =
                first > 0 && syntax.sentence().token(first - 1).text().equals(";");
        return semicolon && Stream.of("obj", "obl", "ccomp", "xcomp").anyMatch(filled -> syntax.hasChild(verb, filled));
    }

    /** A comma or a mark stands before its speaker. */
    private static boolean isSetOff(Syntax syntax, int verb) {
        return isBehind(syntax, verb, ",|''|NFP");
    }

    private static boolean isBehind(Syntax syntax, int verb, String marks) {
        int first = subtree(syntax, verb).nextSetBit(0);
        return first > 0 && syntax.sentence().token(first - 1).pos().matches(marks);
    }

    /** "As the mayor admitted, the water is gone." */
    private static boolean isAs(Syntax syntax, int verb) {
        return syntax.is(verb, "advcl")
                && syntax.children(verb, "mark").stream()
                        .anyMatch(mark -> syntax.lemma(mark).equals("as"))
                && Stream.of("obj", "obl", "ccomp", "xcomp").noneMatch(filled -> syntax.hasChild(verb, filled));
    }

    /** Who can stand behind it: whoever acts; by a clause also a paper, a poll, a sign. */
    private boolean speaks(Syntax syntax, int source, Saying saying, BitSet content) {
        if (syntax.inTime(source) && syntax.sentence().nameAt(source).isEmpty()) {
            return false;
        }
        boolean says = saying.kind() == Statement.Kind.SAY && !content.isEmpty();
        return says
                || phrases.isActor(syntax, source)
                || syntax.sentence().token(source).pos().matches("WP|WDT|DT|CD|NNS")
                || syntax.isA(source, "document");
    }

    private static @Nullable Integer source(Syntax syntax, int verb, boolean strong) {
        Optional<Integer> nearest = nearest(syntax, verb);
        if (nearest.isPresent()) {
            return nearest.get();
        }
        OptionalInt agent = syntax.control().agent(verb);
        if (agent.isPresent()) {
            return isExpletive(syntax, agent.getAsInt(), verb) ? null : agent.getAsInt();
        }
        if (!strong || syntax.passive().isPassive(verb)) {
            return null;
        }
        return after(syntax, verb).or(() -> before(syntax, verb)).orElse(null);
    }

    /** "The gap, he said, is": of two subjects the parser gives it, the speaker is the one beside it. */
    private static Optional<Integer> nearest(Syntax syntax, int verb) {
        List<Integer> before = syntax.children(verb, "nsubj").stream()
                .filter(head -> head < verb)
                .toList();
        return before.size() > 1 ? Optional.of(before.get(before.size() - 1)) : Optional.empty();
    }

    private static boolean isExpletive(Syntax syntax, int subject, int verb) {
        return syntax.passive().isPassive(verb) && syntax.lemma(subject).equals("it");
    }

    /** ", said a source in the room": the parser often takes a speaker behind the verb for its object. */
    private static Optional<Integer> after(Syntax syntax, int verb) {
        boolean inverted = verb > 0 && syntax.sentence().token(verb - 1).pos().matches(",|''|NFP");
        return inverted
                ? syntax.sentence().dependents(verb).stream()
                        .filter(child -> child > verb && child - verb <= FARTHEST + 4)
                        .filter(child ->
                                syntax.is(child, "obj") || syntax.is(child, "dep") || syntax.is(child, "xcomp"))
                        .filter(child -> syntax.sentence().token(child).isNoun())
                        .findFirst()
                : Optional.empty();
    }

    /** The noun or pronoun that stands right before the verb, where the parser has lost it. */
    private static Optional<Integer> before(Syntax syntax, int verb) {
        Sentence sentence = syntax.sentence();
        int i = verb - 1;
        while (i > 0
                && verb - i < FARTHEST
                && BEFORE_A_VERB.contains(sentence.token(i).pos())) {
            i--;
        }
        boolean finite = sentence.token(verb).pos().matches("VBD|VBZ|VBP") || i < verb - 1;
        boolean named = i >= 0
                && (sentence.token(i).isProper() || sentence.token(i).pos().equals("PRP"));
        return finite && named && !syntax.inTime(i) ? Optional.of(i) : Optional.empty();
    }

    /** "her claim that", "criticism of the army by villagers", "is confident that". */
    private Optional<Cue> nominal(Syntax syntax, int word, Saying saying) {
        boolean adjective = !syntax.sentence().token(word).isNoun();
        BitSet content = new BitSet();
        for (String slot : saying.content()) {
            boolean clause = slot.equals(Sayings.CLAUSE);
            for (int head : clause ? syntax.slot(word, "clause") : syntax.slot(word, slot)) {
                content.or(subtree(syntax, head));
            }
        }
        Integer source = adjective ? holder(syntax, word) : owner(syntax, word);
        if (content.isEmpty() || source == null || !speaks(syntax, source, saying, new BitSet())) {
            return Optional.empty();
        }
        content.andNot(subtree(syntax, source));
        content.clear(word);
        boolean clausal = saying.kind() != Statement.Kind.JUDGE;
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cue(word, saying.kind(), clausal, source, content));
    }

    private static @Nullable Integer holder(Syntax syntax, int adjective) {
        boolean predicate = syntax.hasChild(adjective, "cop") || syntax.is(adjective, "xcomp");
        OptionalInt subject = predicate ? syntax.control().subject(adjective) : OptionalInt.empty();
        return subject.isPresent() ? (Integer) subject.getAsInt() : null;
    }

    /** Whose noun it is: its possessor, "by" whom it is, or who makes or voices it. */
    private static @Nullable Integer owner(Syntax syntax, int noun) {
        OptionalInt possessor = syntax.child(noun, "nmod:poss");
        if (possessor.isPresent()) {
            return possessor.getAsInt();
        }
        for (String preposition : POSSESSORS) {
            List<Integer> by = syntax.slot(noun, preposition);
            if (!by.isEmpty()) {
                return by.get(0);
            }
        }
        int verb = syntax.sentence().governor(noun);
        boolean voiced = verb != Dependency.ROOT
                && syntax.is(noun, "obj")
                && syntax.sentence().token(verb).isVerb();
        OptionalInt subject = voiced ? syntax.control().agent(verb) : OptionalInt.empty();
        return subject.isPresent() ? (Integer) subject.getAsInt() : null;
    }

    /** "according to the ministry", "per the ministry": the whole sentence stands on its word. */
    private static Optional<Cue> accordingTo(Syntax syntax, int i) {
        int head = syntax.sentence().governor(i);
        if (!syntax.lemma(i).matches("accord|per") || !syntax.is(i, "case") || head == Dependency.ROOT) {
            return Optional.empty();
        }
        if (!syntax.sentence().token(head).isNoun()) {
            return Optional.empty();
        }
        // "Per person", "per 100 people".
        boolean each = syntax.lemma(i).equals("per")
                && (syntax.sentence().token(head - 1).pos().equals("CD")
                        || (head == i + 1 && syntax.sentence().nameAt(head).isEmpty()));
        BitSet content = all(syntax);
        content.andNot(subtree(syntax, head));
        return each ? Optional.empty() : Optional.of(new Cue(i, Statement.Kind.SAY, true, head, content));
    }

    private static BitSet all(Syntax syntax) {
        BitSet all = new BitSet();
        all.set(0, syntax.sentence().tokens().size());
        return all;
    }

    /** Where the parser sees no clause: what stands before the speaker, or behind the verb, whichever is longer. */
    private static BitSet rest(Syntax syntax, int verb, int source) {
        int size = syntax.sentence().tokens().size();
        int first = Math.min(verb, source);
        int behind = Math.max(verb, source) + 1;
        BitSet rest = new BitSet();
        if (first > size - behind) {
            rest.set(0, first);
        } else if (behind < size) {
            rest.set(behind, size);
        }
        return rest;
    }

    /** Its speaker; and all below the verb where that hangs below what is said. */
    private static BitSet own(Syntax syntax, int verb, int source, BitSet content) {
        int governor = syntax.sentence().governor(verb);
        boolean within = governor != Dependency.ROOT && content.get(governor);
        return subtree(syntax, within && !syntax.slips().isSubject(verb) ? verb : source);
    }

    static BitSet subtree(Syntax syntax, int head) {
        BitSet tokens = new BitSet();
        add(syntax.sentence(), head, tokens);
        return tokens;
    }

    private static void add(Sentence sentence, int head, BitSet into) {
        if (!into.get(head)) {
            into.set(head);
            sentence.dependents(head).forEach(child -> add(sentence, child, into));
        }
    }
}
