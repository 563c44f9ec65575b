package org.casus.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;
import org.casus.annotation.Token;

/** Reads the slots of a predicate off a sentence's basic Universal Dependencies. */
final class Syntax {
    private static final Set<String> MEDIATING = WordClasses.of("mediating");

    private final Sentence sentence;
    private final Modifiers modifiers;
    private final Slips slips = new Slips(this);
    private final Sums sums = new Sums(this);
    private final Control control = new Control(this);
    private final PassiveVoice passive = new PassiveVoice(this);

    private final Nouns nouns;

    Syntax(Sentence sentence, Nouns nouns) {
        this.sentence = sentence;
        modifiers = new Modifiers(sentence);
        this.nouns = nouns;
    }

    Slips slips() {
        return slips;
    }

    Sums sums() {
        return sums;
    }

    Control control() {
        return control;
    }

    PassiveVoice passive() {
        return passive;
    }

    Sentence sentence() {
        return sentence;
    }

    /** In lower case; empty where there is no such token. */
    String lemma(int i) {
        return i >= 0 && i < sentence.tokens().size()
                ? sentence.token(i).lemma().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Where a word begins that hyphens join: "sit-in" is three tokens, of which the last is the head. */
    int beginning(int head) {
        int first = head;
        while (first > 1
                && sentence.token(first - 1).text().equals("-")
                && sentence.token(first - 2).span().end()
                        == sentence.token(first - 1).span().begin()
                && sentence.token(first - 1).span().end()
                        == sentence.token(first).span().begin()) {
            first -= 2;
        }
        return first;
    }

    /** The lemma of the whole word that ends there, hyphens and all. */
    String whole(int head) {
        String lemma = lemma(head);
        for (int i = head - 1; i >= beginning(head); i--) {
            lemma = sentence.token(i).text().toLowerCase(Locale.ROOT) + lemma;
        }
        return lemma;
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
                .findFirst()
                .or(() -> slips.particle(verb))
                .map(this::lemma)
                .or(() ->
                        children(verb, "obl").stream().anyMatch(this::isOutOf) ? Optional.of("out") : Optional.empty());
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
            case "subj" ->
                counted(withCompanions(predicate, withListed(predicate, withConjuncts(control.agent(predicate)))));
            case "obj" -> counted(withConjuncts(control.patient(predicate)));
            case "iobj" -> withConjuncts(control.recipient(predicate));
            case "poss" -> withConjuncts(child(predicate, "nmod:poss"));
            case "comp" -> own(modifiers.before(predicate));
            case "clause" -> clauses(predicate);
            case "adv" -> children(predicate, "advmod");
            case "infinitive" ->
                clauses(predicate).stream()
                        .filter(clause -> children(clause, "mark").stream().anyMatch(mark -> isOpened(predicate, mark)))
                        .toList();
            case "and" -> coordinated(predicate);
            case "aux" ->
                sentence.dependents(predicate).stream()
                        .filter(child -> sentence.relation(child).equals("aux"))
                        .toList();
            case "owner" ->
                children(predicate, "acl").stream()
                        .filter(participle -> lemma(participle).equals("belong"))
                        .flatMap(participle -> marked(participle, "to").stream())
                        .toList();
            case "marker" -> children(predicate, "case");
            case "done" -> slips.done(predicate);
            case "does" ->
                is(predicate, "nsubj") && !is(predicate, "nsubj:pass") && !hasChild(sentence.governor(predicate), "obj")
                        ? List.of(sentence.governor(predicate))
                        : List.of();
            case "head" -> modifiers.of(predicate);
            case "prefix" -> modifiers.prefixes(predicate);
            case "appos" -> modifiers.apposed(predicate);
            default -> prepositional(predicate, slot);
        };
    }

    /** By a "to"; in "told them that the way to go is" it opens another clause. */
    private boolean isOpened(int predicate, int to) {
        return sentence.token(to).pos().equals("TO")
                && IntStream.range(predicate + 1, to)
                        .noneMatch(i -> lemma(i).equals("that")
                                || sentence.token(i).pos().equals("``"));
    }

