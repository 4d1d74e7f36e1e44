package dev.truce.engine.phase;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.SideDecisions;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.state.SideState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side's half of the working paper. */
final class SideDraft {
    /** All points 0: what stands here until the phase 'points' has written. */
    private static final Points NONE = Points.of(new double[16]);

    final Side side;
    final SideState before;

    double type;
    double compliance;
    double publicEscalation;
    double escalation;
    double depth;
    double depthKept;
    double lost;
    final List<BrokenClause> broken = new ArrayList<>();
    boolean snapBackRight;
    double severity;
    boolean material;

    @Nullable
    Instrument caughtOn;

    boolean reallyCaught;

    /** The clause on which it is accused from this round on, and whether it was really short there. */
    @Nullable
    Instrument accusedOn;

    boolean accusedReally;

    /** The clause on which an inspection found nothing. */
    @Nullable
    Instrument clearedOn;

    /** What it does about its accusation of the other side. */
    final AccusationChoice choice;

    /** Whether it has tabled a serious text of its own in the period. */
    boolean ownText;

    private final boolean tabled;
    int streak;
    Points points = NONE;
    double reputation;

    SideDraft(Side side, SideState before, SideState other, RoundInputs inputs) {
        // Without an accusation there is nothing to choose.
        this.choice = other.accusedOn() == null
                ? AccusationChoice.REST
                : inputs.choices().of(side);
        this.tabled = inputs.ownTexts().of(side);
        this.ownText = before.ownText() || tabled;
        this.side = side;
        this.before = before;
        this.type = before.type();
    }

    boolean isCaught() {
        return caughtOn != null;
    }

    SideReport report(boolean notice, List<Instrument> redLines) {
        return new SideReport(
                escalation,
                publicEscalation,
                compliance,
                depth,
                depthKept,
                List.copyOf(broken),
                lost,
                snapBackRight,
                severity,
                material,
                notice,
                isCaught(),
                caughtOn,
                reallyCaught,
                points,
                reputation,
                type,
                redLines,
                new SideDecisions(accusedOn, clearedOn, choice, tabled),
                accusedReally);
    }

    SideState next() {
        return new SideState(
                type,
                reputation,
                escalation,
                publicEscalation,
                isCaught(),
                severity > 0,
                streak,
                before.pointsTotal() + points.total(),
                points.total(),
                before.breaches() + (severity > 0 ? 1 : 0),
                before.catches() + (reallyCaught ? 1 : 0),
                accusedOn,
                accusedReally,
                ownText);
    }
}
