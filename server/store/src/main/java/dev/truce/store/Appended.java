package dev.truce.store;

import java.util.Set;

/** How the append of a group ended. */
public sealed interface Appended {
    /**
     * All of the group is durable, but for the batches that were fenced.
     *
     * @param fenced places in the group of batches of which nothing was written, because their stream has another last entry
     */
    record Done(Set<Integer> fenced) implements Appended {}

    /**
     * Whether the group is durable is not known, and all of it is or nothing. The store takes nothing more before it is reopened.
     *
     * @param cause what failed
     */
    record Unknown(RuntimeException cause) implements Appended {}
}
