package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Finds who did it to whom: in a frame's own slots, or as implied. */
final class DyadReader {
    private static final int MOST_DYADS = 6;
    private static final String INVESTIGATING = "investigate";

    private final Parties parties;
    private final ImpliedArguments implied;
    private final AttributionReader attribution;
    private final Triggers table;

    DyadReader(Parties parties, ImpliedArguments implied, AttributionReader attribution, Triggers table) {
        this.parties = parties;
        this.implied = implied;
        this.attribution = attribution;
        this.table = table;
    }

    /** One for each pair of coordinated parties; empty where neither party is known. */
    List<Dyad> read(Syntax syntax, Trigger trigger, FactualityReader.Put put) {
        List<Integer> sources = sources(syntax, trigger);
        if (sources.isEmpty()) {
            sources = implied.sources(syntax, trigger, put);
        }
        sources = sources.stream()
                .map(source -> parties.isUnresolved(syntax, source)
                        ? attribution
                                .meant(syntax, trigger.token(), source)
                                .filter(speaker -> parties.agree(syntax, source, speaker))
                                .orElse(source)
                        : source)
                .toList();
        if (isMutual(trigger) && sources.size() == 1) {
            List<Integer> each = eachOf(syntax, sources.get(0));
            sources = each.size() > 1 ? each : sources;
        }
        List<Integer> targets =
                withPartners(syntax, implied.apart(syntax, trigger, sources, targets(syntax, trigger, sources)));
        sources = withPartners(syntax, sources);
        List<Dyad> dyads = new ArrayList<>();
        for (Integer source : sources) {
            for (Integer target : targets) {
                if (!source.equals(target) || isPair(syntax, source)) {
                    dyads.add(new Dyad(source, target));
                }
            }
            if (targets.isEmpty()) {
                dyads.add(new Dyad(source, null));
            }
        }
        if (sources.isEmpty()) {
            // "Thank you", said by nobody, is nobody's support.
            boolean thanks = trigger.type() == EventType.SUPPORT;
            targets.stream()
                    .filter(target -> !thanks || !syntax.lemma(target).equals("you"))
                    .forEach(target -> dyads.add(new Dyad(null, target)));
        }
        return dyads.size() > MOST_DYADS ? dyads.subList(0, MOST_DYADS) : dyads;
    }

    /** The first party of either side that stands in a slot of its frame; both may be missing. */
    Dyad inSlots(Syntax syntax, int token, Frame frame, @Nullable Integer lightVerb, boolean suffered) {
        List<Integer> lent = lightVerb == null ? List.of() : parties.acting(syntax, lightVerb, List.of("subj"));
        List<Integer> sources = lent.isEmpty() || suffered ? parties.acting(syntax, token, frame.source()) : lent;
        if (frame.target().contains("mutual") && sources.size() == 1) {
            List<Integer> each = eachOf(syntax, sources.get(0));
            sources = each.size() > 1 ? each : sources;
        }
        List<Integer> targets = new ArrayList<>(suffered ? lent : parties.in(syntax, token, frame.target()));
        if (frame.target().contains("mutual") && sources.size() > 1) {
            targets.add(sources.get(1));
        }
        Integer source = sources.isEmpty() ? null : sources.get(0);
        Optional<Integer> target =
                targets.stream().filter(head -> !head.equals(source)).findFirst();
        return new Dyad(source, target.orElse(null));
    }

    /** "The armies of Chad and Niger", "French and Dutch envoys": those whose they are. */
    static List<Integer> eachOf(Syntax syntax, int head) {
        List<Integer> joined = syntax.withConjuncts(head);
        if (joined.size() > 1) {
            return joined;
        }
        for (String slot : List.of("poss", "of", "comp", "between", "from")) {
            for (int owner : syntax.slot(head, slot)) {
                List<Integer> each = new ArrayList<>(List.of(owner));
                each.addAll(syntax.children(owner, "conj"));
                each.removeIf(one -> syntax.sentence().nameAt(one).isEmpty()
                        && !Character.isUpperCase(
                                syntax.sentence().token(one).text().codePointAt(0)));
                if (each.size() > 1) {
                    return each;
                }
            }
        }
        return List.of();
    }

    /** "Between the two countries", "each other": those who are named already. */
    static boolean isPair(Syntax syntax, int head) {
        List<String> modifiers = syntax.sentence().dependents(head).stream()
                .filter(modifier -> modifier < head)
                .map(syntax::lemma)
                .toList();
        boolean definite = modifiers.contains("the") || modifiers.contains("their");
        boolean other = modifiers.contains("other")
                && syntax.sentence().token(head).pos().equals("NN");
        return syntax.sentence().nameAt(head).isEmpty()
                && !syntax.hasChild(head, "conj")
                && (modifiers.contains("both")
                        || modifiers.contains("each")
                        || (definite && (other || modifiers.contains("two"))));
    }

