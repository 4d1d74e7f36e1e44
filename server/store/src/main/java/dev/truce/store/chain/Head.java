package dev.truce.store.chain;

/**
 * The last entry of a stream, as a store has it beside the entries.
 *
 * @param seq its number, 0 if there is none
 * @param link its link
 */
public record Head(long seq, byte[] link) {
    /** The head of a stream that has no entries. */
    public static final Head NONE = new Head(0, Links.none());

    /** Returns the head once one more entry follows. */
    public Head next(String stream, EntryBytes entry) {
        return new Head(seq + 1, Links.next(link, stream, seq + 1, entry));
    }
}
