package dev.truce.tournament.branch;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Opening;
import dev.truce.bot.local.Played;
import dev.truce.engine.round.Rules;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.tournament.branch.BranchEffect.Twins;
import dev.truce.tournament.plan.Seeds;
import dev.truce.tournament.run.OrderedParallel;
import dev.truce.tournament.run.StalledException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Plays a branch: both arms with the record's own chance, then both in each of many futures. Up to the branch everything is as
 * recorded, chance included; from there on future i has the chance of its own seed. What comes out depends on record and plan alone, not
 * on the number of threads.
 */
public final class BranchStudy {
    private final Rules rules;
    private final RecordReplay replay;
    private final MatchRecord match;
    private final BranchPlan plan;

    /**
     * Prepares one.
     *
     * @param rules the rules of the record's scenario
     * @param replay a record that verifies, played again
     * @param plan what is asked
     * @throws IllegalArgumentException if the record cannot branch in the round of the plan: see {@link #lastRound}
     */
    public BranchStudy(Rules rules, RecordReplay replay, BranchPlan plan) {
        this.rules = rules;
        this.replay = replay;
        this.match = replay.match();
        this.plan = plan;
        if (plan.round() > lastRound(replay)) {
            throw new IllegalArgumentException(
                    "round " + plan.round() + ", expected 1.." + lastRound(replay) + ", those of the record");
        }
    }

    /** Returns the last round in which a record can branch: its last one, or the next if the match was not played to its horizon. */
    public static int lastRound(RecordReplay replay) {
        int rounds = replay.reports().size();
        return replay.states().get(rounds).isOver() ? rounds : rounds + 1;
    }

    /**
     * Plays it.
     *
     * @param threads futures that are played at a time, at least 1
     * @param patience how long one future may take
     * @param listener hears how many futures are played, on this thread
     * @throws InterruptedException if this thread was interrupted
     * @throws StalledException if a future took too long
     * @throws IllegalStateException if the record cannot be played; one that verifies can
     */
    public BranchReport run(int threads, Duration patience, IntConsumer listener)
            throws InterruptedException, StalledException {
        InProcessMatch runner = new InProcessMatch(rules);
        Played was = ownChance(runner, plan.was());
        Twins own = new Twins(ArmEnd.of(was), ArmEnd.of(branch(runner)));
        int strays = strays(was);
        List<Twins> futures = new ArrayList<>();
        OrderedParallel<Twins> orderedParallel = new OrderedParallel<>(threads, patience, () -> {
            InProcessMatch worker = new InProcessMatch(rules);
            return index -> future(worker, index);
        });
        orderedParallel.run(0, plan.futures(), twins -> {
            futures.add(twins);
            listener.accept(futures.size());
            return true;
        });
        return BranchReport.of(plan, own, strays, futures);
    }

    /** Returns the first round in which the arm that goes on as it was strays from the record, as {@link BranchReport#strays()} has it. */
    public int strays() {
        return strays(ownChance(new InProcessMatch(rules), plan.was()));
    }

    /** Returns the branch with the record's own chance: a match like any other, with a record. */
    public Played branch() {
        return branch(new InProcessMatch(rules));
    }

    private Played branch(InProcessMatch runner) {
        return ownChance(runner, plan.branch());
    }

    private Played ownChance(InProcessMatch runner, BotFactory inTheSeat) {
        return runner.playOn(match.setup(), Opening.of(match, plan.round(), null), plan.pairing(inTheSeat));
    }

    private Twins future(InProcessMatch runner, int index) {
        long seed = Seeds.ofFuture(plan.seed(), index);
        Opening opening = Opening.of(match, plan.round(), new Opening.Future(seed, BotSeat.seedOf(seed, BotSeat.HEAD)));
        return new Twins(arm(runner, opening, plan.was()), arm(runner, opening, plan.branch()));
    }

    private ArmEnd arm(InProcessMatch runner, Opening opening, BotFactory inTheSeat) {
        return ArmEnd.of(runner.playOn(match.setup(), opening, plan.pairing(inTheSeat)));
    }

    /** Returns the first recorded round that came out otherwise, or 0. */
    private int strays(Played again) {
        for (int i = 0; i < replay.reports().size(); i++) {
            boolean same = i < again.reports().size()
                    && again.reports().get(i).equals(replay.reports().get(i));
            if (!same && i + 1 < plan.round()) {
                throw new IllegalStateException("round " + (i + 1) + " of the record did not come out as recorded");
            } else if (!same) {
                return i + 1;
            }
        }
        return 0;
    }
}
