package org.casus.article;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.AbstractIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON array of articles, alone or as one of the usual fields of an object around it; held one article at a time. */
final class JsonArray implements ArticleFormat {
    private static final Pattern BEGINS_ARRAY = Pattern.compile("^\\s*+\\[\\s*+[\\[{\\]]");
    private static final Pattern LIST = Pattern.compile("articles|items|results|docs|data");
    private static final Pattern BEGINS_LIST =
            Pattern.compile("^\\s*+\\{[^\\[{]*\"(" + LIST + ")\"\\s*+:\\s*+\\[\\s*+\\{");

    private final FieldNames names;

    JsonArray(FieldNames names) {
        this.names = names;
    }

    @Override
    public boolean fits(Input input) {
        String head = input.headText();
        return BEGINS_ARRAY.matcher(head).find()
                || BEGINS_LIST.matcher(head).find()
                || (input.extension().equals("json") && head.stripLeading().startsWith("["));
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException, UnreadableArticle {
        JsonParser parser = JsonArticle.JSON.createParser(input.bytes());
        enter(parser);
        return new Items(input, parser);
    }

    private static void enter(JsonParser parser) throws IOException, UnreadableArticle {
        try {
            while (parser.nextToken() != null) {
                String name = parser.currentName();
                boolean list = name == null || LIST.matcher(name).matches();
                if (list && parser.currentToken() == JsonToken.START_ARRAY) {
                    return;
                }
            }
        } catch (JsonProcessingException e) {
            throw JsonArticle.fault(e);
        }
    }

    private final class Items extends AbstractIterator<Reading> {
        private final Input input;
        private final JsonParser parser;
        private boolean broken;

        Items(Input input, JsonParser parser) {
            this.input = input;
            this.parser = parser;
        }

        @Override
        @SuppressWarnings("NullAway") // endOfData returns null by contract.
        protected Reading computeNext() {
            if (broken) {
                return endOfData();
            }
            Draft draft = input.draft();
            try {
                JsonToken token = parser.nextToken();
                if (token == null || token == JsonToken.END_ARRAY) {
                    return endOfData();
                }
                draft = input.draft(parser.currentTokenLocation().getLineNr());
                return draft.accept(item(token, draft));
            } catch (UnreadableArticle fault) {
                return draft.reject(fault);
            } catch (JsonProcessingException e) {
                broken = true;
                return draft.reject(JsonArticle.fault(e));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String item(@Nullable JsonToken token, Draft draft) throws IOException, UnreadableArticle {
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                throw new UnreadableArticle("malformed", "not a JSON object");
            }
            Fields fields = new Fields(names, draft);
            JsonArticle.readFields(parser, "", fields);
            return fields.text();
        }
    }
}
