package org.casus.article;
/** The words of markup as they come, with a blank line between paragraphs and one space between words. */
final class Paragraphs {
    private final StringBuilder text = new StringBuilder();
    private boolean breaks;
    private boolean space;

    /** An element begins or ends here that stands in a paragraph of its own. */
    void end() {
        breaks = true;
    }

    void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                space = true;
            } else {
                separate();
                text.append(character);
            }
        }
    }

    private void separate() {
        if (!text.isEmpty()) {
            text.append(breaks ? "\n\n" : space ? " " : "");
        }
        breaks = false;
        space = false;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
