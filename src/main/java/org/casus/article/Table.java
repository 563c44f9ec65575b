package org.casus.article;

import com.google.common.base.Splitter;
import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableSet;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV or TSV with a header: an article for each row. */
final class Table implements ArticleFormat {
    private static final ImmutableSet<String> EXTENSIONS = ImmutableSet.of("csv", "tsv", "tab");
    private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');

    private final FieldNames names;

    Table(FieldNames names) {
        this.names = names;
    }

    @Override
    public boolean fits(Input input) {
        return EXTENSIONS.contains(input.extension()) || isHeader(header(input));
    }

    /** A first line that names the text and something else is a header, whatever the file is called. */
    private boolean isHeader(List<String> columns) {
        List<String> keys = columns.stream()
                .flatMap(column -> names.find(column).map(FieldNames.Meaning::key).stream())
                .distinct()
                .toList();
        return keys.size() > 1 && keys.contains(FieldNames.TEXT);
    }

    private static List<String> header(Input input) {
        return columns(firstLine(input), delimiter(input));
    }

    private static char delimiter(Input input) {
        String line = firstLine(input);
        return DELIMITERS.stream()
                .max(Comparator.comparing(delimiter -> columns(line, delimiter).size()))
                .orElse(',');
    }

    private static List<String> columns(String line, char delimiter) {
        return Splitter.on(delimiter)
                .splitToStream(line)
                .map(column -> column.replace("\"", ""))
                .toList();
    }

    private static String firstLine(Input input) {
        return input.headText().lines().findFirst().orElse("");
    }

    @Override
    public Iterator<Reading> read(Input input) throws IOException, UnreadableArticle {
        Encoding encoding = Encoding.ofMark(input.head()).orElse(Encoding.UTF_8);
        input.bytes().skipNBytes(encoding.markLength());
        Limit reader = new Limit(new InputStreamReader(input.bytes(), encoding.decoder()));
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(input))
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .get();
        return new Rows(input, format.parse(reader), reader);
    }

    /** Ends a row that a quotation mark without its fellow would make of all the rest. */
    private static final class Limit extends FilterReader {
        private long left = Input.MAX_RECORD_BYTES;

        Limit(Reader reader) {
            super(reader);
        }

        void beginRow() {
            left = Input.MAX_RECORD_BYTES;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            left -= count;
            if (left < 0) {
                throw new RefusedInput("too-long", "a row longer than 10 MB, which no article is");
            }
            return count;
        }
    }

    private final class Rows extends AbstractIterator<Reading> {
        private final Input input;
        private final CSVParser parser;
        private final Limit reader;
        private final Iterator<CSVRecord> rows;
        private final List<String> header;
        private boolean broken;

        Rows(Input input, CSVParser parser, Limit reader) throws UnreadableArticle {
            this.input = input;
            this.parser = parser;
            this.reader = reader;
            rows = parser.iterator();
            header = nextRow().map(CSVRecord::toList).orElse(List.of());
        }

        @Override
        @SuppressWarnings("NullAway") // endOfData returns null by contract.
        protected Reading computeNext() {
            Draft draft = input.draft(parser.getCurrentLineNumber() + 1);
            try {
                Optional<CSVRecord> row = broken ? Optional.empty() : nextRow();
                return row.isEmpty() ? endOfData() : draft.accept(text(row.get(), draft));
            } catch (UnreadableArticle fault) {
                return draft.reject(fault);
            }
        }

        private String text(CSVRecord row, Draft draft) throws UnreadableArticle {
            Fields fields = new Fields(names, draft);
            for (int i = 0; i < Math.min(row.size(), header.size()); i++) {
                fields.put(header.get(i), row.get(i));
            }
            if (row.size() != header.size()) {
                throw new UnreadableArticle(
                        "malformed", "%d columns, where the header has %d".formatted(row.size(), header.size()));
            }
            return fields.text();
        }

        /** The next row; what cannot be made out ends the table. */
        private Optional<CSVRecord> nextRow() throws UnreadableArticle {
            reader.beginRow();
            try {
                return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
            } catch (UncheckedIOException e) {
                broken = true;
                if (e.getCause() instanceof CharacterCodingException) {
                    throw new UnreadableArticle("encoding", "not text in its encoding");
                }
                if (e.getCause() instanceof CSVException) {
                    throw new UnreadableArticle(
                            "malformed", "broken table: " + e.getCause().getMessage());
                }
                throw e;
            }
        }
    }
}
