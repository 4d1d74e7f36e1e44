package dev.truce.tournament.run;

import dev.truce.bot.Bot;
import dev.truce.engine.board.Side;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which bots are being asked in a pair, so that another thread sees who does not return. Over the wire both think at the same time,
 * each on a thread of its own; so each side has its place.
 */
final class Watch {
    private final Executor threads;
    private final List<Bot> seated = new CopyOnWriteArrayList<>();
    private final AtomicReferenceArray<@Nullable Call> calls = new AtomicReferenceArray<>(Side.values().length);
    private volatile @Nullable Absences absences;
    private volatile boolean isAbandoned;

    /**
     * A call that is under way; each is an object of its own.
     *
     * @param bot index of the bot
     * @param side the side that it plays
     * @param round the round for which it is asked, from 1; one behind the last when it is let go
     */
    record Call(int bot, Side side, int round) {}

    /**
     * Makes one.
     *
     * @param threads run what may never return
     */
    Watch(Executor threads) {
        this.threads = threads;
    }

    /** A pair begins. */
    void begin(Absences of) {
        seated.clear();
        absences = of;
    }

    /** Returns the first round in which a bot is not asked on a side. */
    int absentFrom(int bot, Side side) {
        Absences known = absences;
        return known == null ? Absences.NEVER : known.from(bot, side);
    }

    /** A bot takes its seat. */
    void seat(Bot bot) {
        seated.add(bot);
        if (isAbandoned) {
            letGo(bot);
        }
    }

    /**
     * A bot is asked.
     *
     * @throws IllegalStateException if nobody waits for this match any more
     */
    void enter(int bot, Side side, int round) {
        if (isAbandoned) {
            throw new IllegalStateException("the match was given up");
        }
        calls.set(side.ordinal(), new Call(bot, side, round));
    }

    /** It has returned; that it interrupted its own thread is no reason to hurry for those who play on. */
    void exit(Side side) {
        calls.set(side.ordinal(), null);
        if (!isAbandoned) {
            boolean unused = Thread.interrupted();
        }
    }

    /** Returns the call of the bot on a side that is under way, or null. */
    @Nullable
    Call call(Side side) {
        return calls.get(side.ordinal());
    }

    /** Nobody waits for this match any more: no bot is asked in it again, and those that are in it are let go. */
    void abandon() {
        isAbandoned = true;
        seated.forEach(this::letGo);
    }

    /** Lets a bot go without waiting for it. */
    void letGo(Bot bot) {
        threads.execute(bot::leave);
    }
}
