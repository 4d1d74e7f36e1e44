package dev.truce.engine.scenario;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;

/**
 * The two ends of the score scale, in mean points a round: mutual war is 0, and what bargaining can reach is 100: a deep
 * agreement kept throughout or, with red lines, what two sides reach that know each other's.
 */
public record Anchors(double warUs, double deepUs, double warCn, double deepCn) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException unless deep is above war on both sides
     */
    public Anchors {
        if (!(deepUs > warUs) || !(deepCn > warCn)) {
            throw new IllegalArgumentException("anchors: deep must be above war on both sides");
        }
    }

    /** Returns the score of mean points a round: 0 at mutual war, 100 at what bargaining can reach; may lie outside. */
    public double score(Side side, double points) {
        double war = BySide.pick(side, warUs, warCn);
        double deep = BySide.pick(side, deepUs, deepCn);
        return 100 * (points - war) / (deep - war);
    }

    /** Returns by how much points a round move the score. */
    public double worth(Side side, double points) {
        return score(side, points) - score(side, 0);
    }
}
