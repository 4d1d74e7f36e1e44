package dev.truce.engine.phase;

/** One step in the resolution of a round. Stateless. */
interface Phase {
    /** Returns the name under which the rulebook explains it. */
    String name();

    /** Writes its part of the draft from what the phases before it wrote. */
    void apply(RoundDraft draft);
}
