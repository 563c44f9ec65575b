package org.casus.annotation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Words and decimal numbers of a text in UTF-8, with blanks between. A parser's model has some millions, and reading
 * them as strings takes longer than loading all other models.
 */
final class ModelText {
    private static final int BUFFER = 1 << 16;
    private static final int DIGITS = 18;
    private static final int EXACT = 22;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int next;
    /** The character last read; negative at the end. */
    private int last = ' ';

    /** The caller closes what it gives. */
    ModelText(InputStream in) {
        this.in = in;
    }

    /** @throws IOException where the text has ended */
    String word() throws IOException {
        skipBlanks();
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        while (last > ' ') {
            word.write(last);
            last = read();
        }
        if (word.size() == 0) {
            throw new IOException("a word is missing at the end");
        }
        return word.toString(StandardCharsets.UTF_8);
    }

    /**
     * What {@link Float#parseFloat} makes of a number as Java prints it, up to one unit in the last place.
     *
     * @throws IOException where none stands
     */
    float number() throws IOException {
        skipBlanks();
        boolean negative = last == '-';
        if (negative) {
            last = read();
        }
        long digits = 0;
        int count = 0;
        int scale = 0;
        boolean fraction = false;
        boolean any = false;
        while (isDigit() || (last == '.' && !fraction)) {
            if (last == '.') {
                fraction = true;
            } else {
                any = true;
                if (count < DIGITS) {
                    digits = 10 * digits + last - '0';
                    count += digits == 0 ? 0 : 1;
                    scale -= fraction ? 1 : 0;
                } else {
                    scale += fraction ? 0 : 1;
                }
            }
            last = read();
        }
        if (!any) {
            throw new IOException("a number is missing");
        }
        scale += last == 'E' ? exponent() : 0;
        if (last > ' ') {
            throw new IOException("no number: it goes on with " + (char) last);
        }
        double value = scaled(digits, scale);
        return (float) (negative ? -value : value);
    }

    private int exponent() throws IOException {
        last = read();
        boolean negative = last == '-';
        if (negative) {
            last = read();
        }
        if (!isDigit()) {
            throw new IOException("an exponent is missing");
        }
        int exponent = 0;
        while (isDigit() && exponent < DIGITS * DIGITS) {
            exponent = 10 * exponent + last - '0';
            last = read();
        }
        return negative ? -exponent : exponent;
    }

    /** Powers of ten up to the 22nd are exact. */
    private static double scaled(long digits, int scale) {
        if (scale < 0 && scale >= -EXACT) {
            return digits / Math.pow(10, -scale);
        }
        return digits * Math.pow(10, scale);
    }

    private boolean isDigit() {
        return last >= '0' && last <= '9';
    }

    private void skipBlanks() throws IOException {
        while (last >= 0 && last <= ' ') {
            last = read();
        }
    }

    private int read() throws IOException {
        if (next == filled) {
            filled = in.read(buffer);
            next = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[next++] & 0xFF;
    }
}
