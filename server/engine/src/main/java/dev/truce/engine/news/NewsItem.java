package dev.truce.engine.news;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.indicator.Reaction;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.Titles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of news. It follows from public facts, so everybody reads the same. */
public sealed interface NewsItem {
    /** Returns what a handler of every kind makes of this one. */
    <R> R in(Cases<R> cases);

    /**
     * Handles every kind of news; a new kind does not compile before every implementation has a method for it.
     *
     * @param <R> what comes of it
     */
    interface Cases<R> {
        R truceHolds(TruceHolds item);

        R summit(Summit item);

        R politicalDate(PoliticalDate item);

        R happened(Happened item);

        R leaked(Leaked item);

        R signed(Signed item);

        R lapsed(Lapsed item);

        R agreementEnded(AgreementEnded item);

        R expired(Expired item);

        R returned(Returned item);

        R snapBack(SnapBack item);

        R promisesEnded(PromisesEnded item);

        R breach(Breach item);

        R caught(Caught item);

        R accused(Accused item);

        R cleared(Cleared item);

        R leaves(Leaves item);

        R moved(Moved item);

        R corrected(Corrected item);

        R byLaw(ByLaw item);

        R headline(Headline item);

        R normalTrade(NormalTrade item);

        R customsSoya(CustomsSoya item);

        R soyaFutures(SoyaFutures item);

        R stocks(Stocks item);
    }

    /**
     * A truce is in force at the start.
     *
     * @param lastRound its last round
     * @param communique whether it was published as a joint communique
     */
    record TruceHolds(int lastRound, boolean communique) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.truceHolds(this);
        }
    }

    /** The leaders met. */
    record Summit() implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.summit(this);
        }
    }

    /**
     * A political date opens the next round: each side has exchanged some of its red lines, and nobody is told which.
     *
     * @param round the round that it opens
     */
    record PoliticalDate(int round) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.politicalDate(this);
        }
    }

    /** Something came from outside: chance, or a shock card that tells no level. */
    record Happened(RoundEvent event) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.happened(this);
        }
    }

    /** A leak told at which level a covert instrument stood. */
    record Leaked(Instrument instrument, int level) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.leaked(this);
        }
    }

    /**
     * What was signed entered into force.
     *
     * @param agreement its number, 0 for a renewal
     * @param clauses how many clauses it has; 0 for a renewal
     * @param lastRound the last round that it binds
     * @param communique whether it was published as a joint communique
     */
    record Signed(int agreement, int clauses, int lastRound, boolean communique) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.signed(this);
        }
    }

    /**
     * What was signed lapsed.
     *
     * @param condition which condition of ratification was not met
     * @param side whose deeds sank it, or null
     */
    record Lapsed(Ratification.Outcome condition, @Nullable Side side) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.lapsed(this);
        }
    }

    /** An agreement ended, or was taken back to the levels of the truce, before its time. */
    record AgreementEnded(TreatyChange how) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.agreementEnded(this);
        }
    }

    /** Clauses had run out. */
    record Expired(int clauses) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.expired(this);
        }
    }

    /**
     * An agreement on top of the truce ran out, and the truce goes on.
     *
     * @param truceUntil its last round
     */
    record Returned(int truceUntil) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.returned(this);
        }
    }

    /**
     * Public levels of a side fell back by themselves because their clauses had ended.
     *
     * @param changes each with the level before and after
     */
    record SnapBack(Side side, List<LevelChange> changes) implements NewsItem {
        public SnapBack {
            changes = List.copyOf(changes);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.snapBack(this);
        }
    }

    /** Covert promises of a side ended; what it does about them, nobody sees. */
    record PromisesEnded(Side side, List<Instrument> instruments) implements NewsItem {
        public PromisesEnded {
            instruments = List.copyOf(instruments);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.promisesEnded(this);
        }
    }

    /**
     * A side did not keep public clauses.
     *
     * @param instruments those of the clauses
     * @param justified whether it had the right to suspend them
     * @param material whether that ended the treaty
     */
    record Breach(Side side, List<Instrument> instruments, boolean justified, boolean material) implements NewsItem {
        public Breach {
            instruments = List.copyOf(instruments);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.breach(this);
        }
    }

    /** A side was reported to fall short of a covert clause; whether it really did, the news does not know. */
    record Caught(Side side, Instrument clause) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.caught(this);
        }
    }

    /** A side stands accused of falling short of a covert clause. */
    record Accused(Side side, Instrument clause) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.accused(this);
        }
    }

    /** Inspectors found nothing against a side on a covert clause. */
    record Cleared(Side side, Instrument clause) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.cleared(this);
        }
    }

    /** A side gave notice to leave the treaty. */
    record Leaves(Side side) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.leaves(this);
        }
    }

    /** A side moved a public instrument by order. */
    record Moved(LevelChange change) implements NewsItem {
        /** Returns whether it presses harder than before. */
        public boolean harder() {
            return change.to() > change.from();
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.moved(this);
        }
    }

    /** The rules or a court corrected a public level after the orders. */
    record Corrected(LevelChange change) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.corrected(this);
        }
    }

    /**
     * A change of the law took effect.
     *
     * @param title what happened
     * @param change what moved by itself, or null if nothing did
     */
    record ByLaw(Titles title, @Nullable LevelChange change) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.byLaw(this);
        }
    }

    /** The displayed US tariff changed. */
    record Headline(int fromBasisPoints, int toBasisPoints) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.headline(this);
        }
    }

    /**
     * The displayed US tariff crossed the line of normal trade.
     *
     * @param below whether it is below now
     */
    record NormalTrade(boolean below) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.normalTrade(this);
        }
    }

    /**
     * Customs published what China bought of US soya, with some error.
     *
     * @param aboutRound the round that it is about
     * @param tonnesThousands the reading
     */
    record CustomsSoya(int aboutRound, int tonnesThousands) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.customsSoya(this);
        }
    }

    /**
     * Soya futures.
     *
     * @param cents cents a bushel
     * @param change since the round before
     * @param reaction how markets took what happened to agreements
     */
    record SoyaFutures(int cents, int change, Reaction reaction) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.soyaFutures(this);
        }
    }

    /**
     * Stocks moved by more than usual.
     *
     * @param usPerMille change of the US index, thousandths
     * @param cnPerMille change of the Chinese index
     */
    record Stocks(int usPerMille, int cnPerMille) implements NewsItem {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.stocks(this);
        }
    }
}
