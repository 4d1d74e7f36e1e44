package dev.truce.bots.reference;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reference strategy says in public, in statements whose word the ledger compares with the deed. It warns in the round in which it
 * makes a public instrument harder to press the other side, and reassures after a false alarm or accusation if it goes on keeping its word. Beside a
 * package it may say on which instrument it cannot give way, which the package shows already and which need not be true; it says nothing
 * else of its secrets.
 */
final class Voice {
    private final Side side;
    private final List<Instrument> instruments;
    /** Whether detection leads to accusations; then a catch is a finding about the round before, and never wrong. */
    private final boolean accuses;

    Voice(Scenario scenario, Side side) {
        this.side = side;
        instruments = scenario.instruments().of(side);
        accuses = scenario.accusations().exist();
    }

    /**
     * Returns what it says in the open round.
     *
     * @param hostile whether its orders are meant to press the other side, rather than to take back what is not agreed any more
     * @param guarded the instrument on which it says that it cannot give way, or null
     */
    List<Deed> words(Observation seen, Orders orders, boolean hostile, @Nullable Instrument guarded) {
        List<Deed> words = new ArrayList<>();
        if (guarded != null) {
            words.add(new Deed.Say(Channel.PUBLIC, "", new Statement.Guard(guarded)));
        }
        if (hostile && hardens(seen.levels(), orders)) {
            words.add(new Deed.Say(Channel.PUBLIC, "", new Statement.Warn()));
        } else if (wasWronglyAccused(seen.last()) && keeps(seen.treaty(), seen.openRound(), orders)) {
            words.add(new Deed.Say(Channel.PUBLIC, "", new Statement.Reassure()));
        }
        return words;
    }

    private static boolean hardens(Levels now, Orders orders) {
        for (Order order : orders.list()) {
            if (!order.instrument().isCovert() && order.level() > now.get(order.instrument())) {
                return true;
            }
        }
        return false;
    }

    private boolean wasWronglyAccused(@Nullable RoundView last) {
        if (last == null || heldAgainstIt(last.side(side)) == null) {
            return false;
        }
        for (Instrument instrument : instruments) {
            Clause clause = last.treaty().binding(instrument, last.round());
            if (instrument.isCovert()
                    && clause != null
                    && clause.isBrokenBy(last.levels().get(instrument))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Instrument heldAgainstIt(SideFacts facts) {
        return accuses ? facts.decisions().accusedOn() : facts.caughtOn();
    }

    private static boolean keeps(Treaty treaty, int round, Orders orders) {
        for (Order order : orders.list()) {
            Clause clause = treaty.binding(order.instrument(), round);
            if (clause != null && clause.isBrokenBy(order.level())) {
                return false;
            }
        }
        return true;
    }
}
