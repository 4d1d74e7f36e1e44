package dev.truce.match.referee;

import dev.truce.engine.card.Card;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.Defaults;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchPhase;
import dev.truce.match.Notice;
import dev.truce.match.Refusals;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.negotiation.TalkRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges what is done with a match from outside of its seats, and does what is in order. */
final class HostActs {
    /** How often time may be stopped or given in a match: many times more than a lesson has minutes. */
    static final int MAX_CLOCK_ACTS = 500;

    /** How often the host may speak in a match, to all or to one seat, so that it fits into its record beside all else. */
    static final int MAX_ANNOUNCEMENTS = 100;

    /** How many cards are taken back in a match: with as many that are played, a bound for its journal. */
    static final int MAX_WITHDRAWALS = 200;

    private final MatchCourse course;
    /** Numbers of the acts that had an effect; looked up only, never iterated. */
    private final Set<Long> done = new HashSet<>();

    private int clockActs;
    private int announcements;
    private int withdrawals;

    HostActs(MatchCourse course) {
        this.course = course;
    }

    /** Rules on an act. One that was done before under its number is accepted again and has no effect. */
    Ruling rule(Input.Hosts hosts) {
        if (done.contains(hosts.number())) {
            return Ruling.accept(List.of());
        }
        int round = course.openRound() == 0 ? course.nextRound() : course.openRound();
        Ruling ruling = hosts.act().in(new Judging(hosts));
        if (!ruling.effects().isEmpty()) {
            course.played().asides().add(round, hosts.by(), hosts.act());
            if (hosts.number() != 0) {
                done.add(hosts.number());
            }
        }
        return ruling;
    }

    /** Whether an act had an effect under a number. */
    boolean hasDone(long number) {
        return done.contains(number);
    }

    private final class Judging implements HostAct.Cases<Ruling> {
        private final Input.Hosts hosts;

        Judging(Input.Hosts hosts) {
            this.hosts = hosts;
        }

