package org.casus.extraction;

import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.casus.annotation.Dependency;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;
import org.jspecify.annotations.Nullable;

/** Finds the tokens of a sentence that tell of events, by the table of predicates. */
final class Triggers {
    private static final int COLUMNS = 9;

    /** Endings of nouns made of verbs. */
    private static final Pattern ACTION = Pattern.compile("(ion|ment|al|ance|ence|ure|ing|out|down|back|up|off|in)$");

    private static final Set<String> CLAIMING = WordClasses.of("claiming");
    static final Set<String> HARMING = Sets.union(WordClasses.of("killed"), WordClasses.of("wounded"));

    private final Frames frames;
    private final Map<String, Boolean> lightVerbs = new HashMap<>();

    Triggers(Frames frames) {
        this.frames = frames;
        for (Table.Row row : Table.read("light-verbs.tsv", 2)) {
            lightVerbs.put(row.cell(0), row.cell(1).equals("patient"));
        }
    }

    /**
     * The table of predicates, with a user's own rows before the others; a fault names its line.
     *
     * @throws IllegalArgumentException naming file and line of a row that is wrong
     */
    static Frames predicates(Nouns nouns, List<Path> own) {
        List<List<Frame>> tables = new ArrayList<>();
        own.forEach(table -> tables.add(frames(Table.read(table, COLUMNS))));
        tables.add(frames(Table.read("predicates.tsv", COLUMNS)));
        return new Frames(nouns, tables);
    }

    private static List<Frame> frames(List<Table.Row> rows) {
        return rows.stream().map(Triggers::frame).toList();
    }

    private static Frame frame(Table.Row row) {
        String type = row.cell(2);
        if (!type.equals(Frame.NONE)) {
            try {
                EventType.valueOf(type);
            } catch (IllegalArgumentException e) {
                throw row.fault("no event type " + type);
            }
        }
        if (!row.cell(3).matches("-|[a-z]+(-[a-z]+)*")) {
            throw row.fault("not a mode: " + row.cell(3));
        }
        return new Frame(
                row.cell(0),
                row.list(1, " ").stream()
                        .map(text -> Frame.condition(row, text))
                        .toList(),
                type,
                row.list(6, "|"),
                row.list(7, "|"),
                row);
    }

    /** By token, in the order of the text. */
    Map<Integer, Trigger> in(Syntax syntax) {
        Map<Integer, Trigger> found = new TreeMap<>();
        Sentence sentence = syntax.sentence();
        for (Token token : sentence.tokens()) {
            if (canTell(syntax, token)) {
                frames.match(syntax, token.index())
                        .filter(frame -> !frame.meaning().equals(Frame.NONE))
                        .ifPresent(frame -> found.put(token.index(), trigger(syntax, token.index(), frame)));
            }
        }
        found.values().removeIf(trigger -> isToldByItsVerb(syntax, trigger, found));
        List<Integer> claims = found.keySet().stream()
                .flatMap(act -> claim(syntax, act).stream().boxed())
                .toList();
        found.keySet().removeAll(claims);
        return found;
    }

    /** The verb of "claimed responsibility for the raid", which tells of the same raid. */
    static OptionalInt claim(Syntax syntax, int act) {
        int responsibility = syntax.sentence().governor(act);
        if (!syntax.is(act, "nmod")
                || !syntax.preposition(act).equals("for")
                || !syntax.lemma(responsibility).equals("responsibility")
                || !syntax.is(responsibility, "obj")) {
            return OptionalInt.empty();
        }
        int verb = syntax.sentence().governor(responsibility);
        boolean nobody = syntax.slot(verb, "subj").stream().anyMatch(subject -> Modality.isNobody(syntax, subject));
        boolean denied = syntax.children(verb, "advmod").stream()
                .anyMatch(adverb -> syntax.lemma(adverb).matches("not|never"));
        // Who "refused to accept responsibility" has not.
        denied |= syntax.is(verb, "xcomp") || syntax.isInfinitive(verb);
        return CLAIMING.contains(syntax.lemma(verb)) && !nobody && !denied ? OptionalInt.of(verb) : OptionalInt.empty();
    }

    /** Whether a word stands for an act of that type, be it told by another word here. */
    boolean standsFor(Syntax syntax, int token, EventType type) {
        return frames.match(syntax, token)
                .filter(frame -> frame.meaning().equals(type.name()))
                .isPresent();
    }

    /** Where whom a noun's act is done to stands beside it: behind the "of" of "killing of", but not of "raid of". */
    List<String> suffering(Syntax syntax, int noun) {
        boolean gerund = syntax.sentence().token(noun).pos().equals("VBG")
                && syntax.children(noun, "nmod").stream()
                        .anyMatch(whom -> syntax.preposition(whom).equals("of"));
        if (gerund || syntax.isA(noun, "ordeal")) {
            return List.of("of", "poss");
        }
        return frames.match(syntax, noun)
                .map(Frame::target)
                .filter(slots -> slots.indexOf("of") == 0
                        && syntax.sentence().token(noun).isNoun())
                // "Egypt's arrest of the editor" was done to him alone.
                .map(slots -> syntax.slot(noun, "of").isEmpty() ? slots : List.of("of"))
                .orElse(List.of());
    }

