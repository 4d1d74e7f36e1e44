package dev.truce.match.deed;

/** On whose behalf a {@link HostAct} is done. */
public sealed interface By {
    /** The person who opened the room. */
    record Host() implements By {}

    /**
     * An instructor's desk.
     *
     * @param number which one, from 1
     */
    record Desk(int number) implements By {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Desk {
            if (number < 1) {
                throw new IllegalArgumentException("desk " + number + "; desks are numbered from 1");
            }
        }
    }

    /** The clock of a round. */
    record Clock() implements By {}

    /** What was agreed for a seat whose person stays away. */
    record Policy() implements By {}

    /** Whether a person does it, who is there to do so. */
    default boolean isPerson() {
        return this instanceof Host || this instanceof Desk;
    }
}
