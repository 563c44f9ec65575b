package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casus.annotation.Dependency;

/** Finds who did it and to whom where no slot of the trigger tells: what light verbs, operators and clauses lend. */
final class ImpliedArguments {
    static final List<String> SITES = List.of("place", "territory", "building");
    private static final List<String> UPON =
            List.of("iobj", "obj", "with", "to", "for", "from", "against", "on", "in", "by");

    private static final Set<String> CHARGING = WordClasses.of("charging");
    private static final Set<String> BESIDE = WordClasses.of("besides");
    private static final Set<String> AWAITING = Set.of("until", "unless", "till");

    private final Parties parties;
    private final AttitudeHolders holders;
    private final NearestParty nearest;
    private final AttributionReader attribution;

    ImpliedArguments(Parties parties, AttitudeHolders holders, NearestParty nearest, AttributionReader attribution) {
        this.parties = parties;
        this.holders = holders;
        this.nearest = nearest;
        this.attribution = attribution;
    }

    /** Who plans or refuses an act is its agent; who speaks of "talks with Cairo" is the other side of them. */
    List<Integer> sources(Syntax syntax, Trigger trigger, FactualityReader.Put put) {
        if (!syntax.sentence().token(trigger.token()).isNoun() || trigger.suffered()) {
            return List.of();
        }
        List<Integer> claiming = claiming(syntax, trigger.token());
        if (!claiming.isEmpty()) {
            return claiming;
        }
        if (put.governor() != null && put.operator() != null && put.operator().cooperation() != null) {
            return holders.speaker(syntax, put.governor()).stream().toList();
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

    /** Who "claimed responsibility for the raid". */
    private List<Integer> claiming(Syntax syntax, int act) {
        return Triggers.claim(syntax, act).stream()
                .boxed()
                .flatMap(verb -> parties.acting(syntax, verb, List.of("subj")).stream())
                .toList();
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

    /** Where none stands in a slot of the trigger: whom its own clauses name, then a place, then the nearest. */
    List<Integer> targets(Syntax syntax, Trigger trigger, List<String> slots, List<Integer> sources) {
        List<Integer> found = accused(syntax, trigger);
        if (found.isEmpty()) {
            found = awaited(syntax, trigger, sources);
        }
        if (found.isEmpty()) {
            found = ofClause(syntax, trigger, sources);
        }
        boolean byNobody = sources.isEmpty()
                && syntax.slot(trigger.token(), "subj").stream().noneMatch(head -> syntax.isA(head, "weapon"))
                && !syntax.slot(trigger.token(), "subj").isEmpty();
        if (found.isEmpty() && !byNobody) {
            found = sites(syntax, trigger, slots);
        }
        return found.isEmpty() && !sources.isEmpty() ? nearest.to(syntax, trigger, sources) : found;
    }

    /**
     * "Phoned the king to thank him": nobody is the object of his own act, so "him" is whom the verb above acts upon.
     */
    List<Integer> apart(Syntax syntax, Trigger trigger, List<Integer> sources, List<Integer> targets) {
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
