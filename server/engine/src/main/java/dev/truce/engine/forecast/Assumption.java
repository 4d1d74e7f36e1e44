package dev.truce.engine.forecast;

/** What a preview assumes about the other side; it is always named beside the figures. */
public enum Assumption {
    /** The other side orders nothing new; what is no longer bound falls back. Where holding keeps a treaty, it keeps it. */
    HOLDS,
    /** It keeps its public clauses, and of its covert ones as little as more likely than not goes unfound. */
    CHEATS,
    /** It takes back what breaks a clause, and without a clause what is harsher than at the start. */
    EASES,
    /** In the same quarter it answers what the draft changes of tariffs, chokepoints, port fees and listings with as much of the same. */
    IN_KIND
}
