package dev.truce.app.host;

import dev.truce.app.quota.Owner;
import dev.truce.protocol.message.ClosingCause;

/** A connection as a match sees it. Calls come from any thread and do not block. */
public interface MatchConnection {
    /** Returns whose it is: the same for all connections of one address. */
    default Owner owner() {
        return Owner.UNKNOWN;
    }

    /** There may be something new to see in its view. */
    void wake();

    /** Its place was opened by a newer connection; it has to close. */
    void takenOver();

    /** It has to close; it may come back if the cause allows. */
    void close(ClosingCause cause, String detail);
}
