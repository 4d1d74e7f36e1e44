package dev.truce.tournament.branch;

import dev.truce.engine.board.Side;
import dev.truce.tournament.branch.BranchEffect.Twins;
import java.util.List;

/**
 * The result of a branch.
 *
 * @param plan what was asked
 * @param own both arms with the record's own chance
 * @param strays first round in which the arm that goes on as it was does not do what the record says, with the record's own chance; 0 if
 *     it plays the record again, bit for bit
 * @param futures both arms in each future
 * @param effects what the branch does over all futures, in the order of {@link Quantity}
 */
public record BranchReport(BranchPlan plan, Twins own, int strays, List<Twins> futures, List<BranchEffect> effects) {
    public BranchReport {
        futures = List.copyOf(futures);
        effects = List.copyOf(effects);
    }

    static BranchReport of(BranchPlan plan, Twins own, int strays, List<Twins> futures) {
        return new BranchReport(plan, own, strays, futures, BranchEffect.all(futures, plan.seat()));
    }

    /** Returns in how many futures both arms ended with the same scores, to the bit. */
    public int alike() {
        int alike = 0;
        for (Twins twins : futures) {
            boolean same = twins.was().us() == twins.branch().us()
                    && twins.was().cn() == twins.branch().cn();
            alike += same ? 1 : 0;
        }
        return alike;
    }

    /** Returns what a side's bot got wrong in all futures of an arm. */
    public ArmEnd.Slips slips(Side side, boolean branch) {
        int illegal = 0;
        int failed = 0;
        for (Twins twins : futures) {
            ArmEnd.Slips slips = (branch ? twins.branch() : twins.was()).slips(side);
            illegal += slips.illegal();
            failed += slips.failed();
        }
        return new ArmEnd.Slips(illegal, failed);
    }

    /** Returns how many rounds were played again in all futures of an arm. */
    public int rounds(boolean branch) {
        int rounds = 0;
        for (Twins twins : futures) {
            rounds += (branch ? twins.branch() : twins.was()).rounds() - plan.round() + 1;
        }
        return rounds;
    }
}
