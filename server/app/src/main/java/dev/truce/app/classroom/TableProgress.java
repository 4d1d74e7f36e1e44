package dev.truce.app.classroom;

import dev.truce.engine.view.PublicRound;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.deed.SeatHolder;
import dev.truce.protocol.message.ClassNews.TablePhase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a table stands, after all that everybody was told there. */
public final class TableProgress {
    private final RoundPace pace;
    private final Set<Seat> submitted = new HashSet<>();
    private final Set<Seat> ready = new HashSet<>();
    private final Map<Seat, SeatHolder> holders = new HashMap<>();
    private TablePhase phase = TablePhase.LOBBY;
    private boolean paused;
    private int round = 1;
    private int lastRound;
    private final List<PublicRound> rounds = new ArrayList<>();

    /** A match that nobody was told anything of. */
    public TableProgress(RoundPace pace) {
        this.pace = pace;
    }

    /** Takes what everybody is told next. */
    public void hear(Notice notice) {
        notice.in(new Progressing());
    }

    /** Answers whether a notice moves a table. */
    private final class Progressing implements Notice.Some<Boolean> {
        @Override
        public Boolean otherwise(Notice notice) {
            return false;
        }

        @Override
        public Boolean roundOpened(Notice.RoundOpened opened) {
            phase = TablePhase.OPEN;
            round = opened.observation().openRound();
            lastRound = opened.observation().knownRounds();
            submitted.clear();
            ready.clear();
            return true;
        }

        @Override
        public Boolean seatStatus(Notice.SeatStatus status) {
            mark(submitted, status.seat(), status.submitted());
            mark(ready, status.seat(), status.ready());
            return true;
        }

        @Override
        public Boolean clockChanged(Notice.ClockChanged changed) {
            paused = changed.paused();
            if (phase == TablePhase.OPEN
                    || phase == TablePhase.OVERTIME
                    || phase == TablePhase.EXTRA
                    || phase == TablePhase.SHUT) {
                phase = of(changed.part());
            }
            return true;
        }

        @Override
        public Boolean roundShut(Notice.RoundShut shut) {
            phase = TablePhase.SHUT;
            return true;
        }

        @Override
        public Boolean seatChanged(Notice.SeatChanged changed) {
            holders.put(changed.seat(), changed.holder());
            return true;
        }

        @Override
        public Boolean roundResolved(Notice.RoundResolved resolved) {
            rounds.add(PublicRound.of(resolved.view()));
            if (pace == RoundPace.GATED) {
                phase = TablePhase.BETWEEN;
                round++;
            }
            return true;
        }

        @Override
        public Boolean horizonSet(Notice.HorizonSet set) {
            lastRound = set.round();
            return true;
        }

        @Override
        public Boolean matchOver(Notice.MatchOver over) {
            phase = TablePhase.OVER;
            return true;
        }
    }

    private static void mark(Set<Seat> seats, Seat seat, boolean is) {
        if (is) {
            seats.add(seat);
        } else {
            seats.remove(seat);
        }
    }

    private static TablePhase of(RoundPart part) {
        return switch (part) {
            case RUNNING -> TablePhase.OPEN;
            case OVERTIME -> TablePhase.OVERTIME;
            case EXTRA -> TablePhase.EXTRA;
            case SHUT -> TablePhase.SHUT;
        };
    }

    public TablePhase phase() {
        return phase;
    }

    public boolean isPaused() {
        return paused;
    }

    /** The open round; between rounds the one that opens next. */
    public int round() {
        return round;
    }

    /** The last round, 0 while nobody may know it. */
    public int lastRound() {
        return lastRound;
    }

    /** Returns what everybody has seen of the resolved rounds, in order. */
    public List<PublicRound> rounds() {
        return List.copyOf(rounds);
    }

    public boolean hasSubmitted(Seat seat) {
        return submitted.contains(seat);
    }

    public boolean isReady(Seat seat) {
        return ready.contains(seat);
    }

    /** Returns who acts on a seat. */
    public SeatHolder holder(Seat seat) {
        return holders.getOrDefault(seat, new SeatHolder.Person());
    }
}
