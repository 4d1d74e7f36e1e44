package dev.truce.match.referee;

import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Verdict;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.Refusals;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.deed.Spoken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges what seats do, and does what is in order. */
final class SeatDeeds {
    private final MatchCourse course;
    private final DeedKeys keys = new DeedKeys();

    SeatDeeds(MatchCourse course) {
        this.course = course;
    }

    /** Returns how many deeds were accepted. */
    int size() {
        return keys.size();
    }

    /** Rules on a deed. */
    Ruling rule(Input.Does does) {
        Ruling early = beforeTheDeed(does);
        if (early != null) {
            return early;
        }
        OpenRound window = course.open().orElseThrow();
        if (does.deed() instanceof Deed.Submit submit) {
            return submit(does, submit, window);
        } else if (does.deed() instanceof Deed.Undo) {
            return undo(does, window);
        } else if (does.deed() instanceof Deed.Ready ready) {
            return ready(does, ready, window);
        }
        return negotiate(does, window);
    }

    /** The refusals that come before the deed itself is looked at, in order of precedence, or the answer to a repetition; else null. */
    private @Nullable Ruling beforeTheDeed(Input.Does does) {
        if (!course.terms().seats().contains(does.seat())) {
            return Ruling.refuse(Refusals.notSeated(course.terms().seats()));
        }
        DeedKeys.Kept earlier = keys.find(does.seat(), does.key());
        if (earlier != null) {
            return earlier.does().equals(does)
                    ? new Ruling(earlier.verdict(), List.of())
                    : Ruling.refuse(Refusals.keyReused());
        }
        if (course.holders().on(does.seat()) instanceof SeatHolder.Nobody) {
            return Ruling.refuse(Refusals.isVacant(does.seat()));
        }
        Refusal moment = course.wrongMoment(does.round());
        if (moment != null) {
            return Ruling.refuse(moment);
        }
        if (!course.timekeeper().hasTime(does.seat())) {
            return Ruling.refuse(Refusals.timeIsUp());
        }
        // Talk and readiness have limits of their own: a seat that has changed its mind too often may still speak and
        // close the round.
        boolean may = does.deed() instanceof Spoken
                || does.deed() instanceof Deed.Ready
                || course.open().orElseThrow().mayChange(does.seat());
        return may ? null : Ruling.refuse(Refusals.tooManyChanges());
    }

    private Ruling submit(Input.Does does, Deed.Submit submit, OpenRound window) {
        Verdict verdict = course.seating().judge(does.seat(), submit.orders(), course.state());
        if (!(verdict instanceof Verdict.Accepted accepted)) {
            return new Ruling(verdict, List.of());
        }
        Seat seat = does.seat();
        Deed.Ready ready = submit.ready();
        Refusal early = ready == null ? null : early(seat, ready, window);
        if (early != null) {
            return Ruling.refuse(early);
        }
        keep(does, verdict, window);
        window.seal(seat, accepted.orders());
        if (ready != null && window.isReady(seat) != ready.ready()) {
            window.ready(seat, ready.ready());
        }
        List<Effect> effects = appendAndTell(does, window);
        if (ready != null) {
            course.closeIfReady(effects);
        }
        return new Ruling(verdict, effects);
    }

    private Ruling undo(Input.Does does, OpenRound window) {
        Verdict verdict = new Verdict.Accepted(Orders.HOLD);
        keep(does, verdict, window);
        window.unseal(does.seat());
        return new Ruling(verdict, appendAndTell(does, window));
    }

    private Ruling ready(Input.Does does, Deed.Ready ready, OpenRound window) {
        Seat seat = does.seat();
        Verdict verdict = new Verdict.Accepted(window.ordersOf(seat));
        Refusal early = early(seat, ready, window);
        if (early != null) {
            return Ruling.refuse(early);
        }
        boolean isNews = window.isReady(seat) != ready.ready();
        keep(does, verdict, window);
        window.ready(seat, ready.ready());
        if (!isNews) {
            // It changes nothing, and yet its key has to be kept: sent again later, it would undo what the seat said
            // meanwhile.
            return new Ruling(verdict, Ruling.begin(does));
        }
        List<Effect> effects = appendAndTell(does, window);
        course.closeIfReady(effects);
        return new Ruling(verdict, effects);
    }

    /** Returns why a seat may not yet say that it is done, or no longer say again what it said or take it back; null if it may. */
    private @Nullable Refusal early(Seat seat, Deed.Ready ready, OpenRound window) {
        int made = course.announcements().madeTo(seat.side());
        if (ready.ready() && ready.heard() < made) {
            return Refusals.unheardOffer(ready.heard(), made);
        }
        boolean isNew = ready.ready() && !window.isReady(seat);
        return isNew || window.mayRepeatReady(seat) ? null : Refusals.tooManyChanges();
    }

    /** Offers, answers to them, notices, talk, drafts and votes. */
    private Ruling negotiate(Input.Does does, OpenRound window) {
        Refusal wrong = course.announcements().refusal(does, course.state());
        if (wrong != null) {
            return Ruling.refuse(wrong);
        }
        Verdict verdict = new Verdict.Accepted(window.ordersOf(does.seat()));
        keep(does, verdict, window);
        List<Effect> effects = Ruling.begin(does);
        course.announcements().take(does, window, effects);
        return new Ruling(verdict, effects);
    }

    private void keep(Input.Does does, Verdict verdict, OpenRound window) {
        keys.keep(does, verdict);
        window.acts(does.seat());
    }

    private List<Effect> appendAndTell(Input.Does does, OpenRound window) {
        List<Effect> effects = Ruling.begin(does);
        course.viewers().tellStatus(does.seat(), window, effects);
        return effects;
    }
}
