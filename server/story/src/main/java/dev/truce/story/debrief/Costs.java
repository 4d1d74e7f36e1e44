package dev.truce.story.debrief;

import dev.truce.engine.board.Side;
import dev.truce.engine.explain.Explanation;
import dev.truce.engine.explain.Explanation.Reference;
import dev.truce.engine.explain.LargestRemainder;
import dev.truce.engine.explain.Share;
import dev.truce.engine.scenario.Scenario;
import dev.truce.story.facts.Reasons;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a final score differs by from holding the truce, by kind, tenths of a point. The parts add up to the difference of the two printed
 * scores.
 *
 * @param tenths a part for each kind, in the order of the kinds
 */
public record Costs(List<Long> tenths) {
    /** Nothing differs. */
    static final Costs NONE = new Costs(Collections.nCopies(CostKind.values().length, 0L));

    public Costs {
        tenths = List.copyOf(tenths);
    }

    /**
     * Finds them. A cause counts once for its round, and that of the last round as often more as the rules let the last round stand for
     * those that would follow; what is left over comes of reputation and substitutes at the end.
     *
     * @param total the difference, tenths
     * @param rounds how many rounds were played
     */
    static Costs of(Reasons reasons, Scenario scenario, Side side, long total, int rounds) {
        double after = scenario.knobs().terminalFactor();
        double[] parts = new double[CostKind.values().length];
        double left = total;
        for (int round = 1; round <= rounds; round++) {
            Explanation explanation = reasons.of(round, side, Reference.TRUCE_PATH);
            if (explanation == null) {
                continue;
            }
            double weight = (round == rounds ? 1 + after : 1) / (rounds + after);
            double tenthsPerMicro = explanation.tenthsPerMicro(scenario.anchors());
            for (Share share : explanation.shares()) {
                double part = weight * share.totalMicro() * tenthsPerMicro;
                parts[CostKind.of(share.cause()).ordinal()] += part;
                left -= part;
            }
        }
        parts[CostKind.END.ordinal()] += left;
        List<Long> rounded = new ArrayList<>();
        for (long part : LargestRemainder.round(total, parts)) {
            rounded.add(part);
        }
        return new Costs(rounded);
    }

    /** Returns the part of a kind. */
    public long of(CostKind kind) {
        return tenths.get(kind.ordinal());
    }

    public long total() {
        return tenths.stream().mapToLong(Long::longValue).sum();
    }

    /** Returns these and others together. */
    Costs plus(Costs other) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < tenths.size(); i++) {
            sums.add(tenths.get(i) + other.tenths.get(i));
        }
        return new Costs(sums);
    }
}
