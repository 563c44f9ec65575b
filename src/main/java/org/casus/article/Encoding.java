package org.casus.article;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;

/**
 * How bytes stand for characters. A byte order mark decides, else what is declared, else it is UTF-8. Only a text that
 * declares nothing and is not UTF-8 is guessed at (ICU's detector), if one guess is sure enough; else a byte that does
 * not fit is a fault.
 */
record Encoding(Charset charset, int markLength) {
    static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, 0);

    private static final String FAULT = "encoding";
    /** Of 100, as ICU reckons. */
    private static final int SURE = 30;

    private record Mark(Charset charset, String bytes) {
        boolean begins(byte[] text) {
            int length = Math.min(bytes.length(), text.length);
            return new String(text, 0, length, StandardCharsets.ISO_8859_1).equals(bytes);
        }
    }

    // UTF-32LE begins like UTF-16LE, so it stands first.
    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
            new Mark(Charset.forName("UTF-32LE"), "\u00ff\u00fe\0\0"),
            new Mark(Charset.forName("UTF-32BE"), "\0\0\u00fe\u00ff"),
            new Mark(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
            new Mark(StandardCharsets.UTF_16BE, "\u00fe\u00ff"));

    /** The encoding that the byte order mark names. */
    static Optional<Encoding> ofMark(byte[] text) {
        return MARKS.stream()
                .filter(mark -> mark.begins(text))
                .findFirst()
                .map(mark -> new Encoding(mark.charset(), mark.bytes().length()));
    }

    /** The charset of this name, if it is one that is known. */
    static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The characters of a text that declares no encoding. */
    static String decodeText(byte[] text) throws UnreadableArticle {
        Optional<Encoding> marked = ofMark(text);
        if (marked.isPresent()) {
            return marked.get().decode(text);
        }
        try {
            return UTF_8.decode(text);
        } catch (UnreadableArticle fault) {
            Optional<Encoding> guess = fault.reason().equals(FAULT) ? guess(text) : Optional.empty();
            if (guess.isEmpty()) {
                throw fault;
            }
            return guess.get().decode(text);
        }
    }

    private static Optional<Encoding> guess(byte[] text) {
        return Optional.ofNullable(new CharsetDetector().setText(text).detect())
                .filter(match -> match.getConfidence() >= SURE)
                .flatMap(match -> charset(match.getName()))
                .map(Encoding::asBrowsersDo);
    }

    /** Browsers read Latin-1 as windows-1252, and pages are written for browsers. */
    static Encoding asBrowsersDo(Charset charset) {
        boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
        return new Encoding(latin ? Charset.forName("windows-1252") : charset, 0);
    }

    /** The characters after the byte order mark. */
    String decode(byte[] text) throws UnreadableArticle {
        if (isOneByteForAscii()) {
            refuseBinary(text);
        }
        CharsetDecoder decoder = decoder();
        ByteBuffer in = ByteBuffer.wrap(text).position(markLength);
        CharBuffer out =
                CharBuffer.allocate((int) ((text.length - markLength) * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult end = decoder.decode(in, out, true);
        if (end.isError()) {
            throw new UnreadableArticle(FAULT, "not %s at byte %d".formatted(charset.name(), in.position()));
        }
        return out.flip().toString();
    }

    /** Stops at a byte that does not fit. */
    CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The characters, with a replacement character for each byte that does not fit. */
    String decodeAnyway(byte[] text) {
        return new String(text, markLength, text.length - markLength, charset);
    }

    private boolean isOneByteForAscii() {
        return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
    }

    /** Old news wires leave a stray control character in a text; many of them, or a NUL, are no text. */
    private static void refuseBinary(byte[] text) throws UnreadableArticle {
        int controls = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == 0) {
                throw new UnreadableArticle("binary", "binary data, not text: a NUL at byte %d".formatted(i));
            }
            if (0 < text[i] && text[i] < ' ' && !Character.isWhitespace(text[i])) {
                controls++;
            }
        }
        if (controls * 100L > text.length) {
            throw new UnreadableArticle("binary", "binary data, not text: %d control characters".formatted(controls));
        }
    }
}
