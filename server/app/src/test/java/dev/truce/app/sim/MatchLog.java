package dev.truce.app.sim;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.room.Room;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.Side;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.store.Entry;
import dev.truce.store.StoredClock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A model of one match that knows its journal, in order, and nothing of the referee: what may stand there after what, and how much of a
 * round's time can have passed.
 */
final class MatchLog {
    /** A clock counts whole milliseconds. */
    private static final long ROUNDING_MILLIS = 5;

    private final String id;
    private final Agenda agenda;
    private final LongSupplier diskNanos;
    private final Set<String> keys = new HashSet<>();
    private final Set<Long> numbers = new HashSet<>();
    private final Map<Side, Integer> offersMade = new EnumMap<>(Side.class);
    private final Map<OfferId, String> offers = new HashMap<>();
    /** What viewers were told last of offers. */
    private final Map<String, Map<OfferId, OfferStatus>> lastTold = new HashMap<>();

    private int round;
    private int closed;
    private boolean over;
    private boolean paused;
    private int seatsChanged;
    private boolean leftAlone = true;
    private @Nullable MatchSpec spec;
    private Room.@Nullable TableOf table;
    /** Whether something in the batch could close the round. */
    private @Nullable Input lastInput;

    private boolean closedInBatch;
    private boolean inputInBatch;
    // The clock: what a round has been given and what can have passed of it.
    private boolean inWindow;
    private boolean uncertain;
    private @Nullable StoredClock clockSet;
    private long givenMillis;
    private long passedNanos;
    private long since = -1;

    /**
     * Knows nothing yet.
     *
     * @param diskNanos how long a write may have waited for the disk
     */
    MatchLog(String id, Agenda agenda, LongSupplier diskNanos) {
        this.diskNanos = diskNanos;
        this.id = id;
        this.agenda = agenda;
    }

    /** Returns which table of a class it is, or null if it is a room of its own. */
    Room.@Nullable TableOf table() {
        return table;
    }

    boolean holds(Seat seat, String key) {
        return keys.contains(seat + " " + key);
    }

    void add(Entry entry) {
        if (entry instanceof Entry.RoomOpened opened) {
            spec = MatchSpec.of(opened.room().setup());
            String classId = opened.room().classId();
            table = classId == null
                    ? null
                    : new Room.TableOf(classId, opened.room().table());
        } else if (entry instanceof Entry.InputAccepted accepted) {
            Input input = InputCodec.of(accepted.payload());
            inputInBatch = true;
            lastInput = input;
            if (over) {
                agenda.breach(14, "something is done in match " + id + " after its end");
            }
            if (input instanceof Input.Does does) {
                does(does);
            } else if (input instanceof Input.Hosts hosts) {
                hosts(hosts);
            }
        } else if (entry instanceof Entry.RoundClosed ended) {
            closes(ended);
        } else if (entry instanceof Entry.ClockSet set) {
            clockSet = set.clock();
            pass();
            // A clock that goes on as its people come back runs while that is being written.
            long early = inputInBatch ? 0 : diskNanos.getAsLong();
            since = set.clock().incarnation().isEmpty() ? -1 : Math.max(0, agenda.nanos() - early);
        } else if (entry instanceof Entry.MatchEnded) {
            if (!inputInBatch) {
                agenda.breach(21, "match " + id + " ends and nobody has done anything");
            }
            over = true;
        }
    }

    void batch() {
        StoredClock set = clockSet;
        // What a seat was given for itself may be more, and more time for a round that was shut is all that it has.
        if (set != null && inWindow && !uncertain && set.round() == round && set.leftMillis() > givenMillis) {
            agenda.breach(15, "round " + round + " has " + set.leftMillis() + " ms, it was given " + givenMillis);
        }
        if (set != null && inputInBatch && set.incarnation().isEmpty() != paused) {
            agenda.breach(
                    16,
                    "the clock of round " + set.round() + (paused ? " runs in a pause" : " stands without a pause"));
        }
        clockSet = null;
        inputInBatch = false;
        closedInBatch = false;
    }

    private void does(Input.Does does) {
        if (!keys.add(does.seat() + " " + does.key())) {
            agenda.breach(2, "a deed of " + does.seat() + " counts twice: " + does.key());
        }
        if (does.round() != round) {
            agenda.breach(14, "a deed for round " + does.round() + " counts in round " + round);
        }
        if (paused) {
            agenda.breach(16, does.seat() + " does something while the match stands still: " + does.deed());
        }
        Side side = does.seat().side();
        Deed deed = does.deed();
        if (deed instanceof Deed.MakeOffer make) {
            int number = offersMade.merge(side, 1, Integer::sum);
            offers.put(new OfferId(side, number), "open");
            if (make.answers() != null) {
                offers.put(make.answers(), "countered");
            }
        } else if (deed instanceof Deed.Withdraw withdraw) {
            offers.put(withdraw.offer(), "withdrawn");
        } else if (deed instanceof Deed.Refuse refuse) {
            offers.put(refuse.offer(), "refused");
        } else if (deed instanceof Deed.Accept accept) {
            accepts(side, accept.offer());
        }
    }

    private void accepts(Side side, OfferId offer) {
        String state = offers.getOrDefault(offer, "not made");
        if (state.equals("withdrawn")) {
            agenda.breach(20, offer + " is accepted after it was withdrawn");
        } else if (!state.equals("open") || offer.side() == side) {
            agenda.breach(19, side + " accepts " + offer + ", which is " + state);
        }
        offers.put(offer, "accepted");
    }

