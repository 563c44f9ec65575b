package org.casus.article;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The first bytes of formats that are known not to be read, so that the fault can name them. */
record Signature(String begins, String format) {
    private static final List<Signature> KNOWN = List.of(
            new Signature("\u0089PNG", "PNG image"),
            new Signature("\u00ff\u00d8\u00ff", "JPEG image"),
            new Signature("GIF8", "GIF image"),
            new Signature("RIFF", "RIFF media"),
            new Signature("BZh", "bzip2"),
            new Signature("\u00fd7zXZ", "xz"),
            new Signature("(\u00b5/\u00fd", "Zstandard"),
            new Signature("7z\u00bc\u00af", "7z"),
            new Signature("\u001f\u008b", "gzip within gzip"),
            new Signature("\u007fELF", "program"),
            new Signature("SQLite format 3", "SQLite"));

    static void refuse(Input input) throws UnreadableArticle {
        String head = new String(input.head(), StandardCharsets.ISO_8859_1);
        for (Signature known : KNOWN) {
            if (head.startsWith(known.begins())) {
                throw new UnreadableArticle("unknown-format", known.format() + " is a format that is not read");
            }
        }
    }
}
