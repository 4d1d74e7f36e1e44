package dev.truce.story.print;

/** Braille cells, each two dots wide and four dots high. */
final class Braille {
    static final int HEIGHT = 4;
    private static final int BLANK = 0x2800;
    /** Bits of the dots from the bottom up, as Unicode numbers them. */
    private static final int[] LEFT = {0x40, 0x04, 0x02, 0x01};

    private static final int[] RIGHT = {0x80, 0x20, 0x10, 0x08};

    private Braille() {}

    /**
     * Returns a cell that is filled from the bottom.
     *
     * @param dots how high, 0 to 4; beyond that it is empty or full
     */
    static char filled(int dots) {
        int cell = BLANK;
        for (int i = 0; i < Math.min(dots, HEIGHT); i++) {
            cell |= LEFT[i] | RIGHT[i];
        }
        return (char) cell;
    }

    /**
     * Returns a cell with a dot in each of its columns.
     *
     * @param left height of the left one, 0 to 3 from the bottom; elsewhere there is none
     * @param right height of the right one
     */
    static char points(int left, int right) {
        return (char) (BLANK | bit(LEFT, left) | bit(RIGHT, right));
    }

    private static int bit(int[] column, int height) {
        return height >= 0 && height < HEIGHT ? column[height] : 0;
    }
}
