package dev.truce.engine.talk;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.talk.Judge.LedgerVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Compares public statements with the rounds from that in which they were made on: a judge a kind.
 *
 * @param side who spoke
 * @param due the last round that counts
 */
record StatementJudges(Side side, int due) implements Statement.Cases<Judge> {

    @Override
    public Judge reassure(Statement.Reassure statement) {
        return new Reassurance(side, due);
    }

    @Override
    public Judge warn(Statement.Warn statement) {
        return this::warning;
    }

    @Override
    public Judge guard(Statement.Guard statement) {
        return facts -> guard(statement.instrument(), facts);
    }

    @Override
    public Judge threaten(Statement.Threaten statement) {
        return new Threat(side, due, statement);
    }

    private @Nullable LedgerVerdict warning(Facts facts) {
        Instrument hardened = facts.hardened(side);
        if (hardened != null) {
            return LedgerVerdict.of(WordVerdict.DONE, Evidence.Kind.HARDENED, side, hardened);
        }
        if (facts.of(side).notice()) {
            return LedgerVerdict.of(WordVerdict.DONE, Evidence.Kind.NOTICE, side, null);
        }
        Instrument softened = facts.softened(side.other());
        if (softened != null) {
            return LedgerVerdict.of(WordVerdict.OVERTAKEN, Evidence.Kind.SOFTENED, side.other(), softened);
        }
        if (facts.view().ratification().outcome() == Ratification.Outcome.ENTERED) {
            return LedgerVerdict.of(WordVerdict.OVERTAKEN, Evidence.Kind.AGREED, null, null);
        }
        return facts.round() < due
                ? null
                : LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.NOTHING_DONE, side, null);
    }

    private @Nullable LedgerVerdict guard(Instrument instrument, Facts facts) {
        if (facts.gaveWay(instrument)) {
            return LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.GAVE_WAY, side, instrument);
        }
        if (facts.round() < due) {
            return null;
        }
        return instrument.isCovert()
                ? LedgerVerdict.of(WordVerdict.UNSEEN, Evidence.Kind.COVERT, side, instrument)
                : LedgerVerdict.of(WordVerdict.DONE, Evidence.Kind.HELD_OUT, side, instrument);
    }

    /** Whether a side keeps what it signed. */
    private static final class Reassurance implements Judge {
        private final Side side;
        private final int due;
        private boolean bound;

        Reassurance(Side side, int due) {
            this.side = side;
            this.due = due;
        }

        @Override
        public @Nullable LedgerVerdict judge(Facts facts) {
            Instrument broke = facts.broke(side);
            if (broke != null) {
                return LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.BROKE, side, broke);
            }
            if (facts.of(side).notice()) {
                return LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.NOTICE, side, null);
            }
            if (facts.sank(side)) {
                return LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.SANK, side, null);
            }
            Instrument suspended = facts.suspended(side);
            if (suspended != null) {
                return LedgerVerdict.of(WordVerdict.OVERTAKEN, Evidence.Kind.SUSPENDED, side, suspended);
            }
            bound |= facts.isBound(side);
            if (facts.round() < due) {
                return null;
            }
            return bound
                    ? LedgerVerdict.of(WordVerdict.DONE, Evidence.Kind.KEPT, side, null)
                    : LedgerVerdict.of(WordVerdict.OVERTAKEN, Evidence.Kind.NOTHING_TO_KEEP, null, null);
        }

        @Override
        public LedgerVerdict atTheEnd() {
            return bound ? LedgerVerdict.of(WordVerdict.DONE, Evidence.Kind.KEPT, side, null) : Judge.super.atTheEnd();
        }
    }

    /** Whether an instrument reaches a level. */
    private static final class Threat implements Judge {
        private final Side side;
        private final int due;
        private final Statement.Threaten threat;
        private int baseline = -1;

        Threat(Side side, int due, Statement.Threaten threat) {
            this.side = side;
            this.due = due;
            this.threat = threat;
        }

        @Override
        public @Nullable LedgerVerdict judge(Facts facts) {
            Instrument instrument = threat.instrument();
            if (instrument.isCovert()) {
                return LedgerVerdict.of(WordVerdict.UNSEEN, Evidence.Kind.COVERT, side, instrument);
            }
            if (baseline < 0) {
                baseline = facts.before(instrument);
            }
            Pledge unless = threat.unless();
            Order order = facts.order(instrument);
            boolean ordered = order != null && reaches(order.level());
            if (ordered || reaches(facts.level(instrument))) {
                if (unless != null && wasKept(unless, facts)) {
                    return LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.THOUGH_KEPT, side, instrument);
                }
                return LedgerVerdict.of(
                        WordVerdict.DONE, ordered ? Evidence.Kind.ORDERED : Evidence.Kind.BY_ITSELF, side, instrument);
            }
            if (facts.round() < due) {
                return null;
            }
            if (unless == null) {
                return LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.NOTHING_DONE, side, null);
            }
            if (unless.instrument().isCovert()) {
                return LedgerVerdict.of(WordVerdict.UNSEEN, Evidence.Kind.COVERT, side.other(), unless.instrument());
            }
            return isKept(unless, facts.level(unless.instrument()))
                    ? LedgerVerdict.of(
                            WordVerdict.OVERTAKEN, Evidence.Kind.CONDITION_KEPT, side.other(), unless.instrument())
                    : LedgerVerdict.of(WordVerdict.NOT_DONE, Evidence.Kind.NOTHING_DONE, side, null);
        }

        /** Beyond the level is as good as the level, seen from where the instrument stood when it was said. */
        private boolean reaches(int level) {
            return threat.level() < baseline ? level <= threat.level() : level >= threat.level();
        }

        /** Who acts sees what the other side did before, and both act at once in the round itself. */
        private static boolean wasKept(Pledge unless, Facts facts) {
            Instrument instrument = unless.instrument();
            return !instrument.isCovert()
                    && isKept(unless, facts.before(instrument))
                    && isKept(unless, facts.level(instrument));
        }

        private static boolean isKept(Pledge pledge, int level) {
            return level <= pledge.bound();
        }
    }
}
