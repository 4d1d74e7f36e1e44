package dev.truce.bots.posture;

import static dev.truce.engine.board.Instrument.CN_RARE_EARTHS_APRIL;
import static dev.truce.engine.board.Instrument.CN_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.CN_SOY_PURCHASES;
import static dev.truce.engine.board.Instrument.US_FENTANYL_TARIFF;
import static dev.truce.engine.board.Instrument.US_LICENCE_PACE;
import static dev.truce.engine.board.Instrument.US_RECIPROCAL_TARIFF;
import static dev.truce.engine.board.Instrument.US_SECTION232_DUTIES;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** The packages of clauses that the reference strategies offer (agreements A4, E). All are private. */
public final class Packets {
    /** Rounds of the truce set. */
    public static final int SHORT = 4;
    /** Rounds of the deep set, and of all steps towards it, where agreements may last so long. */
    private static final int LONG = 8;

    private final Terms truceSet;
    private final List<Terms> steps;

    Packets(Scenario scenario, LadderSearch ladders) {
        List<Pledge> pledges = new ArrayList<>();
        for (Clause clause : scenario.truce()) {
            pledges.add(new Pledge(clause.instrument(), clause.bound()));
        }
        truceSet = new Terms.Package(pledges, SHORT, false);
        int length = Math.min(LONG, scenario.layers().longest());
        List<Terms> made = new ArrayList<>();
        made.add(new Terms.Package(pledges, LONG, false));
        pledge(pledges, US_FENTANYL_TARIFF, ladders.level(US_FENTANYL_TARIFF, 5));
        pledge(pledges, US_RECIPROCAL_TARIFF, ladders.level(US_RECIPROCAL_TARIFF, 5));
        pledge(pledges, CN_RECIPROCAL_TARIFF, ladders.level(CN_RECIPROCAL_TARIFF, 5));
        pledge(pledges, CN_SOY_PURCHASES, ladders.level(CN_SOY_PURCHASES, 8));
        made.add(new Terms.Package(pledges, length, false));
        pledge(pledges, US_FENTANYL_TARIFF, ladders.level(US_FENTANYL_TARIFF, 0));
        pledge(pledges, US_SECTION232_DUTIES, 0);
        pledge(pledges, US_LICENCE_PACE, ladders.last(US_LICENCE_PACE));
        pledge(pledges, CN_RECIPROCAL_TARIFF, ladders.level(CN_RECIPROCAL_TARIFF, 0));
        pledge(pledges, CN_RARE_EARTHS_APRIL, 0);
        made.add(new Terms.Package(pledges, length, false));
        made.add(deepSet(ladders).lasting(length));
        steps = List.copyOf(made);
    }

    /** Agreement 1 once more. */
    public Terms truceSet() {
        return truceSet;
    }

    /** Returns caps at the mildest level for all public instruments, and the floors of a deep agreement. */
    public Terms deepSet() {
        return steps.get(steps.size() - 1);
    }

    /** Four steps, each deeper: the clauses of agreement 1, two between, the deep set. */
    public List<Terms> steps() {
        return steps;
    }

    private static Terms.Package deepSet(LadderSearch ladders) {
        OrderPlan us = new Postures(ladders, Side.US).draft(Posture.DEEP);
        OrderPlan cn = new Postures(ladders, Side.CN).draft(Posture.DEEP);
        List<Pledge> pledges = new ArrayList<>();
        for (Instrument instrument : ladders.instruments().all()) {
            OrderPlan holder = BySide.pick(instrument.holder(), us, cn);
            pledges.add(new Pledge(instrument, instrument.isCovert() ? holder.get(instrument) : 0));
        }
        return new Terms.Package(pledges, LONG, false);
    }

    private static void pledge(List<Pledge> pledges, Instrument instrument, int bound) {
        pledges.removeIf(pledge -> pledge.instrument() == instrument);
        pledges.add(new Pledge(instrument, bound));
    }
}
