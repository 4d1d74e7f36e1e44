package dev.truce.engine.agreement;

import dev.truce.engine.board.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The treaty in force: at most one clause for each instrument, and whether it is a communique. Immutable.
 *
 * <p>A clause stays in the map until the expiry phase after its last round has dealt with it.
 */
public final class Treaty {
    /** No clause at all. */
    public static final Treaty NONE = new Treaty(new Clause[Instrument.COUNT], false, 0);

    /** Levels of chip control that a technology chapter is about. */
    private static final int OPEN = 0;

    private static final int LICENSED = 1;

    private final @Nullable Clause[] clauses;
    private final boolean communique;
    private final int agreements;

    private Treaty(@Nullable Clause[] clauses, boolean communique, int agreements) {
        this.clauses = clauses;
        this.communique = communique;
        this.agreements = agreements;
    }

    /**
     * Returns a treaty of the given clauses.
     *
     * @param clauses at most one an instrument
     * @param communique whether it is public
     * @param agreements how many agreements have been numbered so far
     * @throws IllegalArgumentException if an instrument has two clauses
     */
    public static Treaty of(Collection<Clause> clauses, boolean communique, int agreements) {
        @Nullable Clause[] slots = new Clause[Instrument.COUNT];
        for (Clause clause : clauses) {
            int slot = clause.instrument().ordinal();
            if (slots[slot] != null) {
                throw new IllegalArgumentException(
                        "two clauses on " + clause.instrument().id());
            }
            slots[slot] = clause;
        }
        return new Treaty(slots, communique, agreements);
    }

    /** Returns the clause on an instrument, or null; it may not bind yet, or no longer. */
    public @Nullable Clause on(Instrument instrument) {
        return clauses[instrument.ordinal()];
    }

    /** Returns the clause on an instrument if it binds in the round, else null. */
    public @Nullable Clause binding(Instrument instrument, int round) {
        Clause clause = clauses[instrument.ordinal()];
        return clause != null && clause.binds(round) ? clause : null;
    }

    /** Returns whether any clause binds in the round. */
    public boolean bindsAny(int round) {
        for (Clause clause : clauses) {
            if (clause != null && clause.binds(round)) {
                return true;
            }
        }
        return false;
    }

    /** Returns all clauses in instrument order. */
    public List<Clause> clauses() {
        List<Clause> all = new ArrayList<>();
        for (Clause clause : clauses) {
            if (clause != null) {
                all.add(clause);
            }
        }
        return all;
    }

    public boolean isCommunique() {
        return communique;
    }

    /** Agreements that have been numbered so far. */
    public int agreements() {
        return agreements;
    }

    /** Returns the treaty with all clauses that still bind after {@code round} ending with it. */
    public Treaty endedWith(int round) {
        @Nullable Clause[] next = clauses.clone();
        for (int i = 0; i < next.length; i++) {
            Clause clause = next[i];
            if (clause != null && clause.last() > round) {
                next[i] = clause.until(round);
            }
        }
        return new Treaty(next, communique, agreements);
    }

    /**
     * Returns the treaty in which, after {@code round}, no bound is better than in {@code base}. Clauses on instruments that
     * {@code base} does not name are struck out: nobody let them end, so their instruments stay where they are and do not
     * fall back. Clauses that end with {@code round} anyway stay as they are.
     */
    public Treaty heldTo(Treaty base, int round) {
        @Nullable Clause[] next = clauses.clone();
        boolean any = false;
        for (int i = 0; i < next.length; i++) {
            Clause clause = next[i];
            if (clause != null && clause.last() > round) {
                Clause model = base.clauses[i];
                if (model == null) {
                    next[i] = null;
                } else if (!model.isBrokenBy(clause.bound())) {
                    next[i] = clause.bounded(model.bound());
                }
            }
            any |= next[i] != null;
        }
        return new Treaty(next, communique && any, agreements);
    }

    /**
     * Returns the treaty after terms have entered into force at the end of a round (agreements A4). A package replaces the
     * clauses of the instruments that it names and leaves the others; a renewal lengthens every clause that can still bind.
     *
     * @param terms what was signed
     * @param round the round of signing; nothing new binds in it
     * @param chapter whether a technology chapter may be signed in it; otherwise chip control 'open' becomes 'licensed'
     */
    public Treaty entering(Terms terms, int round, boolean chapter) {
        @Nullable Clause[] next = clauses.clone();
        if (terms instanceof Terms.Renewal renewal) {
            for (int i = 0; i < next.length; i++) {
                Clause clause = next[i];
                if (clause != null && clause.last() >= round) {
                    next[i] = clause.until(renewed(clause.last(), round, renewal.rounds()));
                }
            }
            return new Treaty(next, communique || renewal.communique(), agreements);
        }
        Terms.Package agreed = (Terms.Package) terms;
        int number = agreements + 1;
        for (Pledge pledge : agreed.pledges()) {
            next[pledge.instrument().ordinal()] = new Clause(
                    pledge.instrument(), entering(pledge, chapter), round + 1, round + agreed.rounds(), number);
        }
        return new Treaty(next, communique || agreed.communique(), number);
    }

    /** Returns the bound with which a pledge enters: without a technology chapter that of open chips is licensed. */
    public static int entering(Pledge pledge, boolean chapter) {
        boolean barred = !chapter && pledge.instrument() == Instrument.US_CHIP_CONTROL && pledge.bound() == OPEN;
        return barred ? LICENSED : pledge.bound();
    }

    /** Returns for how many rounds after a round any clause that binds in it still binds. */
    public int roundsLeft(int round) {
        int left = 0;
        for (Clause clause : clauses) {
            if (clause != null && clause.binds(round)) {
                left = Math.max(left, clause.last() - round);
            }
        }
        return left;
    }

    /** Returns the last round in which a clause binds, 0 if there is none. */
    public int last() {
        int last = 0;
        for (Clause clause : clauses) {
            last = clause == null ? last : Math.max(last, clause.last());
        }
        return last;
    }

    /** Returns whether a technology chapter binds in the round. */
    public boolean hasChapter(int round) {
        Clause cap = binding(Instrument.US_CHIP_CONTROL, round);
        return cap != null && cap.bound() == OPEN;
    }

    private static int renewed(int last, int round, int rounds) {
        return last == Clause.FOREVER ? last : Math.min(round + Terms.MAX_ROUNDS, Math.max(last, round) + rounds);
    }

    /** Returns the treaty without the clauses whose last round is before {@code round}; the communique ends with the last of them. */
    public Treaty withoutEnded(int round) {
        @Nullable Clause[] next = null;
        boolean any = false;
        for (int i = 0; i < clauses.length; i++) {
            Clause clause = clauses[i];
            if (clause != null && clause.last() < round) {
                next = next == null ? clauses.clone() : next;
                next[i] = null;
            } else if (clause != null) {
                any = true;
            }
        }
        return next == null ? this : new Treaty(next, communique && any, agreements);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Treaty other
                && communique == other.communique
                && agreements == other.agreements
                && Arrays.equals(clauses, other.clauses);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(clauses) * 31 + agreements;
    }

    @Override
    public String toString() {
        return clauses() + (communique ? " communique" : "");
    }
}
