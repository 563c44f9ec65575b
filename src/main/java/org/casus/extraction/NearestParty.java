package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The last resort for whom something is done to: the nearest party that the act's own words lead down to. */
final class NearestParty {
    private static final int FARTHEST = 24;
    private static final Set<String> LEADING =
            Set.of("obj", "obl", "nmod", "xcomp", "ccomp", "csubj", "acl", "compound", "amod", "iobj");
    private static final Set<String> ASIDE = Set.of(
            "after", "before", "since", "during", "amid", "despite", "accord", "under", "through", "via", "like", "as",
            "follow", "include", "without", "until", "per", "within");

    /** Where these happen is not whom they are done to. */
    private static final Set<EventType> WITH_OTHERS = Set.of(EventType.CONSULT, EventType.COOPERATE, EventType.PROTEST);

    /** Nor where they are signed. */
    private static final Set<String> SIGNING = WordClasses.of("signing");

    private final Parties parties;
    private final Triggers table;

    NearestParty(Parties parties, Triggers table) {
        this.parties = parties;
        this.table = table;
    }

    /** "Tightened the blockade of Serbia"; at most one. */
    List<Integer> to(Syntax syntax, Trigger trigger, List<Integer> sources) {
        List<Integer> reached = new ArrayList<>(List.of(trigger.token()));
        if (trigger.lightVerb() != null) {
            reached.add(trigger.lightVerb());
        }
        List<Integer> found = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < reached.size() && reached.size() < FARTHEST; i++) {
            for (int child : syntax.sentence().dependents(reached.get(i))) {
                if (leadsOn(syntax, trigger, child, sources) && !sources.contains(child) && !reached.contains(child)) {
                    boolean party = parties.isParty(syntax, child)
                            && !Parties.isOwn(syntax, child)
                            && (parties.isNamed(syntax, child) || !isOfSource(syntax, child, sources));
                    (party ? found : reached).add(child);
                    boolean site = (syntax.isA(child, "place") || syntax.isA(child, "territory"))
                            && !PlaceReader.isOnTheGround(syntax.sentence(), child);
                    if (site && !WITH_OTHERS.contains(trigger.type())) {
                        places.add(child);
                    }
                }
            }
        }
        List<Integer> others = parties.others(syntax, found, sources);
        return others.stream()
                .filter(head -> parties.isNamed(syntax, head))
                .findFirst()
                .or(() -> others.stream().findFirst())
                .or(() -> places.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    private boolean leadsOn(Syntax syntax, Trigger trigger, int child, List<Integer> sources) {
        String preposition = syntax.preposition(child);
        boolean underVerb =
                syntax.sentence().token(syntax.sentence().governor(child)).isVerb();
        boolean aside = ASIDE.contains(preposition) || (preposition.equals("by") && underVerb);
        boolean where = isOfSeveral(syntax, trigger, sources)
                && preposition.matches("in|at|near|outside|around|across")
                && (syntax.nameHasClass(child, "place")
                        || ImpliedArguments.SITES.stream().anyMatch(site -> syntax.isA(child, site)));
        // "Blocked the road, demanding that Lima act"; but not "agreed to a truce, raising hopes for the hostages".
        boolean verb = syntax.is(child, "dep")
                && syntax.sentence().token(child).isVerb()
                && (trigger.type() == EventType.PROTEST || !syntax.control().isSetApart(child));
        return (verb || syntax.isInfinitive(child) || LEADING.stream().anyMatch(relation -> syntax.is(child, relation)))
                && !syntax.is(child, "acl:relcl")
                && !(syntax.is(child, "acl") && syntax.isMediating(child))
                && !aside
                && !where
                && !Phrases.isWater(syntax, child)
                && !isMoved(syntax, trigger, child)
                && !Parties.isTopic(syntax, syntax.sentence().governor(child), child)
                && !isShotDown(syntax, trigger, child)
                && !isStruck(syntax, trigger, child)
                && !isWhose(syntax, trigger, child)
                && !PlaceReader.isVenue(syntax, syntax.sentence().governor(child), child)
                && !isBorder(syntax, trigger, child)
                && !syntax.inTime(child);
    }

    /** "Demanded an amnesty for its leaders": not of them. */
    private boolean isOfSource(Syntax syntax, int child, List<Integer> sources) {
        Stream<Integer> possessors = syntax.preposition(child).matches("for|of")
                ? syntax.children(child, "nmod:poss").stream()
                : Stream.of();
        return possessors
                .filter(possessor -> syntax.sentence().token(possessor).pos().equals("PRP$"))
                .anyMatch(possessor -> sources.stream().anyMatch(source -> parties.isSame(syntax, source, possessor)));
    }

    private static boolean isOfSeveral(Syntax syntax, Trigger trigger, List<Integer> sources) {
        String verb = syntax.lemma(trigger.token());
        return WITH_OTHERS.contains(trigger.type())
                || trigger.frame().target().contains("mutual")
                || SIGNING.contains(verb)
                || "crowd-control".equals(trigger.mode())
                || (verb.equals("agree") && sources.size() > 1);
    }

    /** Forces are sent to somebody; they are not whom it is done to. */
    private boolean isMoved(Syntax syntax, Trigger trigger, int child) {
        return trigger.type() == EventType.MOBILIZE
                && parties.isParty(syntax, child)
                && syntax.slot(trigger.token(), "obj").contains(child);
    }

    /** A drone that is shot down is whosever it was: it is nobody itself. */
    private static boolean isShotDown(Syntax syntax, Trigger trigger, int child) {
        return trigger.type() == EventType.ASSAULT
                && syntax.isA(child, "weapon")
                && syntax.slot(trigger.token(), "obj").contains(child)
                && !trigger.frame().target().contains("obj");
    }

    /** "Condemned a raid on Hama", "the killing of a priest": it is neither Hama nor he that is condemned. */
    private boolean isStruck(Syntax syntax, Trigger trigger, int child) {
        int act = syntax.sentence().governor(child);
        return trigger.type() == EventType.ACCUSE
                && (syntax.preposition(child).matches("on|against")
                        || (syntax.is(child, "nmod")
                                && table.suffering(syntax, act).contains(slot(syntax, child))))
                && syntax.sentence().token(act).isNoun()
                && syntax.slot(trigger.token(), "obj").contains(act);
    }

    /** "Ambushed a patrol near the border with Chad": Chad is not whom it is done to; troops massed there face it. */
    private static boolean isBorder(Syntax syntax, Trigger trigger, int child) {
        return trigger.type() == EventType.ASSAULT
                && syntax.isA(child, "place")
                && !syntax.preposition(child).isEmpty()
                && syntax.children(child, "nmod").stream()
                        .anyMatch(neighbour -> syntax.preposition(neighbour).equals("with"));
    }

    private static String slot(Syntax syntax, int child) {
        return syntax.is(child, "nmod:poss") ? "poss" : syntax.preposition(child);
    }

    /** "Reiterated Kenya's support for the talks": support is not given to those whose it is. */
    private static boolean isWhose(Syntax syntax, Trigger trigger, int child) {
        return syntax.is(child, "nmod:poss")
                && trigger.type() == EventType.SUPPORT
                && syntax.sentence().governor(child) != trigger.token()
                && syntax.slot(trigger.token(), "obj")
                        .contains(syntax.sentence().governor(child))
                && !trigger.frame().target().contains("obj");
    }
}
