package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who did it to whom: a frame's own slots first, then what light verbs, operators and clauses lend. */
final class DyadReader {
    private static final int MOST_DYADS = 6;
    private static final List<String> SITES = List.of("place", "territory", "building");
    private static final List<String> UPON =
            List.of("iobj", "obj", "with", "to", "for", "from", "against", "on", "in", "by");

    /** Where these happen is not whom they are done to. */
    private static final Set<EventType> WITH_OTHERS = Set.of(EventType.CONSULT, EventType.COOPERATE, EventType.PROTEST);

    private static final Set<String> AWAITING = Set.of("until", "unless", "till");

    private static final int FARTHEST = 24;
    private static final Set<String> LEADING =
            Set.of("obj", "obl", "nmod", "xcomp", "ccomp", "csubj", "acl", "compound", "amod", "iobj");
    private static final Set<String> ASIDE = Set.of(
            "after",
            "before",
            "since",
            "during",
            "amid",
            "despite",
            "accord",
            "under",
            "through",
            "via",
            "like",
            "as",
            "following",
            "including",
            "without",
            "until",
            "per",
            "within");

    private final Parties parties;
    private final AttributionReader attribution;

    DyadReader(Parties parties, AttributionReader attribution) {
        this.parties = parties;
        this.attribution = attribution;
    }

    /** One for each pair of coordinated parties; empty where neither party is known. */
    List<Dyad> read(Syntax syntax, Trigger trigger, FactualityReader.Put put) {
        List<Integer> sources = sources(syntax, trigger);
        if (sources.isEmpty()) {
            sources = implied(syntax, trigger, put);
        }
        sources = sources.stream()
                .map(source -> parties.isUnresolved(syntax, source)
                        ? attribution.speaker(syntax, trigger.token()).orElse(source)
                        : source)
                .toList();
        if (isMutual(trigger) && sources.size() == 1) {
            List<Integer> each = eachOf(syntax, sources.get(0));
            sources = each.size() > 1 ? each : sources;
        }
        List<Integer> targets = apart(syntax, trigger, sources, targets(syntax, trigger, sources));
        List<Dyad> dyads = new ArrayList<>();
        for (Integer source : sources) {
            for (Integer target : targets) {
                if (!source.equals(target)) {
                    dyads.add(new Dyad(source, target));
                }
            }
            if (targets.isEmpty()) {
                dyads.add(new Dyad(source, null));
            }
        }
        if (sources.isEmpty()) {
            targets.forEach(target -> dyads.add(new Dyad(null, target)));
        }
        return dyads.size() > MOST_DYADS ? dyads.subList(0, MOST_DYADS) : dyads;
    }

