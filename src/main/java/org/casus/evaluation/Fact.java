package org.casus.evaluation;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a careful reader takes from an article; names are regular expressions, found anywhere. */
sealed interface Fact {
    boolean isTold(Account account);

    static Fact of(Fields gold) {
        String kind = gold.text("kind");
        return switch (kind) {
            case "event" -> Event.of(gold);
            case "attribution" -> new Voice(pattern(gold, "speaker", 0));
            case "territory" -> Territory.of(gold);
            case "office" ->
                new Office(
                        pattern(gold, "person", 0),
                        required(gold, "office", Pattern.CASE_INSENSITIVE),
                        pattern(gold, "of", 0));
            case "entity" ->
                new Name(required(gold, "name", 0), gold.optionalText("wikidata"), pattern(gold, "type", 0));
            default ->
                throw gold.fault(
                        "\"kind\" is \"%s\", but one of event, attribution, territory, office, entity is needed"
                                .formatted(kind));
        };
    }

    /** Who did what to whom, where, when, on whose word; or that it is only spoken of. */
    record Event(
            Set<String> types,
            Optional<Pattern> source,
            Optional<Pattern> target,
            Optional<Pattern> place,
            Optional<Pattern> speaker,
            When when,
            boolean real)
            implements Fact {
        private static Event of(Fields gold) {
            return new Event(
                    ImmutableSet.copyOf(gold.texts("types")),
                    pattern(gold, "source", 0),
                    pattern(gold, "target", 0),
                    pattern(gold, "place", 0),
                    pattern(gold, "speaker", 0),
                    When.of(gold),
                    gold.flag("real", true));
        }

        @Override
        public boolean isTold(Account account) {
            return account.events().stream().anyMatch(event -> is(event, account));
        }

        private boolean is(Fields event, Account account) {
            return types.contains(event.text("type"))
                    && account.isNamed(source, event.optionalObject("source"))
                    && account.isNamed(target, event.optionalObject("target"))
                    && (real ? isReal(event, account) : !Predictions.happened(event));
        }

        /** What is planned is real enough: a reader takes it from the article as it is. */
        private boolean isReal(Fields event, Account account) {
            return account.isNamed(place, event.optionalObject("place"))
                    && when.fits(event)
                    && account.isOnTheWordOf(speaker, event)
                    && (Predictions.happened(event)
                            || event.optionalText("tense").orElse("").equals("future"));
        }
    }

    /** That somebody said something. */
    record Voice(Optional<Pattern> speaker) implements Fact {
        @Override
        public boolean isTold(Account account) {
            return Iterables.any(
                    Iterables.concat(account.events(), account.statements()),
                    told -> account.isOnTheWordOf(speaker, told));
        }
    }

    /** Whose land it is, by whom. */
    record Territory(
            Pattern relation, Optional<Pattern> territory, Optional<Pattern> holder, Optional<Pattern> by, When when)
            implements Fact {
        private static Territory of(Fields gold) {
            return new Territory(
                    required(gold, "relation", Pattern.CASE_INSENSITIVE),
                    pattern(gold, "territory", 0),
                    pattern(gold, "holder", 0),
                    pattern(gold, "by", 0),
                    When.of(gold));
        }

        @Override
        public boolean isTold(Account account) {
            return account.territory().stream().anyMatch(told -> is(told, account));
        }

        private boolean is(Fields told, Account account) {
            return relation.matcher(told.text("relation")).find()
                    && account.isNamed(territory, told.optionalObject("territory"))
                    && account.isNamed(holder, told.optionalObject("holder"))
                    && (account.isNamed(by, told.optionalObject("recognisedBy"))
                            || account.isNamed(by, told.optionalObject("statedBy")))
                    && when.fits(told);
        }
    }

    /** Who holds which office, of what. */
    record Office(Optional<Pattern> person, Pattern office, Optional<Pattern> of) implements Fact {
        @Override
        public boolean isTold(Account account) {
            return account.offices().stream()
                    .anyMatch(told -> account.isNamed(person, told.optionalObject("person"))
                            && office.matcher(told.optionalText("office").orElse(""))
                                    .find()
                            && account.isNamed(of, told.optionalObject("of")));
        }
    }

    /** Of whom or what it speaks. */
    record Name(Pattern name, Optional<String> wikidata, Optional<Pattern> type) implements Fact {
        @Override
        public boolean isTold(Account account) {
            return account.entities().stream()
                    .anyMatch(entity -> name.matcher(entity.optionalText("name").orElse(""))
                                    .find()
                            && (wikidata.isEmpty()
                                    || entity.optionalText("wikidata").equals(wikidata))
                            && (type.isEmpty()
                                    || type.get()
                                            .matcher(entity.optionalText("type").orElse(""))
                                            .find()));
        }
    }

    private static Pattern required(Fields gold, String name, int flags) {
        return pattern(gold, name, flags).orElseThrow(() -> gold.fault("no \"%s\"".formatted(name)));
    }

    private static Optional<Pattern> pattern(Fields gold, String name, int flags) {
        try {
            return gold.optionalText(name)
                    .map(regex ->
                            Pattern.compile(regex, flags | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
        } catch (PatternSyntaxException fault) {
            throw gold.fault("\"%s\" is no regular expression: %s".formatted(name, fault.getDescription()));
        }
    }
}
