package dev.truce.tournament.oracle;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bots.Roster;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;

/** Copies of {@code tft} with a weakness. This one does not see the port fees of the other side: whoever levies them is not paid back. */
final class PlantedBots implements Negotiator {
    static final BotFactory BLIND_TO_FEES = BotFactory.of("blind-to-fees", PlantedBots::new);

    /** Signs whatever it is offered. */
    static final BotFactory SIGNS_ALL = BotFactory.of("signs-all", seat -> {
        Bot tft = Roster.find("tft").orElseThrow().create(seat);
        return (Negotiator) (seen, talks) -> {
            Decision decided = tft.decide(seen, talks);
            return new Decision(
                    decided.orders(), decided.offer(), decided.answers(), offered -> true, decided.dealings());
        };
    });

    private final Side other;
    private final Bot tft;
    private final Escalation escalation;

    private PlantedBots(BotSeat seat) {
        other = seat.side().other();
        tft = Roster.find("tft").orElseThrow().create(seat);
        escalation = new Escalation(
                new PolicyMapping(seat.scenario()), seat.scenario().escalation());
    }

    /** Returns the instrument that levies fees on the other side's ships. */
    static Instrument fee(Side side) {
        return BySide.pick(side, Instrument.US_PORT_FEE, Instrument.CN_PORT_FEE);
    }

    @Override
    public Decision decide(Observation seen, Talks talks) {
        RoundView last = seen.last();
        return tft.decide(last == null ? seen : blind(seen, last), talks);
    }

    private Observation blind(Observation seen, RoundView last) {
        Levels levels = last.levels();
        double hidden = escalation.ofPublic(other, levels) - escalation.ofPublic(other, levels.with(fee(other), 0));
        SideFacts facts = last.side(other);
        SideFacts fewer = new SideFacts(
                facts.publicEscalationMilli() - (int) Math.round(1000 * hidden),
                facts.brokenClauses(),
                facts.snapBackRight(),
                facts.severityMilli(),
                facts.material(),
                facts.notice(),
                facts.caughtOn(),
                facts.reputationMilli(),
                facts.decisions());
        RoundView view = new RoundView(
                last.viewer(),
                last.round(),
                last.levels(),
                last.orders(),
                last.changes(),
                last.fallbacks(),
                last.prevented(),
                last.corrected(),
                last.events(),
                last.expired(),
                last.treaty(),
                last.change(),
                last.next(),
                last.signals(),
                BySide.pick(other, fewer, last.us()),
                BySide.pick(other, last.cn(), fewer),
                last.own(),
                last.numbers(),
                last.ratification());
        return new Observation(
                seen.viewer(),
                seen.openRound(),
                seen.over(),
                seen.quarter(),
                seen.summit(),
                seen.knownRounds(),
                seen.levels(),
                seen.treaty(),
                seen.climate(),
                seen.redLines(),
                seen.legal(),
                view);
    }
}
