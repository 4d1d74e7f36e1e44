package dev.truce.engine.forecast;

import static dev.truce.engine.board.Instrument.CN_AGRI_TARIFF;
import static dev.truce.engine.board.Instrument.CN_PORT_FEE;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_APRIL;
import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_OCTOBER;
import static dev.truce.engine.board.Instrument.CN_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.CN_UNRELIABLE_ENTITIES;
import static dev.truce.engine.board.Instrument.US_AFFILIATES_RULE;
import static dev.truce.engine.board.Instrument.US_CHIP_CONTROL;
import static dev.truce.engine.board.Instrument.US_FENTANYL_TARIFF;
import static dev.truce.engine.board.Instrument.US_PORT_FEE;
import static dev.truce.engine.board.Instrument.US_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.US_SECTION301_INVESTIGATION;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the other side orders in a preview, by assumption. Only who cheats touches covert instruments: nobody sees them. */
final class ReplyAssumption {
    private final Rules rules;
    private final MatchState state;
    private final List<LegalLevels> legal;
    private final Side own;
    private final Side other;
    private final Levels held;
    private final Levels drafted;
    private Levels reply;

    private ReplyAssumption(Rules rules, MatchSetup setup, MatchState state, Side own, Orders draft) {
        this.rules = rules;
        this.state = state;
        this.own = own;
        this.other = own.other();
        this.legal = rules.legal(setup, state, other);
        held = held(rules, state);
        Levels levels = held;
        List<LegalLevels> may = rules.legal(setup, state, own);
        for (Order order : draft.list()) {
            levels = levels.with(order.instrument(), lasting(order, may));
        }
        drafted = levels;
        reply = levels;
    }

    /** What the law takes back at once, nobody has to answer. */
    private static int lasting(Order order, List<LegalLevels> may) {
        for (LegalLevels of : may) {
            LegalLevels.Overruled overruled =
                    of.instrument() == order.instrument() ? of.overruled(order.level()) : null;
            if (overruled != null && overruled.by() == LegalLevels.Overruler.LAW) {
                return overruled.to();
            }
        }
        return order.level();
    }

    static Orders of(Assumption assumption, Rules rules, MatchSetup setup, MatchState state, Side own, Orders draft) {
        ReplyAssumption reply = new ReplyAssumption(rules, setup, state, own, draft);
        return switch (assumption) {
            case HOLDS -> Orders.HOLD;
            case CHEATS ->
                rules.scenario().agreements().complyByDefault()
                        ? new UnseenShortfall(rules).of(state, own.other())
                        : Orders.HOLD;
            case EASES -> reply.ease();
            case IN_KIND -> reply.mirror();
        };
    }

    /** Levels if nobody orders anything, as far as clauses bind: where holding keeps a treaty, they are kept. */
    private static Levels held(Rules rules, MatchState state) {
        Levels levels = state.levels();
        for (Instrument instrument : Instrument.all()) {
            Clause clause = state.treaty().binding(instrument, state.openRound());
            int level = levels.get(instrument);
            if (clause != null && Duty.moves(rules.scenario().agreements(), clause, level, Orders.HOLD)) {
                levels = levels.with(instrument, clause.bound());
            }
        }
        return levels;
    }

    private Orders ease() {
        for (Instrument instrument : rules.scenario().instruments().of(other)) {
            if (!instrument.isCovert()) {
                Clause clause = state.treaty().binding(instrument, state.openRound());
                int most = clause != null
                        ? clause.bound()
                        : rules.scenario().spec(instrument).start();
                if (reply.get(instrument) > most) {
                    move(instrument, most);
                }
            }
        }
        return orders();
    }

    /** Answers what the draft changes, and nothing else: levels that were there before are no news to anybody. */
    private Orders mirror() {
        if (addOn(own, drafted) != addOn(own, held)) {
            match(
                    BySide.pick(other, US_RECIPROCAL_TARIFF, CN_RECIPROCAL_TARIFF),
                    addOn(own, drafted),
                    l -> addOn(other, l));
        }
        double choke = rules.escalation().choke(own, drafted);
        if (choke != rules.escalation().choke(own, held)) {
            // The main control first; the smaller one then makes up for the rest.
            match(BySide.pick(other, US_CHIP_CONTROL, CN_RARE_EARTHS_APRIL), choke, this::choke);
            match(BySide.pick(other, US_AFFILIATES_RULE, CN_RARE_EARTHS_OCTOBER), choke, this::choke);
        }
        if (portSteps(own, drafted) != portSteps(own, held)) {
            match(BySide.pick(other, US_PORT_FEE, CN_PORT_FEE), portSteps(own, drafted), l -> portSteps(other, l));
        }
        if (lists(drafted) != lists(held)) {
            Instrument answer = BySide.pick(other, US_SECTION301_INVESTIGATION, CN_UNRELIABLE_ENTITIES);
            match(answer, lists(drafted) ? 1 : 0, l -> Math.min(1, l.get(answer)));
        }
        return orders();
    }

    /** Returns whether the viewer's side puts companies or goods of the other on a list. */
    private boolean lists(Levels levels) {
        return BySide.pick(
                own,
                levels.get(US_SECTION301_INVESTIGATION) > 0,
                levels.get(CN_UNRELIABLE_ENTITIES) > 0 || levels.get(CN_AGRI_TARIFF) > 0);
    }

    /** Returns by how many points a side's tariffs stand above those at the start of the scenario. */
    private double addOn(Side side, Levels levels) {
        Levels start = rules.scenario().startLevels();
        return BySide.pick(
                side,
                points(levels, US_FENTANYL_TARIFF)
                        + points(levels, US_RECIPROCAL_TARIFF)
                        - points(start, US_FENTANYL_TARIFF)
                        - points(start, US_RECIPROCAL_TARIFF),
                points(levels, CN_RECIPROCAL_TARIFF) - points(start, CN_RECIPROCAL_TARIFF));
    }

    private double points(Levels levels, Instrument tariff) {
        return rules.mapping().value(levels, tariff);
    }

    private double choke(Levels levels) {
        return rules.escalation().choke(other, levels);
    }

    private double portSteps(Side side, Levels levels) {
        return BySide.pick(
                side, rules.mapping().usPortSteps(levels), rules.mapping().cnPortSteps(levels));
    }

    /** Moves an instrument to the legal level whose measure is nearest to the wanted one, if the present one is not. */
    private void match(Instrument instrument, double wanted, ToDoubleFunction<Levels> measure) {
        int best = reply.get(instrument);
        double least = Math.abs(measure.applyAsDouble(reply) - wanted);
        for (LegalLevels levels : legal) {
            if (levels.instrument() == instrument) {
                for (int level : levels.legal()) {
                    double distance = Math.abs(measure.applyAsDouble(reply.with(instrument, level)) - wanted);
                    if (distance < least) {
                        least = distance;
                        best = level;
                    }
                }
            }
        }
        reply = reply.with(instrument, best);
    }

    private void move(Instrument instrument, int level) {
        for (LegalLevels levels : legal) {
            if (levels.instrument() == instrument && levels.legal().contains(level)) {
                reply = reply.with(instrument, level);
            }
        }
    }

    private Orders orders() {
        List<Order> orders = new ArrayList<>();
        for (Instrument instrument : Instrument.of(other)) {
            if (reply.get(instrument) != held.get(instrument)) {
                orders.add(new Order(instrument, reply.get(instrument)));
            }
        }
        return Orders.of(orders);
    }
}
