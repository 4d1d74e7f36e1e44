package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.bots.policy.Policy;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Learns a policy for both seats against an even mixture of the pool: several climbs for each seat, and of what
 * they found what scores most on seeds that none of them has seen. The same course gives the same policy on any number of
 * threads.
 */
public final class Training {
    /** First seeds by which climbs learn, and by which one of them is chosen; tournaments are played on smaller ones. */
    public static final long LEARNT_ON = 1_100_000;

    public static final long CHOSEN_ON = 1_200_000;

    /**
     * How to learn.
     *
     * @param seed of the climbs' own random numbers
     * @param budget changes that each climb tries, at least 1
     * @param climbs climbs for each seat, at least 1
     * @param seeds training seeds, at least 1; each is a game against each of the pool
     */
    public record Course(long seed, int budget, int climbs, int seeds) {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one of them is below 1
         */
        public Course {
            if (budget < 1 || climbs < 1 || seeds < 1) {
                throw new IllegalArgumentException("budget " + budget + ", climbs " + climbs + ", seeds " + seeds
                        + ", expected each to be at least 1");
            }
        }

        /** Returns on how many seeds what the climbs found is compared: half as many again as they learn by. */
        int choiceSeeds() {
            return seeds + (seeds + 1) / 2;
        }

        /** Returns how many changes are tried in all. */
        public long trials() {
            return (long) Side.values().length * climbs * budget;
        }
    }

    /**
     * What was learnt.
     *
     * @param policy the rules, under a header that says how they came about
     * @param us mean score of the US rules on the seeds of the choice
     * @param cn that of the Chinese rules
     * @param startAsUs mean score there of the policy without rules, from which the climbs start
     * @param startAsCn the same as China
     */
    public record Outcome(Policy policy, double us, double cn, double startAsUs, double startAsCn) {}

    private record Found(Policy policy, double score) {}

    private Training() {}

    /**
     * Learns.
     *
     * @param command what to type to get the same policy, for its header
     * @param threads how many climbs run at a time, at least 1
     * @param progress told after each trial, by any thread
     * @throws InterruptedException if the thread was interrupted
     */
    public static Outcome run(Rules rules, Course course, String command, int threads, Runnable progress)
            throws InterruptedException {
        List<Callable<Found>> climbs = new ArrayList<>();
        for (Side seat : Side.values()) {
            for (int i = 0; i < course.climbs(); i++) {
                SplitMix64 random = random(course, seat, i);
                climbs.add(() -> {
                    TrainingMatches matches = new TrainingMatches(rules);
                    PolicyClimb climb =
                            new PolicyClimb(matches, seat, opponents(rules.scenario()), LEARNT_ON, course.seeds());
                    Policy found = climb.from(Policy.ofMatch(), course.budget(), random, progress);
                    return new Found(found, choice(course, matches, seat).score(found));
                });
            }
        }
        List<Found> found = inOrder(climbs, threads);
        Found us = best(found.subList(0, course.climbs()));
        Found cn = best(found.subList(course.climbs(), found.size()));
        TrainingMatches matches = new TrainingMatches(rules);
        double startAsUs = choice(course, matches, Side.US).score(Policy.ofMatch());
        double startAsCn = choice(course, matches, Side.CN).score(Policy.ofMatch());
        Policy joined = us.policy().joined(Side.US, cn.policy());
        Policy signed =
                joined.under(header(rules.scenario(), course, command, us.score(), cn.score(), startAsUs, startAsCn));
        return new Outcome(signed, us.score(), cn.score(), startAsUs, startAsCn);
    }

    /** Climbs on several threads; returns what was found in the order of the climbs. */
    private static List<Found> inOrder(List<Callable<Found>> climbs, int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Found> found = new ArrayList<>();
            for (Future<Found> one : pool.invokeAll(climbs)) {
                found.add(one.get());
            }
            return found;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a match could not be played", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static PolicyClimb choice(Course course, TrainingMatches matches, Side seat) {
        return new PolicyClimb(matches, seat, opponents(matches.scenario()), CHOSEN_ON, course.choiceSeeds());
    }

    /** Returns the pool by which a scenario is measured: the one that bargains in steps came with accusations. */
    private static List<BotFactory> opponents(Scenario scenario) {
        return scenario.accusations().exist() ? Roster.pool() : Roster.reference();
    }

    private static SplitMix64 random(Course course, Side seat, int climb) {
        return new SplitMix64(
                SplitMix64.mix(SplitMix64.mix(course.seed()) + (long) Side.values().length * climb + seat.ordinal()));
    }

    /** Returns the best; of equals the first. */
    private static Found best(List<Found> found) {
        Found best = found.get(0);
        for (Found one : found) {
            best = one.score() > best.score() ? one : best;
        }
        return best;
    }

    private static Map<String, String> header(
            Scenario scenario,
            Course course,
            String command,
            double us,
            double cn,
            double startAsUs,
            double startAsCn) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("bot", "learner");
        header.put("trained-by", command);
        header.put("scenario", scenario.id());
        header.put("scenario-hash", scenario.hash());
        header.put("ruleset", scenario.ruleset());
        header.put(
                "opponents", opponents(scenario).stream().map(BotFactory::name).collect(Collectors.joining(" ")));
        header.put("starts-from", start(scenario));
        header.put("training-seeds", seeds(LEARNT_ON, course.seeds()));
        header.put("choice-seeds", seeds(CHOSEN_ON, course.choiceSeeds()));
        header.put("score-on-choice-seeds", "us " + rounded(us) + " cn " + rounded(cn));
        header.put("score-of-start-there", "us " + rounded(startAsUs) + " cn " + rounded(startAsCn));
        return header;
    }

    /** Returns the bot as which a policy without rules plays a scenario. */
    public static String start(Scenario scenario) {
        return scenario.redLines().exist() ? Policy.START_WITH_LINES : Policy.START;
    }

    private static String seeds(long first, int count) {
        return first + ".." + (first + count - 1);
    }

    private static String rounded(double score) {
        return BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
