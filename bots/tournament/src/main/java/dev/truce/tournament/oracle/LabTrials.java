package dev.truce.tournament.oracle;

import dev.truce.bot.BotFactory;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.env.Episode;
import dev.truce.env.Lab;
import dev.truce.env.Rewarding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Plays bots against each other in the environment of learners, which has no referee and keeps no record, on several threads. A score depends
 * on both bots and the seed alone, so the number of threads changes nothing. To be closed.
 */
public final class LabTrials implements AutoCloseable {
    private final Rules rules;
    private final ExecutorService threads;
    private final ThreadLocal<Resolver> resolvers;
    private long played;

    /**
     * Prepares trials.
     *
     * @param threads how many matches are played at a time, at least 1
     */
    public LabTrials(Rules rules, int threads) {
        this.rules = rules;
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "trials");
            thread.setDaemon(true);
            return thread;
        });
        this.resolvers = ThreadLocal.withInitial(() -> new Resolver(rules));
    }

    /** What is played. */
    public Rules rules() {
        return rules;
    }

    /** How many matches were played so far, those of all searches together. */
    public long played() {
        return played;
    }

    /** A bot in each seat, and the seeds on which they meet. */
    public record Meeting(BySide<BotFactory> bots, long firstSeed, int seeds) {}

    /**
     * Plays meetings.
     *
     * @return by meeting: by seed, what both sides score
     * @throws InterruptedException if the thread was interrupted
     * @throws IllegalStateException if a match could not be played
     */
    public List<BySide<double[]>> play(List<Meeting> meetings) throws InterruptedException {
        List<Callable<BySide<double[]>>> work = new ArrayList<>();
        for (Meeting meeting : meetings) {
            work.add(() -> scores(meeting));
            played += meeting.seeds();
        }
        List<BySide<double[]>> scores = new ArrayList<>();
        try {
            for (Future<BySide<double[]>> one : threads.invokeAll(work)) {
                scores.add(one.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a match could not be played", failed.getCause());
        }
        return scores;
    }

    private BySide<double[]> scores(Meeting meeting) {
        Lab lab = new Lab(rules, 0, meeting.bots().map(List::of), Rewarding.SCORE);
        Episode episode = lab.episode(resolvers.get());
        byte[] nothing = new byte[2 * lab.actSize()];
        BySide<double[]> scores = BySide.each(side -> new double[meeting.seeds()]);
        try {
            for (int i = 0; i < meeting.seeds(); i++) {
                episode.reset(meeting.firstSeed() + i);
                while (episode.isOpen()) {
                    episode.step(nothing, 0);
                }
                for (Side side : Side.values()) {
                    scores.of(side)[i] = episode.match().score(side);
                }
            }
        } finally {
            episode.leave();
        }
        return scores;
    }

    /**
     * Returns what each of some bots scores in a seat against a mixture, by bot and seed: on each seed it meets all bots of the mixture, and
     * counts them by their weights.
     */
    public double[][] against(Side seat, List<BotFactory> bots, Mixture against, long firstSeed, int seeds)
            throws InterruptedException {
        List<Meeting> meetings = new ArrayList<>();
        for (BotFactory bot : bots) {
            for (BotFactory other : against.bots()) {
                meetings.add(new Meeting(new BySide<>(other, other).with(seat, bot), firstSeed, seeds));
            }
        }
        List<BySide<double[]>> played = play(meetings);
        double[][] scores = new double[bots.size()][seeds];
        for (int bot = 0; bot < scores.length; bot++) {
            for (int other = 0; other < against.weights().length; other++) {
                double[] one =
                        played.get(bot * against.weights().length + other).of(seat);
                for (int i = 0; i < seeds; i++) {
                    scores[bot][i] += against.weights()[other] * one[i];
                }
            }
        }
        return scores;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
