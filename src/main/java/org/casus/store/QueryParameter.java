package org.casus.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a stored query, named as BASIL names them: {@code ?_actor_iri}, {@code ?_since_xsd_date},
 * {@code ?_title_en}, {@code ?_name}; with two underscores in front it may be left out.
 *
 * @param name what the user calls it, such as {@code since}
 * @param variable the query's variable, such as {@code _since_xsd_date}
 * @param type {@code iri}, {@code string}, {@code string@en} or {@code xsd:date}
 * @param fallback the value where none is given
 * @param values those that make sense, in any case of letters; none where any may
 */
public record QueryParameter(
        String name,
        String variable,
        String type,
        boolean optional,
        @Nullable String fallback,
        List<String> values) {
    static final String IRI = "iri";
    static final String STRING = "string";
    static final String XSD = "xsd:";

    private static final Pattern VARIABLE = Pattern.compile("_(_?)([^_].*)");
    private static final Pattern TYPED = Pattern.compile("(.+)_xsd_([A-Za-z]+)");
    private static final Pattern IN_LANGUAGE = Pattern.compile("(.+)_([a-z]{2})");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    public QueryParameter {
        values = List.copyOf(values);
    }

    static Optional<QueryParameter> of(String variable) {
        Matcher matcher = VARIABLE.matcher(variable);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean optional = !matcher.group(1).isEmpty();
        String name = matcher.group(2);
        Matcher typed = TYPED.matcher(name);
        Matcher inLanguage = IN_LANGUAGE.matcher(name);
        if (name.endsWith("_iri")) {
            return Optional.of(
                    new QueryParameter(name.substring(0, name.length() - 4), variable, IRI, optional, null, List.of()));
        } else if (typed.matches()) {
            return Optional.of(
                    new QueryParameter(typed.group(1), variable, XSD + typed.group(2), optional, null, List.of()));
        } else if (inLanguage.matches() && LANGUAGES.contains(inLanguage.group(2))) {
            String type = STRING + "@" + inLanguage.group(2);
            return Optional.of(new QueryParameter(inLanguage.group(1), variable, type, optional, null, List.of()));
        }
        return Optional.of(new QueryParameter(name, variable, STRING, optional, null, List.of()));
    }

    QueryParameter with(@Nullable String value, List<String> enumerated) {
        return new QueryParameter(name, variable, type, optional, value, enumerated);
    }

    /** The language of a {@code string@en}. */
    Optional<String> language() {
        int at = type.indexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(type.substring(at + 1));
    }

    /** What may be given, in words; an IRI's kind follows from its name, as no query has two kinds of one name. */
    public String wanted() {
        if (!values.isEmpty()) {
            return "one of " + String.join(", ", values);
        }
        return switch (type) {
            case IRI ->
                switch (name) {
                    case "event" -> "an event, by its IRI or the last part of that";
                    case "endpoint" -> "the address of a SPARQL endpoint";
                    case "place", "region" -> "a place";
                    case "organisation" -> "an organisation";
                    case "of" -> "a state, an organisation or a person";
                    default -> "an actor or a place";
                };
            case "xsd:date" -> "a day";
            case "xsd:integer", "xsd:decimal" -> "a number";
            default -> name.equals("country") ? "a country's three letters in ISO 3166" : "words";
        };
    }

    /** True where the query cannot run unless a value is given. */
    public boolean required() {
        return !optional && fallback == null;
    }
}
