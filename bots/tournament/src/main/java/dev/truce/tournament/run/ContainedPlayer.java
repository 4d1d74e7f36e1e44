package dev.truce.tournament.run;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.engine.board.Side;
import dev.truce.tournament.plan.PairSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays pairs on another thread and watches it. If a bot does not return from a call, that thread is given up and the pair is played
 * again without asking the bot from that call on; as all else follows from the seed, the rounds before are the same again. One for each
 * thread.
 */
public final class ContainedPlayer {
    /** A bot is waited for in so many parts of the patience. */
    private static final int LOOKS = 8;

    /** How long a thread is waited for that was told to stop. */
    static final long PARTING_SECONDS = 4;

    private final Containment containment;
    private final List<Contestant> contestants;
    private final Function<List<Contestant>, Function<PairSpec, PlayedPair>> players;
    private @Nullable Table table;

    /**
     * Prepares one.
     *
     * @param contestants by the indices of the plan
     * @param players makes what plays pairs of the contestants that it is given
     */
    public ContainedPlayer(
            Containment containment,
            List<Contestant> contestants,
            Function<List<Contestant>, Function<PairSpec, PlayedPair>> players) {
        this.containment = containment;
        this.contestants = List.copyOf(contestants);
        this.players = players;
    }

    /** Returns the names of the contestants. */
    public List<String> names() {
        return contestants.stream().map(Contestant::name).toList();
    }

    /** What plays, and what watches it; both are given up together. */
    private record Table(Function<PairSpec, PlayedPair> player, Watch watch) {}

    /** A contestant that is watched. */
    private record Watched(Watch watch, int index, BotFactory factory) implements BotFactory {
        @Override
        public String name() {
            return factory.name();
        }

        @Override
        public String summary() {
            return factory.summary();
        }

        @Override
        public Bot create(BotSeat seat) {
            return new WatchedBot(watch, index, factory, seat);
        }
    }

    /**
     * Plays a pair.
     *
     * @throws IllegalStateException if this thread was interrupted, which it stays
     */
    public PlayedPair play(PairSpec pairSpec) {
        Absences absences = new Absences(pairSpec, containment.out());
        while (true) {
            Table at = table == null ? set() : table;
            table = at;
            at.watch().begin(absences);
            AtomicBoolean hasBegun = new AtomicBoolean();
            CountDownLatch ended = new CountDownLatch(1);
            Future<PlayedPair> pair = containment.threads().submit(() -> {
                if (hasBegun.getAndSet(true)) {
                    throw new CancellationException("stopped before it began");
                }
                try {
                    return at.player().apply(pairSpec);
                } finally {
                    ended.countDown();
                }
            });
            try {
                Watch.Call overdue = await(pair, at.watch());
                if (overdue == null) {
                    return pair.get();
                }
                giveUp(at, pair);
                absences.add(overdue);
                containment.stalled(overdue, pairSpec.index());
            } catch (InterruptedException stopped) {
                giveUp(at, pair);
                // What has not begun does not begin any more, so that there is nothing to wait for.
                if (hasBegun.getAndSet(true)) {
                    await(ended);
                }
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped", stopped);
            } catch (ExecutionException failed) {
                throw new IllegalStateException(String.valueOf(failed.getCause()), failed.getCause());
            }
        }
    }

    private Table set() {
        Watch watch = new Watch(containment.threads());
        List<Contestant> watched = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            Contestant each = contestants.get(i);
            watched.add(new Contestant(each.name(), new Watched(watch, i, each.factory())));
        }
        return new Table(players.apply(watched), watch);
    }

    private void giveUp(Table at, Future<PlayedPair> pair) {
        at.watch().abandon();
        pair.cancel(true);
        table = null;
    }

    /** Waits for a pair; returns the call from which a bot does not return, or null if the pair is over. */
    private Watch.@Nullable Call await(Future<PlayedPair> pair, Watch watch)
            throws InterruptedException, ExecutionException {
        long patience = containment.patience().toNanos();
        List<Look> looks = new ArrayList<>();
        for (Side side : Side.values()) {
            looks.add(new Look(side));
        }
        while (true) {
            try {
                var unused = pair.get(Math.max(1, patience / LOOKS), TimeUnit.NANOSECONDS);
                return null;
            } catch (TimeoutException stillPlaying) {
                for (Look look : looks) {
                    if (look.isOverdue(watch, patience)) {
                        return look.seen;
                    }
                }
            }
        }
    }

    /** What was seen last of the bot on a side. */
    private static final class Look {
        private final Side side;
        private Watch.@Nullable Call seen;
        private long since;

        Look(Side side) {
            this.side = side;
        }

        boolean isOverdue(Watch watch, long patience) {
            Watch.Call now = watch.call(side);
            if (now != seen) {
                seen = now;
                since = System.nanoTime();
            }
            return now != null && System.nanoTime() - since >= patience;
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            boolean unused = ended.await(PARTING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
