package org.casus.store;

import com.google.common.base.CharMatcher;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.update.UpdateFactory;

/** SPARQL text to a query that only asks: no update, and no request to another server. */
final class SparqlText {
    private static final Pattern UPDATE =
            Pattern.compile("(?i)\\b(insert|delete|load|clear|create|drop|copy|move|add)\\b");
    private static final Pattern PLACE =
            Pattern.compile("(?i)^line:? \\d+, column:? \\d+: |,? at line \\d+, column \\d+");
    /** How the parser puts it: the kind of token in quotes, then the token. */
    private static final Pattern UNEXPECTED = Pattern.compile("Encountered \"(?:.* \")?(.+?) ?\"+\\.?");

    private SparqlText() {}

    static Query parse(StoredQuery source, boolean allowService) {
        Query query = parsed(source);
        QueryRules.fault(query, allowService).ifPresent(fault -> {
            throw new StoreException(source.name() + ": " + fault);
        });
        return query;
    }

    private static Query parsed(StoredQuery source) {
        SpatialFunctions.startFor(source.text());
        try {
            return QueryFactory.create(source.text());
        } catch (QueryParseException fault) {
            if (isUpdate(source.text())) {
                throw new StoreException("%s: a query may not change the store".formatted(source.name()), fault);
            }
            throw new StoreException(
                    "%s: line %d, column %d: %s"
                            .formatted(source.name(), fault.getLine(), fault.getColumn(), firstLine(fault)),
                    fault);
        } catch (QueryException fault) {
            throw new StoreException("%s: %s".formatted(source.name(), firstLine(fault)), fault);
        }
    }

    private static boolean isUpdate(String text) {
        if (!UPDATE.matcher(text).find()) {
            return false;
        }
        try {
            return !UpdateFactory.create(text).getOperations().isEmpty();
        } catch (QueryException fault) {
            return false;
        }
    }

    private static String firstLine(QueryException fault) {
        String message = fault.getMessage() == null ? "cannot be read" : fault.getMessage();
        String first = message.lines().findFirst().orElse("cannot be read");
        Matcher place = PLACE.matcher(first);
        String text = CharMatcher.whitespace().trimAndCollapseFrom(place.replaceAll(""), ' ');
        Matcher unexpected = UNEXPECTED.matcher(text);
        return unexpected.matches() ? "did not expect \"%s\"".formatted(unexpected.group(1)) : text;
    }
}
