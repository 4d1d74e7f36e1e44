package dev.truce.bots.response;

import dev.truce.bot.Bot;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;

/** Bargains as another bot does, and then delivers less. */
final class CheatingBot implements Negotiator {
    private static final int LATE = 10;

    private final Bot bargainer;
    private final Cheat cheat;
    private final Scenario scenario;
    private final Side side;
    private final RedLineCosts lines;
    /** Whether it suspends the agreement in the open round. */
    private boolean suspends;

    CheatingBot(BotSeat seat, Bot bargainer, Cheat cheat) {
        this.bargainer = bargainer;
        this.cheat = cheat;
        scenario = seat.scenario();
        side = seat.side();
        lines = StrategyTables.of(scenario).rules().redLineCosts();
    }

    @Override
    public Decision decide(Observation seen, Talks talks) {
        Decision decided = bargainer.decide(seen, talks);
        Instrument accused = seen.accusedOn(side.other());
        suspends = cheat == Cheat.PRETEXT
                && accused != null
                && costOfLines(seen) > scenario.accusations().suspendPrice();
        List<Deed> dealings = new ArrayList<>(decided.dealings());
        if (suspends && accused != null) {
            dealings.removeIf(Deed.Judge.class::isInstance);
            dealings.add(new Deed.Judge(accused, AccusationChoice.SUSPEND));
        }
        return new Decision(
                orders(seen, decided.orders()), decided.offer(), decided.answers(), decided.acceptance(), dealings);
    }

    /** Returns what the own red lines will cost while the agreement in force lasts, points. */
    private double costOfLines(Observation seen) {
        double cost = 0;
        for (Instrument line : seen.redLines()) {
            Clause clause = seen.treaty().binding(line, seen.openRound());
            cost -= clause == null ? 0 : lines.points(line, clause.bound());
        }
        return cost * Math.max(0, seen.treaty().agreementUntil() - seen.openRound() + 1);
    }

    private Orders orders(Observation seen, Orders decided) {
        List<Order> changed = new ArrayList<>();
        for (Instrument instrument : scenario.instruments().of(side)) {
            int level = decided.level(instrument);
            Clause clause = seen.treaty().binding(instrument, seen.openRound());
            int wanted = clause == null ? level : level(seen, clause, level);
            boolean isLegal = seen.isLegal(new Order(instrument, wanted));
            if (wanted != Orders.NONE) {
                changed.add(new Order(instrument, isLegal ? wanted : level));
            }
        }
        return Orders.of(changed);
    }

    /** Returns the level at which the cheat wants an instrument that is bound, or what was decided. */
    private int level(Observation seen, Clause clause, int decided) {
        Instrument instrument = clause.instrument();
        boolean isCovert = instrument.isCovert();
        boolean isPace = instrument == Instrument.US_LICENCE_PACE || instrument == Instrument.CN_LICENCE_PACE;
        boolean isLine = seen.redLines().contains(instrument);
        boolean isLate = seen.openRound() >= LATE;
        boolean isLast = seen.openRound() == seen.knownRounds();
        return switch (cheat) {
            case ONE_NOTCH_SHORT -> isCovert ? least(decided, notchBelow(clause)) : decided;
            case PACE_SHORT -> isPace ? least(decided, notchBelow(clause)) : decided;
            case SECRET_LINES -> isCovert && isLine ? least(decided, start(instrument)) : decided;
            case PUBLIC_LINES -> !isCovert && isLine ? Math.max(decided, start(instrument)) : decided;
            case NOTHING_LATE -> isCovert && isLate ? 0 : decided;
            case NOTHING_LAST -> isCovert && isLast ? 0 : decided;
            case PRETEXT -> suspends && isLine ? start(instrument) : decided;
        };
    }

    private int start(Instrument instrument) {
        return scenario.spec(instrument).start();
    }

    private static int least(int decided, int wanted) {
        return decided == Orders.NONE ? wanted : Math.min(decided, wanted);
    }

    /** Returns the highest level that is at least a notch below a clause; soya counts notches by tonnes. */
    private int notchBelow(Clause clause) {
        if (clause.instrument() != Instrument.CN_SOY_PURCHASES) {
            return Math.max(0, clause.bound() - 1);
        }
        List<Rung> ladder = scenario.spec(clause.instrument()).ladder();
        double most = Covert.soyNotch(ladder.get(clause.bound()).value()) - 1;
        int level = clause.bound();
        while (level > 0 && Covert.soyNotch(ladder.get(level).value()) > most) {
            level--;
        }
        return level;
    }
}
