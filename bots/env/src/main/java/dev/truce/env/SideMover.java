package dev.truce.env;

import dev.truce.match.Notice;
import org.jspecify.annotations.Nullable;

/** Decides for one side of a {@link LabMatch}, round by round. Both sides open before either answers, so that neither is quicker. */
interface SideMover {
    /** A round is open: deals, offers and orders. */
    void opens(LabMatch match);

    /** Both sides have opened: answers offers. */
    void answers(LabMatch match);

    /** Hears what the seat is told of offers and words. */
    void heard(Notice notice);

    /** Itself if it does actions of numbers, or null. */
    @Nullable
    ActMover acting();

    /** The match is left: nothing is asked any more. */
    void leave();
}
