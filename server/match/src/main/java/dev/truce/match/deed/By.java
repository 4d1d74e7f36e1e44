package dev.truce.match.deed;

/** On whose behalf a {@link HostAct} is done. */
public sealed interface By {
    /** The person who opened the room. */
    record Host() implements By {}
}