    /** What is joined to it, and of a verb also the one that it is joined to: "were detained and beaten". */
    private List<Integer> coordinated(int predicate) {
        List<Integer> found = new ArrayList<>(children(predicate, "conj"));
        if (sentence.token(predicate).isVerb() && is(predicate, "conj")) {
            found.add(sentence.governor(predicate));
        }
        // "Beat the president and police detained him": another did so.
        found.removeIf(other -> hasChild(Math.max(other, predicate), "nsubj"));
        return found;
    }

    /** "a Shan guerrilla stronghold": the Shan are the guerrillas', not the stronghold's. */
    private List<Integer> own(List<Integer> before) {
        return before.stream()
                .filter(modifier -> !isCapitalised(modifier)
                        || before.stream().noneMatch(other -> other > modifier && isOfPeople(other)))
                .toList();
    }

    private boolean isCapitalised(int i) {
        return Character.isUpperCase(sentence.token(i).text().codePointAt(0));
    }

    private boolean isOfPeople(int i) {
        Token token = sentence.token(i);
        return token.isNoun() && !token.isProper() && nouns.acts(sentence, i);
    }

    /** "700 kg of medicine", "ten days of talks", "$5 million in aid": what is counted fills the slot too. */
    private List<Integer> counted(List<Integer> heads) {
        List<Integer> all = new ArrayList<>(heads);
        for (int head : heads) {
            if (sentence.token(head).pos().equals("CD") || nouns.isA(sentence, head, "quantity") || inTime(head)) {
                marked(head, "of").stream()
                        // "Accused the majority of lying".
                        .filter(kind -> !sentence.token(kind).pos().equals("VBG"))
                        .forEach(all::add);
            }
            if (isCurrency(head)) {
                marked(head, "in").stream()
                        .filter(kind -> !sentence.token(kind).isProper())
                        .forEach(all::add);
            }
        }
        return all;
    }

    boolean isCurrency(int i) {
        return sentence.token(i).pos().equals("$");
    }

    private List<Integer> clauses(int predicate) {
        Stream<Integer> results = children(predicate, "obj").stream()
                .flatMap(object -> children(object, "amod").stream().filter(adjective -> adjective > object));
        Stream<Integer> clauses = sentence.dependents(predicate).stream()
                .filter(child -> is(child, "xcomp")
                        || is(child, "ccomp")
                        || isInfinitive(child)
                        || slips.swallowed(child, predicate).isPresent()
                        || (sentence.relation(child).equals("acl")
                                && sentence.token(predicate).isNoun()));
        // "Left ten people dead": the parser may hang "dead" on the people.
        return Stream.concat(clauses, results).toList();
    }

    boolean isInfinitive(int child) {
        return is(child, "advcl")
                && children(child, "mark").stream().anyMatch(mark -> lemma(mark).equals("to"));
    }

