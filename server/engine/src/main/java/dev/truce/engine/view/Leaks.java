package dev.truce.engine.view;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.report.RoundEvent;
import java.util.List;

/** What the leaks of a round make public: the level at which a covert instrument stands in it. Not who ordered what, or when. */
public final class Leaks {
    private Leaks() {}

    /** Returns whether the events of a round tell everybody the level of an instrument. */
    public static boolean tell(List<RoundEvent> events, Instrument instrument) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).leaks() == instrument) {
                return true;
            }
        }
        return false;
    }
}
