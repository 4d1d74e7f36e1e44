package dev.truce.env;

/** What a side is rewarded for in each round of a match for learners. */
public enum Rewarding {
    /** By how much its score would have risen if the match ended with the round: the sum over a match is the final score, bit for bit. */
    SCORE,
    /** The true points of the round, with the end value in the last: their sum over the weight of all rounds is what is scored. */
    POINTS,
    /** The score of the round, as the side is shown it. */
    SHOWN
}
