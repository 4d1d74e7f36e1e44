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

    /**
     * A truce is in force at the start.
     *
     * @param lastRound its last round
     * @param communique whether it was published as a joint communique
     */
    record TruceHolds(int lastRound, boolean communique) implements NewsItem {}

    /** The leaders met. */
    record Summit() implements NewsItem {}

    /**
     * A political date opens the next round: each side has exchanged some of its red lines, and nobody is told which.
     *
     * @param round the round that it opens
     */
    record PoliticalDate(int round) implements NewsItem {}

    /** Something came from outside: chance, or a shock card that tells no level. */
    record Happened(RoundEvent event) implements NewsItem {}

    /** A leak told at which level a covert instrument stood. */
    record Leaked(Instrument instrument, int level) implements NewsItem {}

    /**
     * What was signed entered into force.
     *
     * @param agreement its number, 0 for a renewal
     * @param clauses how many clauses it has; 0 for a renewal
     * @param lastRound the last round that it binds
     * @param communique whether it was published as a joint communique
     */
    record Signed(int agreement, int clauses, int lastRound, boolean communique) implements NewsItem {}

    /**
     * What was signed lapsed.
     *
     * @param condition which condition of ratification was not met
     * @param side whose deeds sank it, or null
     */
    record Lapsed(Ratification.Outcome condition, @Nullable Side side) implements NewsItem {}

    /** An agreement ended, or was taken back to the levels of the truce, before its time. */
    record AgreementEnded(TreatyChange how) implements NewsItem {}

    /** Clauses had run out. */
    record Expired(int clauses) implements NewsItem {}

    /**
     * An agreement on top of the truce ran out, and the truce goes on.
     *
     * @param truceUntil its last round
     */
    record Returned(int truceUntil) implements NewsItem {}

    /**
     * Public levels of a side fell back by themselves because their clauses had ended.
     *
     * @param changes each with the level before and after
     */
    record SnapBack(Side side, List<LevelChange> changes) implements NewsItem {
        public SnapBack {
            changes = List.copyOf(changes);
        }
    }

    /** Covert promises of a side ended; what it does about them, nobody sees. */
    record PromisesEnded(Side side, List<Instrument> instruments) implements NewsItem {
        public PromisesEnded {
            instruments = List.copyOf(instruments);
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
    }

    /** A side was reported to fall short of a covert clause; whether it really did, the news does not know. */
    record Caught(Side side, Instrument clause) implements NewsItem {}

    /** A side stands accused of falling short of a covert clause. */
    record Accused(Side side, Instrument clause) implements NewsItem {}

    /** Inspectors found nothing against a side on a covert clause. */
    record Cleared(Side side, Instrument clause) implements NewsItem {}

    /** A side gave notice to leave the treaty. */
    record Leaves(Side side) implements NewsItem {}

    /** A side moved a public instrument by order. */
    record Moved(LevelChange change) implements NewsItem {
        /** Returns whether it presses harder than before. */
        public boolean harder() {
            return change.to() > change.from();
        }
    }

    /** The rules or a court corrected a public level after the orders. */
    record Corrected(LevelChange change) implements NewsItem {}

    /**
     * A change of the law took effect.
     *
     * @param title what happened
     * @param change what moved by itself, or null if nothing did
     */
    record ByLaw(Titles title, @Nullable LevelChange change) implements NewsItem {}

    /** The displayed US tariff changed. */
    record Headline(int fromBasisPoints, int toBasisPoints) implements NewsItem {}

    /**
     * The displayed US tariff crossed the line of normal trade.
     *
     * @param below whether it is below now
     */
    record NormalTrade(boolean below) implements NewsItem {}

    /**
     * Customs published what China bought of US soya, with some error.
     *
     * @param aboutRound the round that it is about
     * @param tonnesThousands the reading
     */
    record CustomsSoya(int aboutRound, int tonnesThousands) implements NewsItem {}

    /**
     * Soya futures.
     *
     * @param cents cents a bushel
     * @param change since the round before
     * @param reaction how markets took what happened to agreements
     */
    record SoyaFutures(int cents, int change, Reaction reaction) implements NewsItem {}

    /**
     * Stocks moved by more than usual.
     *
     * @param usPerMille change of the US index, thousandths
     * @param cnPerMille change of the Chinese index
     */
    record Stocks(int usPerMille, int cnPerMille) implements NewsItem {}
}
