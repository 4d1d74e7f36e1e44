package dev.truce.match.referee;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Confided;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Ruling;
import dev.truce.match.deed.HostAct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must hold after every input, in production too; all of it costs far less than the round that it guards. A broken invariant
 * is a fault of the program: the host ends that match, keeps its journal, and goes on with the others.
 *
 * <ul>
 *   <li>1: an accepted input is appended to the journal before anything else happens.
 *   <li>2: no key is applied twice.
 *   <li>3: rounds are told without a gap.
 *   <li>4: reports and the hash chain have one entry for each round.
 *   <li>9, 10: no stock and no flow is negative, no number is not a number.
 *   <li>11: every level, sealed or in force, is on its ladder.
 *   <li>12: orders are sealed for the open round only, by the side that holds the instruments.
 *   <li>13: nothing is revealed before its round is closed, and to an omniscient viewer no offer and no word that is not public.
 *   <li>14: a move is accepted only in the round that it names.
 *   <li>15: a timer that is set, shifted or goes on has the next number, and is that of the open round.
 *   <li>18: what is drafted inside a delegation reaches its side only, and omniscient viewers when its round is resolved; a brief
 *       reaches its seat only.
 *   <li>19: an offer changes only by an answer of a seat that may give it; it is accepted by its addressee, once, before it expires, on the
 *       terms that it has.
 *   <li>20: what was withdrawn, refused, countered or has expired never takes effect; what a round was resolved from was accepted in it.
 *   <li>21: nothing changes without an input in the journal.
 *   <li>23: a timer that another has replaced changes nothing.
 *   <li>24: nothing is taken from a seat while all stands still, and no time passes.
 *   <li>25: a match whose rounds wait for the host is resolved by nothing else, and a round that is shut takes nothing from a seat.
 *   <li>28: the state changes, and chance draws, only when a round is resolved.
 *   <li>31: nothing is taken from a seat that nobody holds.
 * </ul>
 */
final class Invariants {
    private Invariants() {}

    /**
     * Checks one step of a match.
     *
     * @throws IllegalStateException naming the first broken invariant by its number
     */
    // States are immutable: the same object is the same state, and comparing all of it would cost as much as hashing
    // it.
    @SuppressWarnings("ReferenceEquality")
    static void check(Scenario scenario, RefereeSnapshot before, Input input, Ruling ruling, RefereeSnapshot after) {
        effects(before, input, ruling, after);
        journaled(before, input, ruling, after);
        lengths(after);
        OfferInvariants.check(before, input, after);
        sealed(scenario, after, before.us(), after.us(), Side.US);
        sealed(scenario, after, before.cn(), after.cn(), Side.CN);
        if (after.state() != before.state()) {
            resolved(before.state(), after.state());
            gated(before, input, after);
            state(scenario, after.state());
        }
    }

    /** Returns the fault that a broken invariant is. */
    static IllegalStateException broken(int number, String what) {
        return new IllegalStateException("invariant " + number + " is broken: " + what);
    }

