package org.casus.article;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Named bytes with a look at their beginning; gzipped ones come unpacked. */
final class Input implements Closeable {
    /** The longest record that is held in memory. */
    static final int MAX_RECORD_BYTES = 10 * 1024 * 1024;

    private static final int HEAD_BYTES = 8192;
    private static final int BUFFER_BYTES = 64 * 1024;

    /** A date at the end of a name is none. */
    private static final Pattern EXTENSION = Pattern.compile("[0-9]*[a-z][a-z0-9]*");

    private final String name;
    private final BufferedInputStream bytes;
    private final byte[] head;
    private final Draft known;
    private final @Nullable Charset charset;
    private final int depth;

    private Input(
            String name, BufferedInputStream bytes, byte[] head, Draft known, @Nullable Charset charset, int depth) {
        this.name = name;
        this.bytes = bytes;
        this.head = head;
        this.known = known;
        this.charset = charset;
        this.depth = depth;
    }

    /** @param read told each byte of the file that is read */
    static Input open(Path file, AtomicLong read) throws IOException {
        return of(file.toString(), new MeteredInput(Files.newInputStream(file), read));
    }

    /** Takes the stream over: it is closed with the input, and also when its beginning cannot be read. */
    static Input of(String name, InputStream raw) throws IOException {
        return unpack(name, raw, 0);
    }

    /** What stands in this input under a name of its own, such as a file in an archive. */
    Input within(String inner, InputStream raw) throws IOException {
        return unpack(inner, raw, depth + 1);
    }

    /** What stands in this input without a name, with what is known of it from around it. */
    Input within(Draft around, @Nullable Charset encoding, InputStream raw) throws IOException {
        BufferedInputStream inner = new BufferedInputStream(raw, BUFFER_BYTES);
        return new Input(name, inner, peek(inner), around, encoding, depth + 1);
    }

    private static Input unpack(String name, InputStream raw, int depth) throws IOException {
        try {
            BufferedInputStream bytes = new BufferedInputStream(raw, BUFFER_BYTES);
            byte[] head = peek(bytes);
            if (isGzip(head)) {
                bytes = new BufferedInputStream(Unpacking.gzip(bytes), BUFFER_BYTES);
                head = peek(bytes);
            }
            return new Input(name, bytes, head, new Draft(name), null, depth);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** A draft of the one record that the input is. */
    Draft draft() {
        return new Draft(name, known);
    }

    /** A draft of the record that begins at a line of the input. */
    Draft draft(long line) {
        return new Draft(name + ":" + line, known);
    }

    /** In how many others this input stands. */
    int depth() {
        return depth;
    }

    /** The encoding, where something around the input names it. */
    Optional<Charset> charset() {
        return Optional.ofNullable(charset);
    }

    /** The name for messages, as it was given. */
    String name() {
        return name;
    }

    /** The last letters of the name, in lower case and without {@code .gz}; empty where there are none. */
    String extension() {
        String lower = name.toLowerCase(Locale.ROOT);
        String unpacked = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        String file = unpacked.substring(Math.max(unpacked.lastIndexOf('/'), unpacked.lastIndexOf('\\')) + 1);
        String end = file.substring(file.lastIndexOf('.') + 1);
        boolean dotted = file.lastIndexOf('.') > 0;
        return dotted && EXTENSION.matcher(end).matches() ? end : "";
    }

    InputStream bytes() {
        return bytes;
    }

    byte[] head() {
        return head.clone();
    }

    /** The first characters, for telling the format by them; those beyond ASCII may be wrong. */
    String headText() {
        return Encoding.ofMark(head)
                .map(encoding -> encoding.decodeAnyway(head))
                .orElseGet(() -> new String(head, StandardCharsets.ISO_8859_1));
    }

    /** Whether there is nothing in it but white space. */
    boolean isEmpty() {
        return head.length < HEAD_BYTES && headText().isBlank();
    }

    /** All bytes of an input that is one record. */
    byte[] readRecord() throws IOException, UnreadableArticle {
        byte[] record = bytes.readNBytes(MAX_RECORD_BYTES + 1);
        if (record.length > MAX_RECORD_BYTES) {
            throw new UnreadableArticle("too-long", "longer than 10 MB, which no article is");
        }
        return record;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static byte[] peek(BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD_BYTES);
        byte[] head = bytes.readNBytes(HEAD_BYTES);
        bytes.reset();
        return head;
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b && head[2] == 8;
    }
}
