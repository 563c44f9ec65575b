package org.casus.annotation;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.article.Span;

/** A sentence -> the names and noun phrases in it that pronouns may stand for, in the order of the text. */
final class Referents {
    private static final Set<String> NAME_PARTS = Set.of("compound", "flat", "nmod:poss", "punct", "case");
    private static final Set<String> LEFT_MODIFIERS = Set.of("det", "amod", "compound", "nummod", "nmod:poss", "punct");
    private static final Set<String> MALE_TITLES =
            Set.of("mr.", "mr", "sir", "king", "prince", "lord", "pope", "sheikh");
    private static final Set<String> FEMALE_TITLES =
            Set.of("mrs.", "mrs", "ms.", "ms", "miss", "queen", "princess", "lady", "madam", "dame");

    private static final Splitter GAP = Splitter.onPattern("\\s+");

    private final Nouns nouns;
    private final Map<EntityMention, FullName> fullNames;

    Referents(Nouns nouns, Map<EntityMention, FullName> fullNames) {
        this.nouns = nouns;
        this.fullNames = fullNames;
    }

    List<Referent> in(Sentence sentence) {
        List<Referent> found = new ArrayList<>();
        for (Token token : sentence.tokens()) {
            EntityMention name = sentence.nameAt(token.index()).orElse(null);
            if (name != null && name.type() != EntityMention.Type.MISC) {
                if (token.index() == name.end() - 1) {
                    found.add(named(sentence, name));
                }
            } else if (token.isNoun() && !NAME_PARTS.contains(sentence.relation(token.index()))) {
                found.add(common(sentence, token));
            }
        }
        return found;
    }

    private Referent named(Sentence sentence, EntityMention name) {
        FullName full = fullNames.getOrDefault(name, new FullName(sentence.index(), name));
        Nouns.Kind kind = switch (name.type()) {
            case PERSON -> Nouns.Kind.PERSON;
            case ORGANIZATION -> Nouns.Kind.GROUP;
            case LOCATION -> Nouns.Kind.PLACE;
            case MISC -> Nouns.Kind.THING;
        };
        return new Referent(
                full.name().text().toLowerCase(Locale.ROOT),
                sentence.index(),
                name.first(),
                head(sentence, name),
                kind,
                kind == Nouns.Kind.PERSON ? gender(sentence, name, full) : Gender.UNKNOWN,
                false,
                true,
                full.sentence(),
                full.name().span());
    }

    private static int head(Sentence sentence, EntityMention name) {
        for (int i = name.first(); i < name.end(); i++) {
            int governor = sentence.governor(i);
            if (governor < name.first() || governor >= name.end()) {
                return i;
            }
        }
        return name.end() - 1;
    }

    private Gender gender(Sentence sentence, EntityMention name, FullName full) {
        String before =
                name.first() == 0 ? "" : sentence.token(name.first() - 1).text().toLowerCase(Locale.ROOT);
        if (MALE_TITLES.contains(before)) {
            return Gender.MALE;
        }
        if (FEMALE_TITLES.contains(before)) {
            return Gender.FEMALE;
        }
        return nouns.ofGivenName(GAP.split(full.name().text()).iterator().next());
    }

    private Referent common(Sentence sentence, Token head) {
        boolean plural = head.pos().endsWith("S")
                || head.lemma().equals("people")
                || head.lemma().equals("police");
        int first = head.index();
        while (first > 0 && isLeftModifier(sentence, first - 1, head.index())) {
            first--;
        }
        Span span = new Span(sentence.token(first).span().begin(), head.span().end());
        String lemma = head.lemma().toLowerCase(Locale.ROOT);
        boolean demonym = head.isProper();
        return new Referent(
                lemma,
                sentence.index(),
                first,
                head.index(),
                demonym && plural ? Nouns.Kind.PERSON : nouns.kind(lemma),
                nouns.gender(lemma),
                plural,
                false,
                sentence.index(),
                span);
    }

    private static boolean isLeftModifier(Sentence sentence, int i, int head) {
        for (int up = i; up != Dependency.ROOT && up <= head; up = sentence.governor(up)) {
            if (up == head) {
                return true;
            }
            if (!LEFT_MODIFIERS.contains(sentence.relation(up))
                    && !sentence.relation(up).equals("case")) {
                return false;
            }
        }
        return false;
    }
}
