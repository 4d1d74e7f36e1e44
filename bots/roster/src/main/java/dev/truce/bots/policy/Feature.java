package dev.truce.bots.policy;

import dev.truce.engine.chance.SplitMix64;
import java.util.Locale;

/** What the rules of a {@link Policy} may ask about, in thousandths, and where an optimiser may draw the line. */
enum Feature {
    /** The open round, from 1. */
    ROUND(2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000, 11_000, 12_000, 13_000),
    /** 1 in a summit round. */
    SUMMIT(1000),
    /** What the treaty in force amounts to: 0 nothing, 1 a truce, 2 a deep agreement. */
    DEAL(1000, 2000),
    /** Rounds for which any clause still binds after the open one. */
    LEFT(1000, 2000, 3000, 4000, 6000),
    /** The other side's last offer: 0 nothing, 1 a truce or a renewal, 2 deep. */
    OFFERED(1000, 2000),
    /** Public escalation of the other side in the last round. */
    PUBLIC(250, 300, 500, 750, 900, 1200, 1600, 2000, 2400, 2800, 3500, 4500),
    /** The same in the round before the last. */
    BEFORE(300, 900, 1600, 2800, 4500),
    /** The most that it has been. */
    PEAK(300, 500, 900, 1200, 1600, 2000, 2800, 3500, 4500),
    /** Its tariff gear, 0 to 5. */
    TARIFF(1000, 2000, 3000, 4000, 5000),
    /** Estimated shortfall of its covert instruments, notches, as the strategy {@code match} keeps it. */
    SHORT(300, 500, 700, 1000, 1300, 1500, 1800, 2200, 2600),
    /** Shortfall against 2 notches that the last signals alone speak of. */
    SIGNAL(-500, 0, 500, 1000, 1500, 2000),
    /** 1 if it was caught in the last round. */
    CAUGHT(1000),
    /** How often it was caught. */
    CATCHES(1000, 2000, 3000),
    /** 1 if one's own side was caught in the last round. */
    ACCUSED(1000),
    /** One's own public escalation in the last round. */
    OWN(300, 900, 1600, 2800, 4500),
    /** Rounds in which the other side was publicly hostile, at .9 or more. */
    HOSTILE(1000, 2000, 3000, 4000, 6000),
    /** Those of them that followed a round in which one's own side was calm, below .3. */
    UNPROVOKED(1000, 2000, 3000, 4000),
    /** Rounds in which it was calm after one's own side was hostile. */
    FORGAVE(1000, 2000, 3000),
    /** Rounds since it was last hostile; since the start if it never was. */
    CALM(1000, 2000, 3000, 5000),
    /** Rounds after which it had not made a deep offer. */
    SHY(1000, 2000, 3000, 5000),
    /** How deep the treaty in force is. */
    DEPTH(600, 900, 1100, 1300, 1500),
    /** How much of one's own red lines stands given: 1 for each that is given in full. */
    CROSSED(500, 1000),
    /** Rounds until red lines are redrawn, 0 in a round in which they are; many if they never will be. */
    DATE(1000, 2000, 3000),
    /** How likely the open accusation of the other side is to be true, in thousandths; 0 if there is none. */
    ODDS(100, 200, 300, 500, 700, 900),
    /** 1 if one's own side has tabled the text that its capital expects in this period. */
    TABLED(1000),
    /** Rounds for which the agreement on top of the truce still binds after the open one. */
    AGREED(1000, 2000),
    /** Rounds for which the truce still binds after the open one. */
    TRUCE(1000, 2000, 3000, 5000);

    /** How many there are where detection leads to no accusation and a treaty has one layer: the last ones always are 0 there. */
    private static final int WITHOUT_ACCUSATIONS = ODDS.ordinal();

    private final int[] lines;

    Feature(int... lines) {
        this.lines = lines;
    }

    /** Draws one of those that tell something. */
    static Feature drawn(SplitMix64 random, boolean accusations) {
        return values()[random.nextInt(accusations ? values().length : WITHOUT_ACCUSATIONS)];
    }

    /** Returns how many lines an optimiser may draw. */
    int lines() {
        return lines.length;
    }

    /** Returns one of these lines, in thousandths. */
    int line(int index) {
        return lines[index];
    }

    /** Returns its name in a file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