    /** Words of which the table says nothing: verbs, and nouns with a light verb; each with the slots of any other. */
    Map<Integer, Frame> unknown(Syntax syntax) {
        Map<Integer, Frame> found = new TreeMap<>();
        for (Token token : syntax.sentence().tokens()) {
            int i = token.index();
            if (canTell(syntax, token) && frames.match(syntax, i).isEmpty()) {
                if (token.isVerb() && !lightVerbs.containsKey(lightVerbKey(syntax, i))) {
                    found.put(i, Frame.ANY_VERB);
                } else if (token.isNoun()
                        && ACTION.matcher(syntax.lemma(i)).find()
                        && !syntax.acts(i)
                        && lightVerb(syntax, i) != null) {
                    found.put(i, Frame.ANY_NOUN);
                }
            }
        }
        return found;
    }

    private static boolean canTell(Syntax syntax, Token token) {
        int i = token.index();
        boolean inName = syntax.sentence().nameAt(i).isPresent();
        if (token.isNoun()) {
            return !inName && !syntax.is(i, "compound") && !token.isProper();
        }
        boolean predicate = token.isVerb() || token.pos().startsWith("JJ");
        return predicate
                && !beginsWord(syntax, i)
                && !syntax.is(i, "aux")
                && !syntax.is(i, "cop")
                && !syntax.is(i, "amod")
                && !syntax.is(i, "case")
                && !syntax.is(i, "compound");
    }

    /** The "fast" of "fast-track" tells nothing. */
    private static boolean beginsWord(Syntax syntax, int i) {
        return i + 2 < syntax.sentence().tokens().size() && syntax.beginning(i + 2) <= i;
    }

    private Trigger trigger(Syntax syntax, int token, Frame frame) {
        Integer lightVerb = lightVerb(syntax, token);
        return Trigger.of(token, frame, lightVerb, isSuffered(syntax, lightVerb));
    }

    boolean isSuffered(Syntax syntax, @Nullable Integer lightVerb) {
        return lightVerb != null && lightVerbs.getOrDefault(syntax.lemma(lightVerb), false);
    }

    @Nullable
    Integer lightVerb(Syntax syntax, int token) {
        boolean second = syntax.is(token, "conj")
                && syntax.sentence().token(syntax.sentence().governor(token)).isNoun();
        int noun = second ? syntax.sentence().governor(token) : token;
        int verb = syntax.sentence().governor(noun);
        if (!syntax.sentence().token(noun).isNoun() || verb == Dependency.ROOT) {
            return null;
        }
        boolean argument = syntax.is(noun, "obj")
                || syntax.is(noun, "nsubj:pass")
                || (syntax.is(noun, "obl") && syntax.preposition(noun).matches("in|into"));
        return argument && lightVerbs.containsKey(lightVerbKey(syntax, verb)) ? verb : null;
    }

    private static String lightVerbKey(Syntax syntax, int verb) {
        Optional<String> particle = syntax.particle(verb);
        return syntax.lemma(verb) + particle.map(p -> "_" + p).orElse("");
    }

    /**
     * "held talks" is one event, whether the table has the noun, the verb with the noun, or both; and "ratified the
     * agreement" tells of no agreeing. Nor are those who were left wounded wounded once more.
     */
    private static boolean isToldByItsVerb(Syntax syntax, Trigger noun, Map<Integer, Trigger> all) {
        int head = counting(syntax, noun.token());
        int governor = syntax.sentence().governor(head);
        Trigger verb = all.get(governor);
        if (verb == null) {
            return false;
        }
        boolean named = verb.frame().conditions().stream()
                .filter(condition -> !condition.absent() && !condition.any())
                // "Beaten and detained" are two.
                .filter(condition -> !condition.slot().equals("and"))
                .anyMatch(condition -> syntax.slot(governor, condition.slot()).contains(head));
        if (!syntax.sentence().token(noun.token()).isNoun()) {
            return named && syntax.sentence().token(noun.token()).pos().equals("VBN");
        }
        boolean speaks = FactualityReader.DECIDING.contains(verb.type());
        boolean same = verb.type() == noun.type() && noun.lightVerb() != null;
        boolean harms = HARMING.contains(syntax.lemma(governor));
        if (harms && !same && !syntax.slot(noun.token(), "between").isEmpty()) {
            return false; // "Killed in clashes between Chad and rebels": the clashes are those of other parties.
        }
        boolean agreement = noun.type() == EventType.AGREE && syntax.is(head, "obj");
        return same || agreement || (named && (!speaks || verb.type() == noun.type() || noun.lightVerb() != null));
    }

    /** "Lifted most of the sanctions": most, which hold the place of what is counted. */
    private static int counting(Syntax syntax, int noun) {
        int above = syntax.sentence().governor(noun);
        boolean counted = above != Dependency.ROOT
                && syntax.preposition(noun).equals("of")
                && (syntax.isA(above, "quantity")
                        || syntax.sentence().token(above).pos().matches("DT|CD|JJ[RS]?"));
        return counted ? above : noun;
    }
}