    /** Its complements with that preposition; a verb's may hang on its object, a noun's on its light verb. */
    List<Integer> prepositional(int predicate, String preposition) {
        if (preposition.matches("at|on|upon") && passive.isStranded(predicate)) {
            return lemma(predicate + 1).equals(preposition) ? slot(predicate, "obj") : List.of();
        }
        List<Integer> found = new ArrayList<>(marked(predicate, preposition));
        if (found.isEmpty() && !sentence.token(predicate).isVerb()) {
            slips.participles(predicate).stream()
                    .filter(participle -> !isMediating(participle))
                    .forEach(participle -> found.addAll(marked(participle, preposition)));
            if (found.isEmpty() && preposition.equals("by")) {
                // "The seizure of the island by Oslo": the parser may hang Oslo on the island.
                marked(predicate, "of").forEach(thing -> found.addAll(marked(thing, preposition)));
            }
        } else if (found.isEmpty()) {
            control.patient(predicate).ifPresent(object -> {
                // "The camp for refugees was attacked": nobody was attacked for something.
                boolean reason = object < predicate && preposition.matches("for|as");
                boolean own = sentence.governor(object) == predicate
                        || slips.object(predicate).stream().anyMatch(meant -> meant == object);
                if (!reason && (own || isCurrency(object))) {
                    found.addAll(marked(object, preposition));
                    if (found.isEmpty()) {
                        children(object, "nmod").forEach(child -> found.addAll(marked(child, preposition)));
                    }
                    // "The seizure by Oslo was condemned": not by Oslo.
                    found.removeIf(party -> preposition.equals("by") && object < party && party < predicate);
                }
            });
            for (int child : found.isEmpty() ? sentence.dependents(predicate) : List.<Integer>of()) {
                boolean behind = is(child, "obl") && (child > predicate || isA(child, "talk"));
                // "Was carried out by a unit of the navy": whose the unit is, the deed is not.
                behind &= !(preposition.equals("of") && preposition(child).equals("by"));
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

    /** "A truce brokered by Doha" is not Doha's. */
    boolean isMediating(int verb) {
        return MEDIATING.contains(lemma(verb));
    }

    private List<Integer> marked(int predicate, String preposition) {
        List<Integer> found = new ArrayList<>();
        for (int child : sentence.dependents(predicate)) {
            boolean oblique = (is(child, "obl") || is(child, "nmod") || (is(child, "acl") && isCurrency(child)))
                    && !inTime(child);
            if (oblique && (preposition(child).equals(preposition) || (preposition.equals("of") && isOutOf(child)))) {
                found.addAll(withConjuncts(OptionalInt.of(child)));
            }
            found.addAll(sums.sumBehind(child, preposition));
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

    /** "Out of Mali" follows the verb of "pull out", and is of Mali. */
    private boolean isOutOf(int noun) {
        List<Integer> prepositions = children(noun, "case");
        return prepositions.size() == 2
                && lemma(prepositions.get(0)).equals("out")
                && lemma(prepositions.get(1)).equals("of");
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
            boolean instead =
                    child(other, "cc").stream().anyMatch(but -> lemma(but).equals("but"));
            if (!sentence.token(other).isVerb() && !instead && !isOneName(head.getAsInt(), other)) {
                all.add(other);
            }
        }
        return all;
    }

    /** "Russia, Iran sign pact": headlines join two by a comma alone. */
    private List<Integer> withListed(int verb, List<Integer> subjects) {
        List<Integer> listed = children(verb, "nsubj").stream()
                .filter(name -> sentence.nameAt(name).isPresent())
                .toList();
        boolean headline = listed.size() == 2
                && subjects.equals(listed.subList(0, 1))
                && sentence.nameAt(listed.get(1)).orElseThrow().first() == listed.get(0) + 2
                && lemma(listed.get(0) + 1).equals(",");
        return headline ? listed : subjects;
    }

    /** "Chad, together with Niger, attacked": both did. */
    private List<Integer> withCompanions(int verb, List<Integer> subjects) {
        if (subjects.isEmpty() || !sentence.token(verb).isVerb() || subjects.get(0) > verb) {
            return subjects;
        }
        List<Integer> all = new ArrayList<>(subjects);
        Stream<Integer> together =
                children(verb, "advmod").stream().filter(adverb -> lemma(adverb).equals("together"));
        Stream.concat(Stream.of(subjects.get(0), verb), together)
                .flatMap(word -> sentence.dependents(word).stream())
                .filter(child -> child < verb && (is(child, "obl") || is(child, "nmod")) && acts(child))
                .filter(child -> children(child, "case").stream().anyMatch(this::joins))
                .flatMap(child -> withConjuncts(child).stream())
                .filter(child -> !all.contains(child))
                .forEach(all::add);
        return all;
    }

    private boolean joins(int preposition) {
        return lemma(preposition).equals("alongside")
                || (lemma(preposition).equals("with") && lemma(preposition - 1).matches("together|along"));
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
