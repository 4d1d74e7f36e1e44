package dev.truce.app.host.service;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;

/** Hears what happens in matches, for meters; told only what is on disk. Calls come from many threads and must not block. */
public interface MatchListener {
    /** A room was opened. */
    void opened(String matchId);

    /** A match began, or is under way again after a restart. */
    void running(String matchId, boolean again);

    /** A seat's orders were saved; how many is nobody's business before the round is resolved. */
    void sealed(String matchId);

    /** An input was acknowledged so long after it had come in. */
    void acknowledged(String matchId, long nanos);

    /**
     * A round was resolved.
     *
     * @param seenByAll the round as everybody sees it
     * @param full the round as the omniscient see it
     */
    void resolved(String matchId, MatchSpec spec, RoundView seenByAll, RoundView full);

    /** An offer was made, a notice given or taken back, or something said. */
    void negotiated(String matchId, Notice notice);

    /** A match came to its end. */
    void over(String matchId, Notice.MatchOver over);

    /** A fault of the server stopped a match. */
    void faulted(String matchId);

    /** A bot of the roster decided, in so many nanoseconds, or crashed. */
    void decided(String matchId, long nanos, boolean crashed);
}
