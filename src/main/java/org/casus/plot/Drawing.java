package org.casus.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** A picture that can be drawn anywhere. */
interface Drawing {
    void draw(Graphics2D canvas, Rectangle2D area);
}
