package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.casus.annotation.Dependency;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;

/** Reads the slots of a predicate off a sentence's basic Universal Dependencies: through passives, control and gaps. */
final class Syntax {
    private static final int DEEPEST = 8;
    private static final Set<String> SUBJECT_CONTROL = Set.of(
            "promise",
            "vow",
            "threaten",
            "pledge",
            "agree",
            "swear",
            "use",
            "take",
            "spend",
            "need",
            "call",
            "phone",
            "telephone",
            "meet",
            "visit",
            "join");

    private static final Set<String> OBJECT_CONTROL = Set.of("of", "for", "from", "into", "with");

    private final Sentence sentence;
    private final Modifiers modifiers;
    private final Slips slips = new Slips(this);

    private final Nouns nouns;

    Syntax(Sentence sentence, Nouns nouns) {
        this.sentence = sentence;
        modifiers = new Modifiers(sentence);
        this.nouns = nouns;
    }

    Slips slips() {
        return slips;
    }

    Sentence sentence() {
        return sentence;
    }

    String lemma(int i) {
        return sentence.token(i).lemma().toLowerCase(Locale.ROOT);
    }

    boolean is(int i, String relation) {
        String actual = sentence.relation(i);
        return actual.equals(relation) || actual.startsWith(relation + ":");
    }

    List<Integer> children(int i, String relation) {
        return sentence.dependents(i).stream()
                .filter(child -> is(child, relation))
                .toList();
    }

    OptionalInt child(int i, String relation) {
        return children(i, relation).stream().mapToInt(Integer::intValue).findFirst();
    }

    boolean hasChild(int i, String relation) {
        return child(i, relation).isPresent();
    }

    /** The particle of a verb, as in "break off"; not the "on" of "called on Friday". */
    Optional<String> particle(int verb) {
        return sentence.dependents(verb).stream()
                .filter(child -> !inTime(child + 1))
                .filter(child -> is(child, "compound:prt")
                        || (is(child, "advmod") && sentence.token(child).pos().matches("RP|IN"))
                        || (is(child, "advmod") && child == verb + 1))
                .map(this::lemma)
                .findFirst();
    }

    /** Heads that fill a slot of the format of predicates.tsv; a dotted slot is a slot of a slot. */
    List<Integer> slot(int predicate, String slot) {
        int dot = slot.indexOf('.');
        if (dot > 0) {
            List<Integer> found = new ArrayList<>();
            for (int head : slot(predicate, slot.substring(0, dot))) {
                found.addAll(slot(head, slot.substring(dot + 1)));
            }
            return found;
        }
        return switch (slot) {
            case "self" -> List.of(predicate);
            case "subj" -> counted(withConjuncts(agent(predicate)));
            case "obj" -> counted(withConjuncts(patient(predicate)));
            case "iobj" -> withConjuncts(child(predicate, "iobj"));
            case "poss" -> withConjuncts(child(predicate, "nmod:poss"));
            case "comp" -> modifiers.before(predicate);
            case "clause" -> clauses(predicate);
            case "adv" -> children(predicate, "advmod");
            case "and" -> children(predicate, "conj");
            case "aux" ->
                sentence.dependents(predicate).stream()
                        .filter(child -> sentence.relation(child).equals("aux"))
                        .toList();
            case "marker" -> children(predicate, "case");
            case "head" -> modifiers.of(predicate);
            case "prefix" -> modifiers.prefixes(predicate);
            case "appos" -> modifiers.apposed(predicate);
            default -> prepositional(predicate, slot);
        };
    }

    /** "700 kg of medicine": what is counted fills the slot too. */
    private List<Integer> counted(List<Integer> heads) {
        List<Integer> all = new ArrayList<>(heads);
        for (int head : heads) {
            if (sentence.token(head).pos().equals("CD") || nouns.isA(sentence, head, "quantity")) {
                all.addAll(marked(head, "of"));
            }
        }
        return all;
    }