    /** "Accused each other", "attacked one another". */
    private static boolean isReciprocal(Syntax syntax, int verb) {
        return syntax.slot(verb, "obj").stream()
                .filter(object -> object > 0)
                .map(object -> syntax.lemma(object - 1) + " " + syntax.lemma(object))
                .anyMatch(words -> words.matches("each other|one another"));
    }

    /** "French and Dutch envoys" are the Dutch ones by their phrase; the French are named before them. */
    private List<Integer> withPartners(Syntax syntax, List<Integer> heads) {
        List<Integer> all = new ArrayList<>();
        for (int head : heads) {
            for (int nation : syntax.slot(head, "comp")) {
                List<Integer> nations = new ArrayList<>(List.of(nation));
                nations.addAll(syntax.children(nation, "conj"));
                nations.removeIf(
                        one -> one > head || parties.behind(syntax, one, 0).isEmpty());
                if (nations.size() > 1) {
                    all.addAll(nations.subList(0, nations.size() - 1));
                }
            }
            all.add(head);
        }
        return all.stream().distinct().toList();
    }

    private static boolean isMutual(Trigger trigger) {
        return trigger.frame().target().contains("mutual");
    }

    private List<Integer> sources(Syntax syntax, Trigger trigger) {
        Integer verb = trigger.lightVerb();
        if (verb != null && !trigger.suffered()) {
            List<Integer> lent = parties.acting(syntax, verb, List.of("subj"));
            if (!lent.isEmpty()) {
                return lent;
            }
        }
        List<Integer> by = agents(syntax, trigger.token());
        List<Integer> own = by.isEmpty()
                ? parties.acting(syntax, trigger.token(), trigger.frame().source())
                : by;
        return (own.isEmpty() ? owners(syntax, trigger) : own)
                .stream()
                        .filter(head -> !PlaceReader.isNamedAfter(syntax, trigger.token(), head))
                        .filter(head -> !isOfStrikeThere(syntax, trigger, head))
                        .toList();
    }

    /** "Killed in the Gaza raid": not by Gaza. */
    private static boolean isOfStrikeThere(Syntax syntax, Trigger trigger, int head) {
        return syntax.slot(trigger.token(), "in").stream()
                .anyMatch(strike -> PlaceReader.isNamedAfter(syntax, strike, head));
    }

    /** "Mosul's bombardment by Turkish planes": whose it is only suffers it. */
    private List<Integer> agents(Syntax syntax, int token) {
        boolean owned = syntax.sentence().token(token).isNoun()
                && !syntax.slot(token, "poss").isEmpty();
        return owned ? parties.acting(syntax, token, List.of("by")) : List.of();
    }

    /** "Egypt's arrest of the editor" is Egypt's doing, though "the editor's arrest" is not his. */
    private List<Integer> owners(Syntax syntax, Trigger trigger) {
        List<String> target = trigger.frame().target();
        boolean told = syntax.sentence().token(trigger.token()).isNoun()
                && target.containsAll(List.of("of", "poss"))
                && !syntax.slot(trigger.token(), "of").isEmpty();
        return told ? parties.acting(syntax, trigger.token(), List.of("poss")) : List.of();
    }

    private List<Integer> targets(Syntax syntax, Trigger trigger, List<Integer> sources) {
        List<String> slots = new ArrayList<>(trigger.frame().target());
        slots.remove("mutual");
        if (!agents(syntax, trigger.token()).isEmpty()) {
            slots.add("poss");
        }
        boolean several = sources.size() > 1 || (sources.size() == 1 && isPair(syntax, sources.get(0)));
        if (several && isReciprocal(syntax, trigger.token())) {
            return sources;
        }
        List<Integer> own = inFirst(syntax, trigger, trigger.token(), slots, sources);
        Integer verb = trigger.lightVerb();
        if (own.isEmpty() && verb != null) {
            own = inFirst(syntax, trigger, verb, trigger.suffered() ? List.of("subj") : slots, sources);
        }
        boolean each = own.isEmpty() || own.stream().allMatch(head -> isPair(syntax, head));
        if (each && isMutual(trigger) && several) {
            return sources;
        }
        return own.isEmpty() ? implied.targets(syntax, trigger, slots, sources) : own;
    }

    /** Of the slots, the first that holds a party other than the sources. */
    private List<Integer> inFirst(
            Syntax syntax, Trigger trigger, int predicate, List<String> slots, List<Integer> sources) {
        for (String slot : slots) {
            List<Integer> held = trigger.type() == EventType.ACCUSE
                    ? parties.blamed(syntax, predicate, List.of(slot), suffering(syntax, trigger))
                    : parties.in(syntax, predicate, List.of(slot));
            List<Integer> found = parties.others(syntax, held, sources);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Whose killing is condemned is not to blame for it, though it may be what is investigated. */
    private IntFunction<List<String>> suffering(Syntax syntax, Trigger trigger) {
        return INVESTIGATING.equals(trigger.mode()) ? noun -> List.of() : noun -> table.suffering(syntax, noun);
    }
}