        @Override
        public Ruling start(HostAct.Start act) {
            if (course.phase() != MatchPhase.NEW) {
                return Ruling.refuse(Refusals.hasBegun());
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.begin(effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling openRound(HostAct.OpenRound act) {
            int next = course.state().openRound();
            Refusal refusal = course.notGoingOn();
            if (refusal == null && course.phase() != MatchPhase.BETWEEN) {
                refusal = Refusals.isOpen(course.openRound());
            } else if (refusal == null && course.timekeeper().isPaused()) {
                refusal = Refusals.paused();
            } else if (refusal == null && act.round() != next) {
                refusal = Refusals.staleRound(act.round(), next);
            }
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            List<Effect> effects = Ruling.begin(hosts);
            boolean usual = act.windowMillis() == HostAct.OpenRound.USUAL;
            course.openNext(usual ? course.terms().windowMillis() : act.windowMillis(), effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling reveal(HostAct.Reveal act) {
            Refusal refusal = course.wrongRound(act.round());
            if (refusal == null && course.phase() != MatchPhase.SHUT) {
                refusal = Refusals.isNotShut(act.round());
            } else if (refusal == null && course.timekeeper().isPaused()) {
                refusal = Refusals.paused();
            }
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.resolve(effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling timeUp(HostAct.TimeUp act) {
            Refusal moment = course.wrongMoment(act.round());
            if (moment == null && act.timer() != course.timekeeper().timer()) {
                moment = Refusals.staleTimer();
            }
            if (moment != null) {
                return Ruling.refuse(moment);
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.runDown(effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling endWith(HostAct.EndWith act) {
            int first = course.nextRound();
            int last = course.plannedEnd();
            Refusal refusal = course.phase() == MatchPhase.OVER ? Refusals.isOver() : null;
            if (refusal == null && last == 0) {
                refusal = Refusals.endsUnknown();
            } else if (refusal == null && (act.round() < first || act.round() > last)) {
                refusal = Refusals.noEnd(act.round(), first, last);
            } else if (refusal == null) {
                refusal = tooOften();
            }
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.endWith(act.round(), effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling pause(HostAct.Pause act) {
            Refusal refusal = course.notGoingOn();
            if (refusal == null && course.timekeeper().isPaused()) {
                refusal = Refusals.isPaused();
            } else if (refusal == null) {
                refusal = tooOften();
            }
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.timekeeper().pause(effects);
            course.tellClock(Notice.ClockChanged.Cause.PAUSED, 0, null, effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling unpause(HostAct.Unpause act) {
            Refusal phase = course.notGoingOn();
            if (phase != null || !course.timekeeper().isPaused()) {
                return Ruling.refuse(phase != null ? phase : Refusals.isNotPaused());
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.timekeeper().goOn(effects);
            course.tellClock(Notice.ClockChanged.Cause.UNPAUSED, 0, null, effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling extend(HostAct.Extend act) {
            Refusal refusal = course.wrongRound(act.round());
            if (refusal == null && act.millis() < 0 && !course.timekeeper().canBeShortened()) {
                refusal = Refusals.notRunning();
            }
            return refusal != null ? Ruling.refuse(refusal) : give(act.millis(), null);
        }

        @Override
        public Ruling grant(HostAct.Grant act) {
            Seat seat = new Seat(act.side(), act.seat());
            Refusal refusal = course.wrongRound(act.round());
            if (refusal == null && !course.terms().seats().contains(seat)) {
                refusal = Refusals.notSeated(course.terms().seats());
            } else if (refusal == null
                    && !course.timekeeper().isTimed()
                    && !course.timekeeper().isShut()) {
                refusal = Refusals.notRunning();
            }
            return refusal != null ? Ruling.refuse(refusal) : give(act.millis(), seat);
        }

        private Ruling give(long millis, @Nullable Seat seat) {
            Refusal refusal = tooOften();
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.extend(millis, seat, effects);
            return Ruling.accept(effects);
        }

        private @Nullable Refusal tooOften() {
            if (clockActs >= MAX_CLOCK_ACTS) {
                return Refusals.tooManyActs(MAX_CLOCK_ACTS);
            }
            clockActs++;
            return null;
        }

        @Override
        public Ruling advance(HostAct.Advance act) {
            Refusal refusal = course.wrongRound(act.round());
            if (refusal == null && course.timekeeper().isShut()) {
                refusal = Refusals.isShut();
            }
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            Defaults now = course.defaults();
            if (!now.hash().equals(act.expected())) {
                // A desk plays no side; the owner of a room may, and learns no orders.
                return Ruling.refuse(
                        Refusals.stalePreview(now, hosts.by() instanceof By.Desk ? now.shown() : now.text()));
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.advance(effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling announce(HostAct.Announce act) {
            Refusal refusal = speechless(act.text());
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            announcements++;
            List<Effect> effects = Ruling.begin(hosts);
            course.tell(new Notice.HostActed(act, course.openRound()), effects);
            return Ruling.accept(effects);
        }

        /** Returns why the host may not say something now, or null. */
        private @Nullable Refusal speechless(String text) {
            Refusal refusal = course.notGoingOn();
            if (refusal == null) {
                refusal = TalkRules.badWords(text, false);
            }
            return refusal == null && announcements >= MAX_ANNOUNCEMENTS
                    ? Refusals.tooManyActs(MAX_ANNOUNCEMENTS)
                    : refusal;
        }

        @Override
        public Ruling message(HostAct.Message act) {
            Refusal refusal = course.holders().unknown(new Seat(act.side(), act.seat()));
            if (refusal == null) {
                refusal = speechless(act.text());
            }
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            announcements++;
            List<Effect> effects = Ruling.begin(hosts);
            course.viewers().tell(act.side(), new Notice.HostActed(act, course.openRound()), effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling standIn(HostAct.StandIn act) {
            return SeatHolder.Bot.isName(act.bot())
                    ? takeOver(new Seat(act.side(), act.seat()), new SeatHolder.Bot(act.bot()))
                    : Ruling.refuse(Refusals.noBotsName());
        }

        @Override
        public Ruling handBack(HostAct.HandBack act) {
            return takeOver(new Seat(act.side(), act.seat()), new SeatHolder.Person());
        }

        @Override
        public Ruling vacate(HostAct.Vacate act) {
            return takeOver(new Seat(act.side(), act.seat()), new SeatHolder.Nobody());
        }

        @Override
        public Ruling revoke(HostAct.Revoke act) {
            Seat seat = new Seat(act.side(), act.seat());
            Refusal refusal = course.notGoingOn();
            if (refusal == null) {
                refusal = course.holders().unknown(seat);
            }
            if (refusal == null) {
                refusal = tooOften();
            }
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.cancel(seat, effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling revokeObservers(HostAct.RevokeObservers act) {
            return Ruling.accept(Ruling.begin(hosts));
        }

        private Ruling takeOver(Seat seat, SeatHolder holder) {
            Refusal phase = course.notGoingOn();
            Refusal refusal = phase != null ? phase : course.holders().refusal(seat, holder);
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.takeOver(seat, holder, hosts.by(), effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling withdrawCard(HostAct.WithdrawCard act) {
            if (course.state().isOver()) {
                return Ruling.refuse(Refusals.isOver());
            }
            int next = course.nextRound();
            if (act.round() < next) {
                return Ruling.refuse(Refusals.staleRound(act.round(), next));
            }
            if (withdrawals >= MAX_WITHDRAWALS) {
                return Ruling.refuse(Refusals.tooManyActs(MAX_WITHDRAWALS));
            }
            if (!course.cards().withdraw(act)) {
                return Ruling.refuse(Refusals.noSuchCard(act.round(), act.card()));
            }
            withdrawals++;
            return Ruling.accept(Ruling.begin(hosts));
        }

        @Override
        public Ruling playCard(HostAct.PlayCard act) {
            if (course.state().isOver()) {
                return Ruling.refuse(Refusals.isOver());
            }
            int first = course.state().openRound() + (course.timekeeper().isShut() ? 1 : 0);
            if (act.round() < first) {
                return Ruling.refuse(Refusals.staleRound(act.round(), first));
            }
            Refusal refusal = course.cards().refusal(act);
            if (refusal != null) {
                return Ruling.refuse(refusal);
            }
            Card card = course.cards().play(act);
            if (card == null) {
                return Ruling.accept(List.of());
            }
            List<Effect> effects = Ruling.begin(hosts);
            if (act.round() == course.openRound()) {
                course.viewers().announce(List.of(card), act.round(), effects);
            }
            return Ruling.accept(effects);
        }

        @Override
        public Ruling abandon(HostAct.Abandon act) {
            if (course.state().isOver()) {
                return Ruling.refuse(Refusals.isOver());
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.tell(new Notice.HostActed(act, course.openRound()), effects);
            course.abandon(effects);
            return Ruling.accept(effects);
        }
    }
}