    /** The subject that a reader understands: its own, or one that it inherits. */
    OptionalInt subject(int verb) {
        return subject(verb, DEEPEST);
    }

    private OptionalInt subject(int verb, int depth) {
        OptionalInt own = child(verb, "nsubj");
        if (own.isPresent()) {
            return OptionalInt.of(antecedentOfRelative(verb, own.getAsInt()));
        }
        OptionalInt held = slips.heldBySaying(verb);
        if (held.isPresent()) {
            return held;
        }
        OptionalInt counted = slips.countedSubject(verb);
        int governor = sentence.governor(verb);
        if (counted.isPresent() || governor == Dependency.ROOT || depth == 0) {
            return counted;
        }
        Token above = sentence.token(governor);
        OptionalInt swallowed = slips.swallowed(verb, governor);
        if (swallowed.isPresent()) {
            return swallowed;
        }
        if (is(verb, "xcomp")) {
            return controller(governor, depth);
        }
        if (is(verb, "acl")) {
            return ofNounModifier(verb, governor, depth);
        }
        if (is(verb, "advcl") && hasObjectControl(verb) && patient(governor).isPresent()) {
            return patient(governor);
        }
        boolean participle = (is(verb, "advcl") || is(verb, "dep"))
                && !hasChild(verb, "mark")
                && sentence.token(verb).pos().equals("VBG");
        if (participle && isPassive(governor)) {
            return agent(governor);
        }
        boolean inherits = is(verb, "conj")
                || is(verb, "advcl")
                || ((is(verb, "ccomp") || is(verb, "dep")) && !hasChild(verb, "mark"));
        return inherits && !above.isNoun() ? subject(governor, depth - 1) : OptionalInt.empty();
    }

    /** "accused them of hiding", "stopped them from leaving": the object of the verb above acts. */
    private boolean hasObjectControl(int verb) {
        return children(verb, "mark").stream().anyMatch(mark -> OBJECT_CONTROL.contains(lemma(mark)));
    }

    private OptionalInt controller(int governor, int depth) {
        OptionalInt object = patient(governor);
        if (!isPassive(governor)
                && object.isPresent()
                && isAnimate(object.getAsInt())
                && !SUBJECT_CONTROL.contains(lemma(governor))) {
            return object;
        }
        return subject(governor, depth - 1);
    }

    /** "Launched raids to free them": raids free nobody. */
    private boolean isAnimate(int object) {
        Token token = sentence.token(object);
        return !token.isNoun() || token.isProper() || nouns.acts(sentence, object) || isA(object, "quantity");
    }

    /** "the troops attacking", "the town taken by", "a plan to seize", "in a bid to seize". */
    private OptionalInt ofNounModifier(int verb, int noun, int depth) {
        boolean infinitive =
                children(verb, "mark").stream().anyMatch(mark -> lemma(mark).equals("to"));
        if (!infinitive && nouns.acts(sentence, noun)) {
            return OptionalInt.of(noun);
        }
        boolean past = !sentence.token(verb).pos().equals("VBG");
        // "Protests calling for his resignation": whoever protests calls, not he.
        if (!infinitive && (past || isA(noun, "protest"))) {
            return OptionalInt.of(noun);
        }
        OptionalInt possessor = child(noun, "nmod:poss");
        if (possessor.isPresent()) {
            return possessor;
        }
        int above = sentence.governor(noun);
        boolean done = above != Dependency.ROOT
                && (is(noun, "obj")
                        || (infinitive && is(noun, "obl") && preposition(noun).equals("in")));
        return done ? subject(above, depth - 1) : infinitive ? OptionalInt.empty() : OptionalInt.of(noun);
    }

    private int antecedentOfRelative(int verb, int subject) {
        return is(verb, "acl:relcl") && isRelative(subject) ? sentence.governor(verb) : subject;
    }

