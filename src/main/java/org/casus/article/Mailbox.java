package org.casus.article;

import com.google.common.collect.AbstractIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * A mailbox (RFC 4155): messages one behind the other, each under a line that begins with "From " after a blank one. A
 * ">" that keeps a line of the text from looking so is taken away.
 */
final class Mailbox implements ArticleFormat {
    private static final Pattern BEGIN = Pattern.compile("^From \\S+ .*\\d{4}\\s*$");
    private static final String FROM = "From ";

    @Override
    public boolean fits(Input input) {
        String head = input.headText();
        int end = head.indexOf('\n');
        return end > 0 && BEGIN.matcher(head.substring(0, end)).matches();
    }

    @Override
    public Iterator<Reading> read(Input input) {
        return new Messages(input);
    }

    private static final class Messages extends AbstractIterator<Reading> {
        private final Input input;
        private final InputStream in;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long number;
        private boolean begun;

        Messages(Input input) {
            this.input = input;
            in = input.bytes();
        }

        @Override
        @SuppressWarnings("NullAway") // endOfData returns null by contract.
        protected Reading computeNext() {
            try {
                if (!begun) {
                    begun = true;
                    readLine();
                }
                return line.size() == 0 ? endOfData() : readMessage();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Begins behind the line that a message begins with, and ends behind that of the next. */
        private Reading readMessage() throws IOException {
            Draft draft = input.draft(number);
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            boolean blank = false;
            boolean tooLong = false;
            while (readLine() && !(blank && beginsWith(FROM))) {
                tooLong |= message.size() + line.size() > Input.MAX_RECORD_BYTES;
                blank = isBlank();
                if (!tooLong) {
                    int from = isGuarded() ? 1 : 0;
                    message.write(line.toByteArray(), from, line.size() - from);
                }
            }
            return tooLong
                    ? draft.reject(new UnreadableArticle("too-long", "longer than 10 MB, which no message is"))
                    : Mail.read(message.toByteArray(), draft);
        }

        /** The next line with its end, or the first 10 MB of it; false, and no line, at the end. */
        private boolean readLine() throws IOException {
            line.reset();
            int next = in.read();
            while (next >= 0) {
                if (line.size() <= Input.MAX_RECORD_BYTES) {
                    line.write(next);
                }
                if (next == '\n') {
                    break;
                }
                next = in.read();
            }
            number++;
            return line.size() > 0;
        }

        private boolean isBlank() {
            return line.size() < 3 && line.toString(StandardCharsets.ISO_8859_1).isBlank();
        }

        private boolean isGuarded() {
            return beginsWith(">") && line.toString(StandardCharsets.ISO_8859_1).matches("(?s)>+From .*");
        }

        private boolean beginsWith(String words) {
            byte[] bytes = line.toByteArray();
            return bytes.length >= words.length()
                    && new String(bytes, 0, words.length(), StandardCharsets.ISO_8859_1).equals(words);
        }
    }
}
