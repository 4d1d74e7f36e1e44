package dev.truce.engine.talk;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Instrument;
import org.jspecify.annotations.Nullable;

/** A public statement of a fixed form, whose word can be compared with the deed. It binds nobody. */
public sealed interface Statement {
    /** A statement without a round of its own is about the round in which it is made and this many more. */
    int MORE_ROUNDS = 1;

    /** Returns what a handler of every kind makes of this one. */
    <R> R in(Cases<R> cases);

    /** The instrument of the side that speaks which it is about, or null. */
    @Nullable
    Instrument instrument();

    /**
     * Returns the round in which it is decided at the latest.
     *
     * @param round the round in which it is made
     */
    default int due(int round) {
        return round + MORE_ROUNDS;
    }

    /**
     * Handles every kind of statement; a new kind does not compile before every implementation has a method for it.
     *
     * @param <R> what comes of it
     */
    interface Cases<R> {
        /** We mean to keep what we signed. */
        R reassure(Reassure statement);

        /** We are not content. */
        R warn(Warn statement);

        /** We cannot give way. */
        R guard(Guard statement);

        /** We shall take an instrument to a level. */
        R threaten(Threaten statement);
    }

    /** We mean to keep what we signed. */
    record Reassure() implements Statement {
        @Override
        public @Nullable Instrument instrument() {
            return null;
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.reassure(this);
        }
    }

    /** We are not content. */
    record Warn() implements Statement {
        @Override
        public @Nullable Instrument instrument() {
            return null;
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.warn(this);
        }
    }

    /**
     * We cannot give way on an instrument for now.
     *
     * @param instrument an instrument of the side that speaks
     */
    record Guard(Instrument instrument) implements Statement {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.guard(this);
        }
    }

    /**
     * We shall take an instrument to a level, or beyond.
     *
     * @param instrument an instrument of the side that speaks
     * @param level ladder index that it would reach
     * @param byRound last round in which that is to happen
     * @param unless a clause that the other side may keep instead, or null for no condition
     */
    record Threaten(
            Instrument instrument,
            int level,
            int byRound,
            @Nullable Pledge unless) implements Statement {
        @Override
        public int due(int round) {
            return byRound;
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.threaten(this);
        }
    }
}