    private static void effects(RefereeSnapshot before, Input input, Ruling ruling, RefereeSnapshot after) {
        List<Effect> effects = ruling.effects();
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            boolean appends =
                    effect instanceof Effect.Append append && append.input().equals(input);
            if (appends != (i == 0)) {
                throw broken(1, "effect " + i + " is " + effect.getClass().getSimpleName());
            }
            if (effect instanceof Effect.Tell tell) {
                told(tell.notice(), before, after);
                heard(tell.viewer(), tell.notice(), after.state().round());
            } else if (effect instanceof Effect.TellSeat tell
                    && !(tell.notice() instanceof Notice.BriefGiven given
                            && given.seat().equals(tell.seat()))) {
                throw broken(18, "a brief goes to " + tell.seat() + ", whose it is not");
            } else {
                timed(effect, before, after);
            }
        }
    }

    private static void timed(Effect effect, RefereeSnapshot before, RefereeSnapshot after) {
        if (effect instanceof Effect.SetTimer set) {
            counts(set.round(), set.timer(), before, after);
        } else if (effect instanceof Effect.ShiftTimer shift) {
            counts(shift.round(), shift.timer(), before, after);
        } else if (effect instanceof Effect.RunTimer run) {
            counts(run.round(), run.timer(), before, after);
        }
    }

    private static void counts(int round, long timer, RefereeSnapshot before, RefereeSnapshot after) {
        if (round != after.openRound()
                || timer != after.clock().timer()
                || timer != before.clock().timer() + 1) {
            throw broken(15, "timer " + timer + " of round " + round + ": not next");
        }
    }

    /** Something of an open round that is a secret of one side. */
    private record Inside(Side side, int round) {}

    private static @Nullable Inside inside(Notice notice) {
        if (notice instanceof Confided confided) {
            return new Inside(confided.seat().side(), confided.round());
        }
        return notice instanceof Notice.Decided decided ? new Inside(decided.side(), decided.round()) : null;
    }

    private static void heard(Viewer viewer, Notice notice, int resolved) {
        Inside secret = inside(notice);
        if ((secret != null && !viewer.sees(secret.side())) || notice instanceof Notice.BriefGiven) {
            throw broken(18, viewer + " hears what is said or decided inside a delegation");
        }
        if (viewer == Viewer.OMNISCIENT && roundOfSecret(notice) > resolved) {
            throw broken(13, viewer + " hears a secret of the open round");
        }
    }

    /** Returns the round of something that the public does not hear at once, or 0 if the public hears it. */
    private static int roundOfSecret(Notice notice) {
        Inside secret = inside(notice);
        if (secret != null) {
            return secret.round();
        } else if (notice instanceof Notice.OfferChanged changed) {
            return changed.round();
        }
        return notice instanceof Notice.Said said && said.channel() != Channel.PUBLIC ? said.round() : 0;
    }

    private static void told(Notice notice, RefereeSnapshot before, RefereeSnapshot after) {
        if (notice instanceof Notice.RoundResolved resolved) {
            int round = resolved.view().round();
            if (round != before.openRound() || after.state().round() != round) {
                throw broken(13, "round " + round + " is revealed and was not closed");
            }
        } else if (notice instanceof Notice.CardPlayed played && played.round() != after.openRound()) {
            throw broken(13, "a card of round " + played.round() + " is announced while another round is open");
        } else if (notice instanceof Notice.RoundOpened opened) {
            int round = opened.observation().openRound();
            if (round != after.openRound()) {
                throw broken(3, "round " + round + " is announced, but round " + after.openRound() + " is open");
            }
        } else if ((notice instanceof Notice.MatchOver || notice instanceof Notice.MinistersScored)
                && !after.state().isOver()) {
            throw broken(13, "the truth is told before the match is over");
        }
    }

    private static void journaled(RefereeSnapshot before, Input input, Ruling ruling, RefereeSnapshot after) {
        if (ruling.effects().isEmpty()) {
            if (!before.equals(after)) {
                throw broken(21, "something changed that the journal does not know of");
            }
            return;
        }
        if (!ruling.verdict().isAccepted()) {
            throw broken(21, "a refused input has effects");
        }
        if (input instanceof Input.Hosts hosts
                && hosts.act() instanceof HostAct.TimeUp up
                && up.timer() != before.clock().timer()) {
            throw broken(
                    23, "timer " + up.timer() + " counts, not " + before.clock().timer());
        }
        boolean needsTime = input instanceof Input.Does || ((Input.Hosts) input).act() instanceof HostAct.TimeUp;
        if (needsTime && before.clock().paused()) {
            throw broken(24, "taken in a pause");
        }
        if (needsTime && before.clock().part() == RoundPart.SHUT) {
            throw broken(25, "taken when the round was shut");
        }
        if (input instanceof Input.Does does && before.vacant().contains(does.seat())) {
            throw broken(31, "nobody holds " + does.seat());
        }
        int named = named(input, before.openRound());
        if (named != before.openRound()) {
            throw broken(14, "an input for round " + named + " is accepted in round " + before.openRound());
        }
    }

    private static int named(Input input, int otherwise) {
        if (input instanceof Input.Does does) {
            return does.round();
        }
        return ((Input.Hosts) input).act() instanceof HostAct.TimeUp up ? up.round() : otherwise;
    }

    private static void lengths(RefereeSnapshot after) {
        int rounds = after.state().round();
        if (after.reports() != rounds || (after.links() != RefereeSnapshot.NO_LINKS && after.links() != rounds)) {
            throw broken(4, after.reports() + " reports and " + after.links() + " links for " + rounds + " rounds");
        }
        if (after.openRound() != 0 && after.openRound() != rounds + 1) {
            throw broken(3, "round " + after.openRound() + " is open after " + rounds + " rounds");
        }
    }

    private static void sealed(
            Scenario scenario, RefereeSnapshot after, @Nullable Orders earlier, @Nullable Orders orders, Side side) {
        if (orders == null) {
            return;
        }
        if (after.openRound() == 0) {
            throw broken(12, "the orders of " + side + " outlive their round");
        }
        // Orders do not change, so what was checked when it was sealed is still right.
        if (orders.isHold() || orders == earlier) {
            return;
        }
        for (Instrument instrument : Instrument.all()) {
            int level = orders.level(instrument);
            if (level != Orders.NONE && instrument.holder() != side) {
                throw broken(12, side + " has sealed " + instrument.id());
            }
            if (level != Orders.NONE && !scenario.instruments().isOnLadder(instrument, level)) {
                throw broken(11, side + " has sealed " + instrument.id() + " at level " + level);
            }
        }
    }

    private static void resolved(MatchState before, MatchState after) {
        boolean abandoned = after.isOver() && !before.isOver() && after.round() == before.round();
        if (after.round() != before.round() + 1 && !abandoned) {
            throw broken(28, "the state of round " + before.round() + " changed and no round was resolved");
        }
    }

    private static void gated(RefereeSnapshot before, Input input, RefereeSnapshot after) {
        boolean ended = after.state().round() == before.state().round();
        boolean revealed = input instanceof Input.Hosts hosts
                && hosts.act() instanceof HostAct.Reveal
                && before.clock().part() == RoundPart.SHUT;
        if (before.pace() == RoundPace.GATED && !ended && !revealed) {
            throw broken(25, "round " + after.state().round() + " is resolved and the host did not reveal it");
        }
    }

    private static void state(Scenario scenario, MatchState state) {
        for (Instrument instrument : Instrument.all()) {
            int level = state.levels().get(instrument);
            boolean is = scenario.instruments().has(instrument);
            if (is ? !scenario.instruments().isOnLadder(instrument, level) : level != 0) {
                throw broken(11, instrument.id() + " stands at level " + level);
            }
        }
        EconomyState economy = state.economy();
        for (int i = 0; i < economy.size(); i++) {
            requireNumber(9, "a value of the economy", economy.at(i), economy.least(i), Double.MAX_VALUE);
        }
        requireNumber(10, "tension", state.tension(), 0, Double.MAX_VALUE);
        requireNumber(10, "technology", state.technology(), -Double.MAX_VALUE, Double.MAX_VALUE);
        for (Side side : List.of(Side.US, Side.CN)) {
            SideState own = state.side(side);
            requireNumber(10, "type", own.type(), -Double.MAX_VALUE, Double.MAX_VALUE);
            requireNumber(10, "points", own.pointsTotal(), -Double.MAX_VALUE, Double.MAX_VALUE);
            requireNumber(10, "points of the round", own.pointsLast(), -Double.MAX_VALUE, Double.MAX_VALUE);
            requireNumber(10, "reputation", own.reputation(), 0, 1);
        }
    }

    private static void requireNumber(int invariant, String what, double value, double least, double most) {
        // Written so that NaN fails.
        if (!(value >= least && value <= most)) {
            throw broken(Double.isFinite(value) ? invariant : 10, what + " is " + value);
        }
    }
}
