package org.casus.extraction;

/** The 16 event types of PLOVER, each in one of its four quads. */
public enum EventType {
    AGREE(Quad.VERBAL_COOPERATION),
    CONSULT(Quad.VERBAL_COOPERATION),
    SUPPORT(Quad.VERBAL_COOPERATION),
    CONCEDE(Quad.VERBAL_COOPERATION),
    COOPERATE(Quad.MATERIAL_COOPERATION),
    AID(Quad.MATERIAL_COOPERATION),
    RETREAT(Quad.MATERIAL_COOPERATION),
    REQUEST(Quad.VERBAL_CONFLICT),
    ACCUSE(Quad.VERBAL_CONFLICT),
    REJECT(Quad.VERBAL_CONFLICT),
    THREATEN(Quad.VERBAL_CONFLICT),
    PROTEST(Quad.MATERIAL_CONFLICT),
    SANCTION(Quad.MATERIAL_CONFLICT),
    MOBILIZE(Quad.MATERIAL_CONFLICT),
    COERCE(Quad.MATERIAL_CONFLICT),
    ASSAULT(Quad.MATERIAL_CONFLICT);

    /** Words or deeds, for or against. */
    public enum Quad {
        VERBAL_COOPERATION,
        MATERIAL_COOPERATION,
        VERBAL_CONFLICT,
        MATERIAL_CONFLICT;

        public boolean isConflict() {
            return this == VERBAL_CONFLICT || this == MATERIAL_CONFLICT;
        }

        public boolean isVerbal() {
            return this == VERBAL_COOPERATION || this == VERBAL_CONFLICT;
        }
    }

    private final Quad quad;

    EventType(Quad quad) {
        this.quad = quad;
    }

    public Quad quad() {
        return quad;
    }
}
