package org.casus.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casus.annotation.Token;

/** Words by which somebody says, thinks, intends or judges something, and where that something stands beside them. */
final class Sayings {
    static final String CLAUSE = "clause";
    static final String FINITE = "finite";
    static final String OBJECT = "obj";
    /** The object of papers and recordings: "The poll shows a lead". */
    static final String PAPER = "paper";
    /** Enough with a quotation beside it: "He continued: ...". */
    static final String QUOTE = "quote";
    /** The word alone, with its subject, is enough: "The minister said, hoping for rain, we shall see." */
    static final String WORDS = "words";

    /**
     * One word of the table.
     *
     * @param content slots that what is said may fill: those above, or prepositions
     */
    record Saying(Statement.Kind kind, List<String> content) {
        boolean takes(String slot) {
            return content.contains(slot);
        }

        boolean takesClause() {
            return takes(CLAUSE) || takes(FINITE);
        }
    }

    private final Map<String, Saying> sayings = new HashMap<>();

    Sayings() {
        for (Table.Row row : Table.read("sayings.tsv", 3)) {
            String word = row.cell(0);
            if (!word.matches(".+/[vna]")) {
                throw row.fault("no part of speech in " + word);
            }
            if (sayings.put(word, new Saying(kind(row), row.list(2, ","))) != null) {
                throw row.fault("a second row for " + word);
            }
        }
    }

    private static Statement.Kind kind(Table.Row row) {
        try {
            return Statement.Kind.valueOf(row.cell(1).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.fault("no kind of saying " + row.cell(1));
        }
    }

    /** The saying of a token, with its particle if it has one. */
    Optional<Saying> at(Syntax syntax, int i) {
        Token token = syntax.sentence().token(i);
        String part =
                token.isVerb() ? "/v" : token.isNoun() ? "/n" : token.pos().startsWith("JJ") ? "/a" : "";
        if (part.equals("/v")) {
            Optional<Saying> phrasal =
                    syntax.particle(i).map(particle -> sayings.get(syntax.lemma(i) + "_" + particle + part));
            if (phrasal.isPresent()) {
                return phrasal;
            }
        }
        return Optional.ofNullable(sayings.get(syntax.lemma(i) + part));
    }

    /** True for a verb that tells by a clause what somebody says, thinks or intends. */
    boolean isVerbOfSaying(Syntax syntax, int verb) {
        return syntax.sentence().token(verb).isVerb() && isVerbOfSaying(syntax.lemma(verb));
    }

    boolean isVerbOfSaying(String lemma) {
        Saying saying = sayings.get(lemma + "/v");
        return saying != null && saying.takesClause() && saying.kind != Statement.Kind.JUDGE;
    }
}
