package org.casus.plot;

import java.awt.Color;
import java.awt.Font;
import org.casus.extraction.EventType.Quad;

/** Colours that the colour-blind tell apart (Okabe and Ito), and the fonts. */
final class Palette {
    static final Color INK = new Color(0x33, 0x33, 0x33);
    static final Color FAINT = new Color(0x77, 0x77, 0x77);
    static final Color GRID = new Color(0xe2, 0xe2, 0xe2);
    static final Color LAND = new Color(0xf1, 0xee, 0xe8);
    static final Color BORDER = new Color(0xb9, 0xb4, 0xa8);
    static final Color WATER = new Color(0xfb, 0xfc, 0xfd);
    static final Color COOPERATION = new Color(0x00, 0x72, 0xb2);
    static final Color CONFLICT = new Color(0xd5, 0x5e, 0x00);
    private static final Color COOPERATION_IN_WORDS = new Color(0x56, 0xb4, 0xe9);
    private static final Color CONFLICT_IN_WORDS = new Color(0xe6, 0x9f, 0x00);

    private Palette() {}

    static Color of(Quad quad) {
        return switch (quad) {
            case VERBAL_COOPERATION -> COOPERATION_IN_WORDS;
            case MATERIAL_COOPERATION -> COOPERATION;
            case VERBAL_CONFLICT -> CONFLICT_IN_WORDS;
            case MATERIAL_CONFLICT -> CONFLICT;
        };
    }

    static String name(Quad quad) {
        return switch (quad) {
            case VERBAL_COOPERATION -> "cooperation in words";
            case MATERIAL_COOPERATION -> "cooperation in deeds";
            case VERBAL_CONFLICT -> "conflict in words";
            case MATERIAL_CONFLICT -> "conflict in deeds";
        };
    }

    static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }

    static Font bold(int size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, size);
    }
}