    private void hosts(Input.Hosts hosts) {
        HostAct act = hosts.act();
        leftAlone &= act instanceof HostAct.Start;
        if (hosts.number() != 0 && !numbers.add(hosts.number())) {
            agenda.breach(2, "an act counts twice: " + act);
        }
        MatchSpec of = spec;
        if (act instanceof HostAct.Start && of != null) {
            opens(1, of.windowMillis());
        } else if (act instanceof HostAct.OpenRound open) {
            boolean usual = open.windowMillis() == HostAct.OpenRound.USUAL && of != null;
            opens(open.round(), usual ? of.windowMillis() : open.windowMillis());
        } else if (act instanceof HostAct.TimeUp up) {
            timeUp(up);
        } else if (act instanceof HostAct.Pause) {
            pass();
            paused = true;
        } else if (act instanceof HostAct.Unpause) {
            pass();
            paused = false;
        } else if (act instanceof HostAct.Extend extend) {
            extended(extend.millis());
        } else if (act instanceof HostAct.Grant) {
            uncertain = true;
            // To a round that was shut it is all the time that there is.
            inWindow &= of != null && of.rounds().pace() == RoundPace.FREE;
        } else if (act instanceof HostAct.StandIn || act instanceof HostAct.HandBack || act instanceof HostAct.Vacate) {
            seatsChanged++;
        }
    }

    /** More time for a round that is shut, or has no window, is all that it has; the journal does not say whether it is shut. */
    private void extended(long millis) {
        pass();
        MatchSpec of = spec;
        boolean mayBeShut = !inWindow || of == null || of.rounds().pace() == RoundPace.GATED;
        if (mayBeShut) {
            passedNanos = 0;
            givenMillis = Math.max(0, millis);
            inWindow = millis > 0;
            uncertain = true;
        } else {
            givenMillis = passedMillis() + Math.max(0, givenMillis - passedMillis() + millis);
        }
    }

    private void opens(int number, long windowMillis) {
        round = number;
        inWindow = windowMillis > 0;
        uncertain = false;
        givenMillis = windowMillis;
        passedNanos = 0;
    }

    private void timeUp(HostAct.TimeUp up) {
        if (up.round() != round) {
            agenda.breach(14, "time is up for round " + up.round() + " in round " + round);
        }
        if (paused) {
            agenda.breach(16, "time is up in a pause");
        }
        pass();
        if (inWindow && passedMillis() + ROUNDING_MILLIS < givenMillis) {
            agenda.breach(
                    15,
                    "time is up for round " + round + " of match " + id + " after " + passedMillis() + " ms of "
                            + givenMillis);
        }
        // What follows is grace, or time that a seat was given.
        inWindow = false;
    }

    private static boolean isReady(Deed deed) {
        Deed.Ready said = deed instanceof Deed.Submit submit ? submit.ready() : null;
        return deed instanceof Deed.Ready done ? done.ready() : said != null && said.ready();
    }

    private void closes(Entry.RoundClosed ended) {
        if (!inputInBatch || closedInBatch) {
            agenda.breach(21, "round " + ended.round() + " is closed and nobody has done anything");
        }
        closedInBatch = true;
        if (ended.round() != ++closed) {
            agenda.breach(5, "round " + ended.round() + " is closed after round " + (closed - 1));
        }
        boolean ready = lastInput instanceof Input.Does does && isReady(does.deed());
        if (!ready && !(lastInput instanceof Input.Hosts)) {
            agenda.breach(13, "round " + ended.round() + " is resolved after " + lastInput);
        }
        MatchSpec of = spec;
        if (of != null && of.rounds().pace() == RoundPace.FREE) {
            opens(closed + 1, of.windowMillis());
        } else {
            inWindow = false;
        }
    }

    /** Something new was told to a viewer. */
    void told(String viewer, Notice notice) {
        if (notice instanceof Notice.OfferChanged changed) {
            told(viewer, changed.offer().id(), changed.offer().status());
        } else if (notice instanceof Notice.MatchOver) {
            lastTold.getOrDefault(viewer, Map.of()).forEach((offer, status) -> {
                if (status == OfferStatus.OPEN && isWithdrawn(offer)) {
                    agenda.breach(20, viewer + " is never told that " + offer + " was withdrawn");
                }
            });
        } else if (notice instanceof Notice.RoundResolved resolved
                && resolved.view().round() > closed) {
            agenda.breach(13, "round " + resolved.view().round() + " is told before it is saved as closed");
        } else if (notice instanceof Notice.SeatChanged && seatsChanged == 0) {
            agenda.breach(23, "somebody else acts on a seat, and nothing says so in the journal");
        }
    }

    private void told(String viewer, OfferId offer, OfferStatus status) {
        OfferStatus before = lastTold.computeIfAbsent(viewer, unused -> new LinkedHashMap<>())
                .put(offer, status);
        if (status == OfferStatus.OPEN && before != null) {
            agenda.breach(20, viewer + " is told again that " + offer + " is open");
        } else if (status != OfferStatus.OPEN && status != OfferStatus.WITHDRAWN && isWithdrawn(offer)) {
            agenda.breach(20, offer + " was withdrawn and is " + status);
        }
    }

    private boolean isWithdrawn(OfferId offer) {
        return "withdrawn".equals(offers.get(offer));
    }

    void serverIsUp() {
        since = -1;
    }

    void clockStands() {
        pass();
        since = -1;
    }

    private void pass() {
        if (since >= 0) {
            passedNanos += paused ? 0 : agenda.nanos() - since;
            since = agenda.nanos();
        }
    }

    private long passedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(passedNanos);
    }

    /** Returns whether nothing was done with the match from outside but to start it. */
    boolean isLeftAlone() {
        return leftAlone;
    }

    void ended(MatchRecord record) {
        if (record.rounds().size() != closed) {
            agenda.breach(30, "the record has " + record.rounds().size() + " rounds, the journal " + closed);
        }
    }
}
