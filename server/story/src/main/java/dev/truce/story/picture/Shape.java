package dev.truce.story.picture;

/** A part of a picture. Lengths are in pixels of the page, from the upper left corner. */
public sealed interface Shape {
    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, Tone tone) implements Shape {}

    /**
     * A straight line.
     *
     * @param weight its width
     */
    record Line(double fromX, double fromY, double toX, double toY, double weight, Tone tone) implements Shape {}

    /**
     * A line through points.
     *
     * @param x where its points are
     * @param y as many
     * @param weight its width
     * @param dash how it is broken
     */
    record Curve(double[] x, double[] y, double weight, Dash dash, Tone tone) implements Shape {}

    /**
     * A mark of a value.
     *
     * @param isRound a disc, else a square
     */
    record Mark(double x, double y, boolean isRound, Tone tone) implements Shape {
        /** Half of its width. */
        public static final double RADIUS = 4.5;
    }

    /**
     * One line of words.
     *
     * @param x where its anchor is
     * @param y its base line
     * @param size height of its letters
     */
    record Words(double x, double y, String text, Anchor anchor, double size, boolean isBold, Tone tone)
            implements Shape {}

    /** Which part of words is placed. */
    enum Anchor {
        /** Their beginning. */
        START,
        /** Their middle. */
        MIDDLE,
        /** Their end. */
        END
    }

    /** How a line is broken. */
    enum Dash {
        /** Not at all. */
        NONE,
        /** Long pieces. */
        LONG(7, 4),
        DOTS(2, 3),
        /** Long and short pieces. */
        MIXED(8, 3, 2, 3);

        private final float[] pieces;

        Dash(float... pieces) {
            this.pieces = pieces;
        }

        /** Returns the lengths of pieces and gaps in turn; none if the line is whole. */
        public float[] pieces() {
            return pieces.clone();
        }
    }
}
