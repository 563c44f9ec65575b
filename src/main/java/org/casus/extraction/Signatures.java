package org.casus.extraction;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.casus.annotation.EntityMention;
import org.casus.annotation.Sentence;

/** Whose a paragraph is that is one quotation with a name behind a dash, as lists of reactions have them. */
final class Signatures {
    private static final Pattern DASH = Pattern.compile("\\s*(?:--?|[\u2010-\u2015])\\s*\\S.*", Pattern.DOTALL);
    private static final int LONGEST = 100;

    /**
     * Where the name stands.
     *
     * @param head token of the sentence
     */
    record Signature(int sentence, int head) {}

    private final Map<Integer, Signature> bySentence = new HashMap<>();

    Signatures(String text, List<Sentence> sentences, Paragraphs paragraphs, Quotations quotations) {
        int first = 0;
        for (int next = 1; next <= sentences.size(); next++) {
            if (next == sentences.size() || paragraphs.begins(next)) {
                List<Sentence> paragraph = sentences.subList(first, next);
                signature(text, paragraph, quotations)
                        .ifPresent(name -> paragraph.forEach(sentence -> bySentence.put(sentence.index(), name)));
                first = next;
            }
        }
    }

    Optional<Signature> at(int sentence) {
        return Optional.ofNullable(bySentence.get(sentence));
    }

    private static Optional<Signature> signature(String text, List<Sentence> paragraph, Quotations quotations) {
        int end = paragraph.get(paragraph.size() - 1).span().end();
        return quotations
                .at(paragraph.get(0).span().begin())
                .filter(quotation -> end - quotation.end() <= LONGEST)
                .filter(quotation -> quotation.end() < end
                        && DASH.matcher(text.substring(quotation.end(), end)).matches())
                .flatMap(quotation -> name(paragraph, quotation.end()));
    }

    /** The person named behind an offset, or else the first name; what has a verb of its own is a sentence. */
    private static Optional<Signature> name(List<Sentence> paragraph, int offset) {
        boolean sentence = paragraph.stream()
                .flatMap(part -> part.tokens().stream())
                .anyMatch(token -> token.span().begin() >= offset && token.pos().matches("VBD|VBZ|VBP|MD"));
        return sentence
                ? Optional.empty()
                : paragraph.stream()
                        .flatMap(part -> part.names().stream()
                                .filter(name -> name.span().begin() >= offset)
                                .sorted(Comparator.comparing(name -> name.type() != EntityMention.Type.PERSON))
                                .flatMap(name -> signer(part, name, offset).stream()
                                        .mapToObj(head -> new Signature(part.index(), head)))
                                // "Kremlin spokesman Dmitry Peskov".
                                .filter(name -> !part.relation(name.head()).equals("compound")))
                        .findFirst();
    }

    /** "Peru's ministry", "a resident of Lima": who has a name beside him. A place alone may be where it was said. */
    private static OptionalInt signer(Sentence part, EntityMention name, int offset) {
        int own = Phrases.headOf(part, name);
        int head = own;
        while (part.relation(head).startsWith("nmod")
                && part.token(part.governor(head)).span().begin() >= offset) {
            head = part.governor(head);
        }
        boolean place = head == own && name.type() == EntityMention.Type.LOCATION;
        return place ? OptionalInt.empty() : OptionalInt.of(head);
    }
}
