package dev.truce.engine.talk;

import dev.truce.engine.agreement.Terms;

/** What a side gave its word on. */
public sealed interface Promise {
    /**
     * It said so in public.
     *
     * @param seat number of the seat that spoke, 0 for the head
     * @param statement what it said
     */
    record Stated(int seat, Statement statement) implements Promise {}

    /**
     * It signed terms.
     *
     * @param terms what was signed
     * @param agreement number of the agreement that entered into force; 0 for a renewal, or if it lapsed
     */
    record Signed(Terms terms, int agreement) implements Promise {}
}
