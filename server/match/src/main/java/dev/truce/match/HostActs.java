package dev.truce.match;

import dev.truce.engine.card.Card;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.deed.HostAct;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges what is done with a match from outside of its seats, and does what is in order. */
final class HostActs {
    private final MatchCourse course;
    /** Numbers of the acts that had an effect; looked up only, never iterated. */
    private final Set<Long> done = new HashSet<>();

    HostActs(MatchCourse course) {
        this.course = course;
    }

    /** Rules on an act. One that was done before under its number is accepted again and has no effect. */
    Ruling rule(Input.Hosts hosts) {
        if (done.contains(hosts.number())) {
            return Ruling.accept(List.of());
        }
        Ruling ruling = hosts.act().in(new Judging(hosts));
        if (hosts.number() != 0 && !ruling.effects().isEmpty()) {
            done.add(hosts.number());
        }
        return ruling;
    }

    private final class Judging implements HostAct.Cases<Ruling> {
        private final Input.Hosts hosts;

        Judging(Input.Hosts hosts) {
            this.hosts = hosts;
        }

        @Override
        public Ruling start(HostAct.Start act) {
            if (course.open().isPresent() || course.state().isOver()) {
                return Ruling.refuse(Refusals.hasBegun());
            }
            List<Effect> effects = Ruling.begin(hosts);
            course.openNext(effects);
            course.seating().tellBriefs(effects);
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
            course.close(effects);
            return Ruling.accept(effects);
        }

        @Override
        public Ruling playCard(HostAct.PlayCard act) {
            if (course.state().isOver()) {
                return Ruling.refuse(Refusals.isOver());
            }
            if (act.round() < course.state().openRound()) {
                return Ruling.refuse(
                        Refusals.staleRound(act.round(), course.state().openRound()));
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