    private boolean isRelative(int i) {
        return sentence.token(i).pos().matches("WDT|WP");
    }

    OptionalInt agent(int verb) {
        return isPassive(verb)
                ? prepositional(verb, "by").stream().mapToInt(Integer::intValue).findFirst()
                : subject(verb);
    }

    OptionalInt patient(int verb) {
        if (isPassive(verb)) {
            return subject(verb);
        }
        OptionalInt object = child(verb, "obj");
        if (object.isPresent()) {
            return OptionalInt.of(slips.amount(antecedentOfRelative(verb, object.getAsInt())));
        }
        OptionalInt meant = slips.object(verb);
        if (meant.isPresent()) {
            return meant;
        }
        boolean gap = is(verb, "acl:relcl") && children(verb, "nsubj").stream().anyMatch(s -> !isRelative(s));
        if (gap && !hasChild(verb, "xcomp") && !hasChild(verb, "ccomp")) {
            return OptionalInt.of(sentence.governor(verb));
        }
        OptionalInt shared = is(verb, "conj") ? child(sentence.governor(verb), "obj") : OptionalInt.empty();
        if (shared.isPresent() && shared.getAsInt() > verb) {
            return shared;
        }
        // "attacked and burned the village": the last of the verbs has the object of all.
        return children(verb, "conj").stream()
                .filter(next -> sentence.token(next).isVerb() && !hasChild(next, "nsubj") && next - verb <= 3)
                .flatMap(next -> children(next, "obj").stream())
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    boolean isCurrency(int i) {
        return sentence.token(i).pos().equals("$");
    }

    boolean isPassive(int verb) {
        if (hasChild(verb, "nsubj:pass") || hasChild(verb, "aux:pass")) {
            return true;
        }
        if (!isParticiple(verb) || hasChild(verb, "nsubj") || hasChild(verb, "aux")) {
            return false;
        }
        int governor = sentence.governor(verb);
        return (is(verb, "acl") && !hasChild(verb, "obj"))
                || is(verb, "advcl")
                || (is(verb, "conj") && governor != Dependency.ROOT && isPassive(governor));
    }

    /** "disputed" of "the valley, disputed between both," is often tagged as a past. */
    private boolean isParticiple(int verb) {
        String pos = sentence.token(verb).pos();
        return pos.equals("VBN")
                || (pos.equals("VBD")
                        && sentence.relation(verb).equals("acl")
                        && children(verb, "obl").stream()
                                .anyMatch(party -> preposition(party).matches("by|between")));
    }

    private List<Integer> clauses(int predicate) {
        return sentence.dependents(predicate).stream()
                .filter(child -> is(child, "xcomp")
                        || is(child, "ccomp")
                        || isInfinitive(child)
                        || slips.swallowed(child, predicate).isPresent()
                        || (sentence.relation(child).equals("acl")
                                && sentence.token(predicate).isNoun()))
                .toList();
    }

    boolean isInfinitive(int child) {
        return is(child, "advcl")
                && children(child, "mark").stream().anyMatch(mark -> lemma(mark).equals("to"));
    }

    /** Its complements with that preposition; a verb's may hang on its object, a noun's on its light verb. */
    List<Integer> prepositional(int predicate, String preposition) {
        List<Integer> found = new ArrayList<>(marked(predicate, preposition));
        if (found.isEmpty() && !sentence.token(predicate).isVerb()) {
            children(predicate, "acl").forEach(participle -> found.addAll(marked(participle, preposition)));
        } else if (found.isEmpty()) {
            patient(predicate).ifPresent(object -> {
                if (sentence.governor(object) == predicate || isCurrency(object)) {
                    found.addAll(marked(object, preposition));
                    if (found.isEmpty()) {
                        children(object, "nmod").forEach(child -> found.addAll(marked(child, preposition)));
                    }
                }
            });
            for (int child : found.isEmpty() ? sentence.dependents(predicate) : List.<Integer>of()) {
                boolean behind = is(child, "obl") && (child > predicate || isA(child, "talk"));
                if (behind || is(child, "compound:prt") || is(child, "advmod")) {
                    found.addAll(marked(child, preposition));
                }
            }
            if (found.isEmpty() && preposition.equals("to")) {
                found.addAll(withConjuncts(child(predicate, "iobj")));
            }
        }
        return found;
    }

    private List<Integer> marked(int predicate, String preposition) {
        List<Integer> found = new ArrayList<>();
        for (int child : sentence.dependents(predicate)) {
            boolean oblique = (is(child, "obl") || is(child, "nmod") || (is(child, "acl") && isCurrency(child)))
                    && !inTime(child);
            if (oblique && preposition(child).equals(preposition)) {
                found.addAll(withConjuncts(OptionalInt.of(child)));
            }
            if (slips.isMarked(child, preposition)) {
                found.addAll(withConjuncts(child(child, "nsubj")));
            }
        }
        return found;
    }

    /** The preposition of a noun phrase; empty where there is none. */
    String preposition(int noun) {
        return child(noun, "case").stream().mapToObj(this::lemma).findFirst().orElse("");
    }

    List<Integer> withConjuncts(int head) {
        return withConjuncts(OptionalInt.of(head));
    }

    private List<Integer> withConjuncts(OptionalInt head) {
        if (head.isEmpty()) {
            return List.of();
        }
        List<Integer> all = new ArrayList<>();
        all.add(head.getAsInt());
        for (int other : children(head.getAsInt(), "conj")) {
            if (!sentence.token(other).isVerb() && !isOneName(head.getAsInt(), other)) {
                all.add(other);
            }
        }
        return all;
    }

    /** "The Globe and Mail" is one. */
    private boolean isOneName(int head, int other) {
        return sentence.nameAt(head).filter(name -> other < name.end()).isPresent();
    }

    /** True for words that tell when: they are nobody's party. */
    boolean inTime(int i) {
        return sentence.times().stream().anyMatch(time -> time.first() <= i && i < time.end());
    }

    /** True for a noun of people or institutions: a "government" is no act of governing. */
    boolean acts(int head) {
        return nouns.acts(sentence, head);
    }

    boolean isA(int head, String type) {
        return nouns.isA(sentence, head, type);
    }

    /** A name of one word that might be a place: those of towns are often tagged as something else. */
    boolean isUnsureName(int i) {
        return sentence.token(i).pos().equals("NNP")
                && sentence.nameAt(i)
                        .filter(name -> name.type() != EntityMention.Type.PERSON
                                || (name.end() - name.first() == 1 && modifiedByHolder(i)))
                        .isPresent();
    }

    /** "rebel-held Deraa" is a place, whatever it is tagged. */
    private boolean modifiedByHolder(int i) {
        return children(i, "amod").stream()
                .anyMatch(participle -> !modifiers.prefixes(participle).isEmpty());
    }

    /** "President Zewde" is a person, whatever the name is tagged. */
    private boolean isTitled(int i) {
        return children(i, "compound").stream()
                .anyMatch(title -> sentence.token(title).isProper() && nouns.isA(sentence, title, "person"));
    }

    /** True where a name stands for the class without being in the table of nouns; what is taken may be any name. */
    boolean nameHasClass(int i, String type) {
        Optional<EntityMention> name = sentence.nameAt(i);
        if (name.isEmpty()) {
            return type.equals("site") && sentence.token(i).isProper();
        }
        return switch (type) {
            case "actor" -> true;
            case "person" -> name.get().type() == EntityMention.Type.PERSON || isTitled(i);
            case "site" -> name.get().type() == EntityMention.Type.LOCATION || isUnsureName(i);
            case "place", "territory", "state" -> name.get().type() == EntityMention.Type.LOCATION;
            default -> false;
        };
    }
}