    /** The first party of either side that stands in a slot of its frame; both may be missing. */
    Dyad inSlots(Syntax syntax, int token, Frame frame, @Nullable Integer lightVerb, boolean suffered) {
        List<Integer> lent = lightVerb == null ? List.of() : parties.acting(syntax, lightVerb, List.of("subj"));
        List<Integer> sources = lent.isEmpty() || suffered ? parties.acting(syntax, token, frame.source()) : lent;
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
        for (String slot : List.of("poss", "of", "comp", "between")) {
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
        return parties.acting(syntax, trigger.token(), trigger.frame().source()).stream()
                .filter(head -> !PlaceReader.isNamedAfter(syntax, trigger.token(), head))
                .toList();
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
        boolean oneSided = trigger.type() == EventType.CONSULT
                && !syntax.slot(trigger.token(), "with").isEmpty();
        return oneSided ? attribution.speaker(syntax, trigger.token()).stream().toList() : List.of();
    }

    /** Whose plan, promise or refusal some words are. */
    Optional<Integer> speaker(Syntax syntax, int words) {
        Optional<Integer> own = speakers(syntax, words).stream().findFirst();
        if (own.isPresent()) {
            return own;
        }
        int governor = syntax.sentence().governor(words);
        OptionalInt above = governor < 0 ? OptionalInt.empty() : syntax.subject(governor);
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

    /** All whose plan, promise or refusal some words are by themselves. */
    List<Integer> speakers(Syntax syntax, int words) {
        boolean noun = syntax.sentence().token(words).isNoun();
        return parties.in(syntax, words, noun ? List.of("poss", "by", "of", "comp") : List.of("subj"));
    }

    private List<Integer> targets(Syntax syntax, Trigger trigger, List<Integer> sources) {
        List<String> slots = trigger.frame().target().stream()
                .filter(slot -> !slot.equals("mutual"))
                .toList();
        List<Integer> own = inFirst(syntax, trigger.token(), slots, sources);
        Integer verb = trigger.lightVerb();
        if (own.isEmpty() && verb != null) {
            own = inFirst(syntax, verb, trigger.suffered() ? List.of("subj") : slots, sources);
        }
        if (own.isEmpty() && isMutual(trigger) && sources.size() > 1) {
            return sources;
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
        return own.isEmpty() && !sources.isEmpty() ? within(syntax, trigger, sources) : own;
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
            } else if (above >= 0 && syntax.is(trigger.token(), "advcl")) {
                found.addAll(others(syntax, parties.in(syntax, above, UPON), sources));
            }
        }
        return found;
    }

    /** Of the slots, the first that holds a party other than the sources. */
    private List<Integer> inFirst(Syntax syntax, int predicate, List<String> slots, List<Integer> sources) {
        for (String slot : slots) {
            List<Integer> found = others(syntax, parties.in(syntax, predicate, List.of(slot)), sources);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Who is to move first: "will not lift the embargo until Havana frees them". */
    private List<Integer> awaited(Syntax syntax, Trigger trigger, List<Integer> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        return syntax.children(trigger.token(), "advcl").stream()
                .filter(clause -> syntax.children(clause, "mark").stream()
                        .anyMatch(mark -> AWAITING.contains(syntax.lemma(mark))))
                .map(clause -> others(syntax, parties.in(syntax, clause, List.of("subj")), sources))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
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
            List<Integer> actors = parties.in(syntax, trigger.token(), List.of("clause", "obj.clause.subj")).stream()
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

    /** Its clauses, those of its object ("repeated its demand that ..."), and the clauses in them. */
    private static List<Integer> clauses(Syntax syntax, int trigger) {
        List<Integer> found = new ArrayList<>(syntax.slot(trigger, "clause"));
        found.addAll(syntax.slot(trigger, "obj.clause"));
        List.copyOf(found).forEach(clause -> found.addAll(syntax.slot(clause, "clause")));
        return found;
    }

    private List<Integer> upon(Syntax syntax, List<Integer> clauses, List<Integer> sources, boolean named) {
        for (int clause : clauses) {
            for (String slot : UPON) {
                List<Integer> found = others(syntax, parties.in(syntax, clause, List.of(slot)), sources).stream()
                        .filter(head -> !named || syntax.sentence().nameAt(head).isPresent())
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** Last, the nearest party that the act's own words lead down to: "tightened the blockade of Serbia". */
    private List<Integer> within(Syntax syntax, Trigger trigger, List<Integer> sources) {
        List<Integer> reached = new ArrayList<>(List.of(trigger.token()));
        if (trigger.lightVerb() != null) {
            reached.add(trigger.lightVerb());
        }
        List<Integer> parties = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < reached.size() && reached.size() < FARTHEST; i++) {
            for (int child : syntax.sentence().dependents(reached.get(i))) {
                if (leadsOn(syntax, trigger, child) && !sources.contains(child) && !reached.contains(child)) {
                    (this.parties.isParty(syntax, child) && !isOwn(syntax, child) ? parties : reached).add(child);
                    boolean site = syntax.isA(child, "place") || syntax.isA(child, "territory");
                    if (site && !WITH_OTHERS.contains(trigger.type())) {
                        places.add(child);
                    }
                }
            }
        }
        List<Integer> others = others(syntax, parties, sources);
        return others.stream()
                .filter(head -> syntax.sentence().nameAt(head).isPresent())
                .findFirst()
                .or(() -> others.stream().findFirst())
                .or(() -> places.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean leadsOn(Syntax syntax, Trigger trigger, int child) {
        String preposition = syntax.preposition(child);
        boolean underVerb =
                syntax.sentence().token(syntax.sentence().governor(child)).isVerb();
        boolean aside = ASIDE.contains(preposition) || (preposition.equals("by") && underVerb);
        boolean where = WITH_OTHERS.contains(trigger.type())
                && preposition.matches("in|at")
                && (syntax.nameHasClass(child, "place") || SITES.stream().anyMatch(site -> syntax.isA(child, site)));
        boolean verb = syntax.is(child, "dep") && syntax.sentence().token(child).isVerb();
        return (verb || syntax.isInfinitive(child) || LEADING.stream().anyMatch(relation -> syntax.is(child, relation)))
                && !syntax.is(child, "acl:relcl")
                && !aside
                && !where
                && !syntax.inTime(child);
    }

    /** Without the sources themselves and what is theirs: "its troops" are not whom it acts upon. */
    private static List<Integer> others(Syntax syntax, List<Integer> heads, List<Integer> sources) {
        return heads.stream()
                .filter(head -> !sources.contains(head))
                .filter(head -> sources.isEmpty() || !isOwn(syntax, head))
                .toList();
    }

    private static boolean isOwn(Syntax syntax, int head) {
        return isPossessive(syntax, head)
                || (syntax.isA(head, "force")
                        && syntax.children(head, "nmod:poss").stream().anyMatch(poss -> isPossessive(syntax, poss)));
    }

    private static boolean isPossessive(Syntax syntax, int i) {
        return syntax.sentence().token(i).pos().equals("PRP$");
    }
}
