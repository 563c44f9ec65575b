package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import org.casus.annotation.Dependency;
import org.jspecify.annotations.Nullable;

/** Finds who did it to whom: a frame's own slots first, then what light verbs, operators and clauses lend. */
final class DyadReader {
    private static final int MOST_DYADS = 6;
    static final List<String> SITES = List.of("place", "territory", "building");
    private static final List<String> UPON =
            List.of("iobj", "obj", "with", "to", "for", "from", "against", "on", "in", "by");

    private static final String INVESTIGATING = "investigate";
    private static final Set<String> CHARGING = WordClasses.of("charging");
    private static final Set<String> BESIDE = WordClasses.of("besides");
    private static final Set<String> AWAITING = Set.of("until", "unless", "till");

    private final Parties parties;
    private final NearestParty nearest;
    private final AttributionReader attribution;
    private final Triggers table;

    DyadReader(Parties parties, AttributionReader attribution, Triggers table) {
        this.parties = parties;
        nearest = new NearestParty(parties, table);
        this.attribution = attribution;
        this.table = table;
    }

    /** One for each pair of coordinated parties; empty where neither party is known. */
    List<Dyad> read(Syntax syntax, Trigger trigger, FactualityReader.Put put) {
        List<Integer> sources = sources(syntax, trigger);
        if (sources.isEmpty()) {
            sources = implied(syntax, trigger, put);
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
                withPartners(syntax, apart(syntax, trigger, sources, targets(syntax, trigger, sources)));
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
    private static List<Integer> eachOf(Syntax syntax, int head) {
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
                        .toList();
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

    /** Who plans or refuses an act is its agent; who speaks of "talks with Cairo" is the other side of them. */
    private List<Integer> implied(Syntax syntax, Trigger trigger, FactualityReader.Put put) {
        if (!syntax.sentence().token(trigger.token()).isNoun() || trigger.suffered()) {
            return List.of();
        }
        if (put.governor() != null && put.operator() != null && put.operator().cooperation() != null) {
            return speaker(syntax, put.governor()).stream().toList();
        }
        if (trigger.frame().source().contains("voice")) {
            return attribution.speaker(syntax, trigger.token()).stream().toList();
        }
        if (syntax.slot(trigger.token(), "with").isEmpty()) {
            return List.of();
        }
        List<Integer> others = besides(syntax, trigger);
        return others.isEmpty() && trigger.type() == EventType.CONSULT
                ? attribution.speaker(syntax, trigger.token()).stream().toList()
                : others;
    }

    /**
     * "Left after talks with Cairo", "were hurt in clashes with police": who did so was there, and in clashes whoever
     * suffered it; but who was freed after talks had no part in them.
     */
    private List<Integer> besides(Syntax syntax, Trigger trigger) {
        int verb = syntax.sentence().governor(trigger.token());
        boolean beside = verb != Dependency.ROOT
                && syntax.sentence().token(verb).isVerb()
                && BESIDE.contains(syntax.preposition(trigger.token()));
        boolean suffers = beside && syntax.hasChild(verb, "nsubj:pass");
        return !beside || (suffers && trigger.type() == EventType.CONSULT)
                ? List.of()
                : parties.acting(syntax, verb, List.of(suffers ? "obj" : "subj"));
    }

    /** Whose plan, promise or refusal some words are. */
    Optional<Integer> speaker(Syntax syntax, int words) {
        Optional<Integer> own = speakers(syntax, words).stream().findFirst();
        if (own.isPresent() || syntax.control().isOfOthers(words)) {
            return own;
        }
        int governor = syntax.sentence().governor(words);
        OptionalInt above =
                governor < 0 ? OptionalInt.empty() : syntax.control().subject(governor);
        return above.isEmpty() ? Optional.empty() : parties.behind(syntax, above.getAsInt(), 2);
    }

    /** Whom an act that is spoken of acts upon: "must be avoided". */
    Optional<Integer> patient(Syntax syntax, int verb) {
        return parties.in(syntax, verb, List.of("obj")).stream().findFirst();
    }

    /** True for one of those whose plan, promise or refusal some words are. */
    boolean speaks(Syntax syntax, int words, int party) {
        return speakers(syntax, words).stream()
                .anyMatch(speaker -> speaker == party || eachOf(syntax, speaker).contains(party));
    }

    /** True where both stand for the same, as a pronoun for the speaker does. */
    boolean isSame(Syntax syntax, int source, int doer) {
        return source == doer
                || (parties.isUnresolved(syntax, doer) && parties.agree(syntax, doer, source))
                || parties.isSame(syntax, source, doer);
    }

    /** All whose plan, promise or refusal some words are by themselves. */
    List<Integer> speakers(Syntax syntax, int words) {
        boolean noun = syntax.sentence().token(words).isNoun();
        return parties.in(syntax, words, noun ? List.of("poss", "by", "of", "comp") : List.of("subj"));
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
        if (own.isEmpty()) {
            own = accused(syntax, trigger);
        }
        if (own.isEmpty()) {
            own = awaited(syntax, trigger, sources);
        }
        if (own.isEmpty()) {
            own = ofClause(syntax, trigger, sources);
        }
        boolean byNobody = sources.isEmpty()
                && syntax.slot(trigger.token(), "subj").stream().noneMatch(head -> syntax.isA(head, "weapon"))
                && !syntax.slot(trigger.token(), "subj").isEmpty();
        if (own.isEmpty() && !byNobody) {
            own = sites(syntax, trigger, slots);
        }
        return own.isEmpty() && !sources.isEmpty() ? nearest.to(syntax, trigger, sources) : own;
    }

    /**
     * "Phoned the king to thank him": nobody is the object of his own act, so "him" is whom the verb above acts upon.
     */
    private List<Integer> apart(Syntax syntax, Trigger trigger, List<Integer> sources, List<Integer> targets) {
        List<Integer> found = new ArrayList<>();
        for (int target : targets) {
            boolean himself = syntax.sentence().token(target).isPersonalPronoun()
                    && sources.stream().anyMatch(source -> parties.isSame(syntax, source, target));
            int above = syntax.sentence().governor(trigger.token());
            if (!himself) {
                found.add(target);
            } else if (above >= 0 && (syntax.is(trigger.token(), "advcl") || syntax.is(trigger.token(), "xcomp"))) {
                found.addAll(parties.others(syntax, parties.in(syntax, above, UPON), sources));
            }
        }
        return found;
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

    /** "Accused the paper of supporting rebels": the rebels are accused of nothing, whatever the paper is. */
    private static List<Integer> accused(Syntax syntax, Trigger trigger) {
        return CHARGING.contains(syntax.lemma(trigger.token()))
                        && syntax.sentence().token(trigger.token()).isVerb()
                ? syntax.slot(trigger.token(), "obj")
                : List.of();
    }

    /**
     * Who is to move first: "will not lift the embargo until Havana frees them", "will fire if Riga does not leave".
     */
    private List<Integer> awaited(Syntax syntax, Trigger trigger, List<Integer> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        List<Integer> told = new ArrayList<>(List.of(trigger.token()));
        told.addAll(syntax.slot(trigger.token(), "clause"));
        return told.stream()
                .flatMap(words -> syntax.children(words, "advcl").stream())
                .filter(clause -> awaits(syntax, clause))
                .map(clause -> parties.others(syntax, parties.in(syntax, clause, List.of("subj")), sources))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean awaits(Syntax syntax, int clause) {
        boolean refuses = syntax.children(clause, "advmod").stream()
                .anyMatch(adverb -> syntax.lemma(adverb).equals("not"));
        return syntax.children(clause, "mark").stream()
                .map(syntax::lemma)
                .anyMatch(mark -> AWAITING.contains(mark) || (refuses && mark.equals("if")));
    }

    /** Force is used on places too: "shelled the village" has no other party. */
    private static List<Integer> sites(Syntax syntax, Trigger trigger, List<String> slots) {
        if (trigger.type() != EventType.ASSAULT && trigger.type() != EventType.COERCE) {
            return List.of();
        }
        return slots.stream()
                .flatMap(slot -> syntax.slot(trigger.token(), slot).stream())
                .filter(head -> SITES.stream().anyMatch(site -> syntax.isA(head, site)))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    /** Verbs that ask or blame are about who is to act in their clause; other words about whom the clause acts upon. */
    private List<Integer> ofClause(Syntax syntax, Trigger trigger, List<Integer> sources) {
        if (!trigger.type().quad().isVerbal() && trigger.type() != EventType.PROTEST) {
            return List.of();
        }
        if (trigger.type() == EventType.REQUEST || trigger.type() == EventType.ACCUSE) {
            List<Integer> actors =
                    parties
                            .in(syntax, trigger.token(), List.of("clause", "obj.clause.subj", "into.clause.subj"))
                            .stream()
                            .filter(actor -> !sources.contains(actor))
                            .toList();
            if (!actors.isEmpty()) {
                return actors;
            }
        }
        List<Integer> clauses = clauses(syntax, trigger.token());
        if (trigger.lightVerb() != null) {
            clauses.addAll(clauses(syntax, trigger.lightVerb()));
        }
        List<Integer> named = upon(syntax, clauses, sources, true);
        return named.isEmpty() ? upon(syntax, clauses, sources, false) : named;
    }

    /**
     * Its clauses, those of its object ("repeated its demand that ...", "yielded to calls to ..."), and those in them.
     */
    private static List<Integer> clauses(Syntax syntax, int trigger) {
        List<Integer> found = new ArrayList<>(syntax.slot(trigger, "clause"));
        found.addAll(syntax.slot(trigger, "obj.clause"));
        found.addAll(syntax.slot(trigger, "to.clause"));
        List.copyOf(found).forEach(clause -> found.addAll(syntax.slot(clause, "clause")));
        // "Agreed to a truce mediated by Oslo": not with Oslo.
        found.removeIf(clause -> syntax.is(clause, "acl") && syntax.isMediating(clause));
        return found;
    }

    private List<Integer> upon(Syntax syntax, List<Integer> clauses, List<Integer> sources, boolean named) {
        for (int clause : clauses) {
            for (String slot : UPON) {
                List<Integer> found =
                        parties.others(syntax, parties.in(syntax, clause, List.of(slot)), sources).stream()
                                .filter(head -> !named || parties.isNamed(syntax, head))
                                .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }
}
