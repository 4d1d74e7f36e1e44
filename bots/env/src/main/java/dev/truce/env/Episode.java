package dev.truce.env;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.engine.Limits;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Resolver;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A place in which one match after the other is played by actions of numbers. A side with a bot ignores the actions for it. Not
 * thread-safe.
 */
public final class Episode {
    private static final int HASH_BYTES = 32;
    /** Settings, seed, rounds so far, hash of the state. */
    private static final int HEAD_BYTES = HASH_BYTES + Long.BYTES + Integer.BYTES + HASH_BYTES;

    private final Lab lab;
    private final Resolver resolver;
    private final int stepBytes;
    private final byte[] noMask;
    private final boolean isRecorded;
    private long seed;
    private byte[] history = {};
    private @Nullable BySide<SideMover> movers;
    private @Nullable LabMatch match;

    /**
     * Makes a place for matches.
     *
     * @param isRecorded whether each keeps what its record is made of
     */
    Episode(Lab lab, Resolver resolver, boolean isRecorded) {
        this.lab = lab;
        this.resolver = resolver;
        this.isRecorded = isRecorded;
        this.stepBytes = 2 * lab.actSize();
        this.noMask = new byte[lab.maskSize()];
    }

    /** Begins a match; the one before is left. */
    public void reset(long matchSeed) {
        leave();
        seed = matchSeed;
        history = new byte[0];
        BySide<SideMover> deciding = BySide.each(side -> mover(side, matchSeed));
        movers = deciding;
        LabMatch begun = new LabMatch(lab, resolver, lab.setup(matchSeed), deciding, isRecorded);
        match = begun;
        look(begun);
    }

    private SideMover mover(Side side, long matchSeed) {
        BotFactory factory = lab.bot(side, matchSeed);
        return factory == null
                ? new ActMover(side, lab.space(side))
                : new BotMover(
                        factory,
                        BotSeat.seeded(
                                side,
                                lab.rules().scenario(),
                                BotSeat.seedOf(matchSeed, BotSeat.HEAD),
                                Limits.STEPS_A_ROUND));
    }

    /** Returns who does the actions of a side, or null if a bot plays it or no match has begun. */
    private @Nullable ActMover acting(Side side) {
        return movers == null ? null : movers.of(side).acting();
    }

    private void look(LabMatch at) {
        for (Side side : Side.values()) {
            ActMover mover = acting(side);
            if (mover != null) {
                mover.look(at);
            }
        }
    }

    /**
     * Returns the match.
     *
     * @throws LabException if none has begun
     */
    public LabMatch match() {
        LabMatch now = match;
        if (now == null) {
            throw new LabException(LabException.NotDone.NOT_BEGUN);
        }
        return now;
    }

    /** Returns whether a match is under way. */
    public boolean isOpen() {
        return match != null && !match.over();
    }

    /**
     * Plays the open round.
     *
     * @param acts the action of the US, then that of China, each as long as the longer one
     * @param at where they begin
     * @throws LabException if none has begun
     * @throws IllegalStateException if it is over
     */
    public void step(byte[] acts, int at) {
        LabMatch playing = match();
        history = Arrays.copyOf(history, history.length + stepBytes);
        for (Side side : Side.values()) {
            ActMover mover = acting(side);
            if (mover != null) {
                int offset = side.ordinal() * lab.actSize();
                mover.decide(acts, at + offset);
                mover.copyTo(history, history.length - stepBytes + offset);
            }
        }
        playing.play();
        look(playing);
    }

    /** Returns the mask of a side, none of whose choices is legal if a bot plays it. Not to be changed. */
    public byte[] mask(Side side) {
        ActMover mover = acting(side);
        return mover == null ? noMask : mover.mask();
    }

    /** Returns how many parts of a side's last action were not legal, and so were not done. */
    public int illegal(Side side) {
        ActMover mover = acting(side);
        return mover == null ? 0 : mover.illegal();
    }

    /** Returns how many deeds of a side's last action came to nothing, since the other side withdrew its offer in the same round. */
    public int crossed(Side side) {
        ActMover mover = acting(side);
        return mover == null ? 0 : mover.crossed();
    }

    /** Writes what a side sees, a number a column. */
    public void observe(Side side, ByteBuffer to) {
        lab.columns().write(Sight.of(match(), side, lab.space(side)), to);
    }

    /** Returns the match so far as bytes: settings, seed, actions, and the hash of its state. */
    public byte[] save() {
        return ByteBuffer.allocate(HEAD_BYTES + history.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(lab.settings())
                .putLong(seed)
                .putInt(match().round())
                .put(match().hash())
                .put(history)
                .array();
    }

    /**
     * Goes on with a match that was saved.
     *
     * @throws LabException if the bytes are none of this scenario, these rounds and these bots; then no match is under way
     */
    public void load(byte[] saved) {
        ByteBuffer from = ByteBuffer.wrap(saved).order(ByteOrder.LITTLE_ENDIAN);
        byte[] hash = new byte[HASH_BYTES];
        if (saved.length < HEAD_BYTES
                || !ByteBuffer.wrap(saved, 0, HASH_BYTES).equals(ByteBuffer.wrap(lab.settings()))) {
            throw new LabException(LabException.NotDone.SAVED_SETTINGS);
        }
        from.position(HASH_BYTES);
        long savedSeed = from.getLong();
        int rounds = from.getInt();
        from.get(hash);
        if (rounds < 0 || rounds > Limits.MAX_ROUNDS || from.remaining() != rounds * stepBytes) {
            throw new LabException(LabException.NotDone.SAVED_LENGTH);
        }
        reset(savedSeed);
        for (int i = 0; i < rounds && isOpen(); i++) {
            step(saved, HEAD_BYTES + i * stepBytes);
        }
        if (match().round() != rounds || !Arrays.equals(match().hash(), hash)) {
            leave();
            throw new LabException(LabException.NotDone.SAVED_STATE);
        }
    }

    /** Leaves the match; no other is under way until it is reset. */
    public void leave() {
        if (movers != null) {
            movers.us().leave();
            movers.cn().leave();
        }
        movers = null;
        match = null;
    }
}
