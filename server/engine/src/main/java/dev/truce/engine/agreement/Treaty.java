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
 *
 * <p>By some rules a treaty has two layers: the truce, and on top of it an agreement. Then the clause on an instrument is that of the
 * agreement if it has one, else that of the truce, and clauses of an agreement that has ended stand apart until the expiry phase.
 */
public final class Treaty {
    /** No clause at all. */
    public static final Treaty NONE = new Treaty(new Clause[Instrument.COUNT], null, List.of(), false, 0);

    /** Levels of chip control that a technology chapter is about. */
    private static final int OPEN = 0;

    private static final int LICENSED = 1;

    /** The only layer, or the agreement on top of the truce. */
    private final @Nullable Clause[] clauses;
    /** The truce, or null if the treaty has one layer. */
    private final @Nullable Clause @Nullable [] truce;

    private final List<Clause> returning;
    private final boolean communique;
    private final int agreements;

    private Treaty(
            @Nullable Clause[] clauses,
            @Nullable Clause @Nullable [] truce,
            List<Clause> returning,
            boolean communique,
            int agreements) {
        this.clauses = clauses;
        this.truce = truce;
        this.returning = List.copyOf(returning);
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
        return new Treaty(slots(clauses), null, List.of(), communique, agreements);
    }

    /**
     * Returns a treaty of two layers.
     *
     * @param agreement clauses on top, at most one an instrument
     * @param truce clauses of the truce, at most one an instrument
     * @param returning clauses of an agreement that has ended, whose instruments are to return
     * @param communique whether the agreement is public
     * @param agreements how many agreements have been numbered so far
     * @throws IllegalArgumentException if an instrument has two clauses in a layer
     */
    public static Treaty layered(
            Collection<Clause> agreement,
            Collection<Clause> truce,
            List<Clause> returning,
            boolean communique,
            int agreements) {
        return new Treaty(slots(agreement), slots(truce), returning, communique, agreements);
    }

    private static @Nullable Clause[] slots(Collection<Clause> clauses) {
        @Nullable Clause[] slots = new Clause[Instrument.COUNT];
        for (Clause clause : clauses) {
            int slot = clause.instrument().ordinal();
            if (slots[slot] != null) {
                throw new IllegalArgumentException(
                        "two clauses on " + clause.instrument().id());
            }
            slots[slot] = clause;
        }
        return slots;
    }

    /** Returns whether an agreement lies on top of the truce, or could. */
    public boolean isLayered() {
        return truce != null;
    }

    /** Returns the clauses of the truce in instrument order; none if the treaty has one layer. */
    public List<Clause> truce() {
        return list(truce == null ? NONE.clauses : truce);
    }

    /** Returns the clauses of the agreement on top of the truce in instrument order; none if the treaty has one layer. */
    public List<Clause> agreement() {
        return list(truce == null ? NONE.clauses : clauses);
    }

    /** Clauses of an agreement that has ended, whose instruments return in the next expiry phase. */
    public List<Clause> returning() {
        return returning;
    }

    /** Returns the clause of an agreement that has ended, whose instrument returns in the next expiry phase, or null. */
    public @Nullable Clause returning(Instrument instrument) {
        for (Clause clause : returning) {
            if (clause.instrument() == instrument) {
                return clause;
            }
        }
        return null;
    }

    /** Returns the last round of the truce, 0 if there is none or the treaty has one layer. */
    public int truceUntil() {
        return last(truce == null ? NONE.clauses : truce);
    }

    /** Returns the last round of the agreement on top of the truce, 0 if there is none. */
    public int agreementUntil() {
        return truce == null ? 0 : last(clauses);
    }

    /** Returns the clause on an instrument, or null; it may not bind yet, or no longer. */
    public @Nullable Clause on(Instrument instrument) {
        Clause clause = clauses[instrument.ordinal()];
        return clause == null && truce != null ? truce[instrument.ordinal()] : clause;
    }

    /** Returns the clause on an instrument if it binds in the round, else null. */
    public @Nullable Clause binding(Instrument instrument, int round) {
        Clause clause = clauses[instrument.ordinal()];
        if (clause != null && clause.binds(round)) {
            return clause;
        }
        Clause below = truce == null ? null : truce[instrument.ordinal()];
        return below != null && below.binds(round) ? below : null;
    }

    /** Returns the clause of the agreement on top of the truce on an instrument if it binds in the round, else null. */
    public @Nullable Clause agreed(Instrument instrument, int round) {
        Clause clause = truce == null ? null : clauses[instrument.ordinal()];
        return clause != null && clause.binds(round) ? clause : null;
    }

    /** Returns whether any clause binds in the round. */
    public boolean bindsAny(int round) {
        return bindsAny(clauses, round) || (truce != null && bindsAny(truce, round));
    }

    /** Returns whether the truce binds in the round; of a treaty of one layer, whether any clause does. */
    public boolean bindsTruce(int round) {
        return bindsAny(truce == null ? clauses : truce, round);
    }

    private static boolean bindsAny(@Nullable Clause[] layer, int round) {
        for (Clause clause : layer) {
            if (clause != null && clause.binds(round)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the clause on each instrument that has one, in instrument order. */
    public List<Clause> clauses() {
        if (truce == null) {
            return list(clauses);
        }
        List<Clause> all = new ArrayList<>();
        for (Instrument instrument : Instrument.all()) {
            Clause clause = on(instrument);
            if (clause != null) {
                all.add(clause);
            }
        }
        return all;
    }

    private static List<Clause> list(@Nullable Clause[] layer) {
        List<Clause> all = new ArrayList<>();
        for (Clause clause : layer) {
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
        if (truce != null) {
            return new Treaty(NONE.clauses, ended(truce, round), ended(round), false, agreements);
        }
        return new Treaty(ended(clauses, round), null, List.of(), communique, agreements);
    }

    private static @Nullable Clause[] ended(@Nullable Clause[] layer, int round) {
        @Nullable Clause[] next = layer.clone();
        for (int i = 0; i < next.length; i++) {
            Clause clause = next[i];
            if (clause != null && clause.last() > round) {
                next[i] = clause.until(round);
            }
        }
        return next;
    }

    /** Returns the clauses of the agreement on top, each ending with a round at the latest. */
    private List<Clause> ended(int round) {
        List<Clause> ended = new ArrayList<>();
        for (Clause clause : clauses) {
            if (clause != null) {
                ended.add(clause.last() > round ? clause.until(round) : clause);
            }
        }
        return ended;
    }

    /** Returns the treaty of two layers whose agreement ends with a round, so that the truce alone goes on. */
    public Treaty fallenToTruce(int round) {
        return new Treaty(NONE.clauses, truce, ended(round), false, agreements);
    }

    /** Returns the treaty after a round: an agreement whose last round it was stands apart. A treaty of one layer stays as it is. */
    public Treaty after(int round) {
        return truce != null && agreementUntil() > 0 && agreementUntil() <= round ? fallenToTruce(round) : this;
    }

    /** Returns the treaty of two layers with an agreement on top of the truce, in place of the one before. */
    Treaty laid(Terms.Package agreed, int round, boolean chapter) {
        int number = agreements + 1;
        @Nullable Clause[] next = new Clause[Instrument.COUNT];
        for (Pledge pledge : agreed.pledges()) {
            next[pledge.instrument().ordinal()] = clause(pledge, agreed, round, chapter, number);
        }
        List<Clause> before = ended(round);
        before.removeIf(clause -> next[clause.instrument().ordinal()] != null);
        return new Treaty(next, truce, before, agreed.communique(), number);
    }

    /**
     * Returns the treaty of two layers whose truce lasts longer, or is made again where it has ended. An agreement on top stays.
     *
     * @param model clauses of the truce
     * @param rounds by so many rounds
     * @param round the round of signing
     */
    Treaty prolonged(List<Clause> model, int rounds, int round) {
        @Nullable Clause[] next = new Clause[Instrument.COUNT];
        for (Clause clause : model) {
            Clause now = truce == null ? null : truce[clause.instrument().ordinal()];
            int last = now == null ? 0 : now.last();
            int first = now == null || last < round ? round + 1 : now.first();
            next[clause.instrument().ordinal()] = new Clause(
                    clause.instrument(), clause.bound(), first, renewed(last, round, rounds), clause.agreement());
        }
        return new Treaty(clauses, next, returning, communique, agreements);
    }

    private static Clause clause(Pledge pledge, Terms.Package agreed, int round, boolean chapter, int number) {
        return new Clause(pledge.instrument(), entering(pledge, chapter), round + 1, round + agreed.rounds(), number);
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
        return new Treaty(next, null, List.of(), communique && any, agreements);
    }

    /**
     * Returns the treaty of one layer after terms have entered into force at the end of a round (agreements A4). A package replaces the
     * clauses of the instruments that it names and leaves the others; a renewal lengthens every clause that can still bind.
     *
     * @param terms what was signed
     * @param round the round of signing; nothing new binds in it
     * @param chapter whether a technology chapter may be signed in it; otherwise chip control 'open' becomes 'licensed'
     */
    Treaty entering(Terms terms, int round, boolean chapter) {
        @Nullable Clause[] next = clauses.clone();
        if (terms instanceof Terms.Renewal renewal) {
            for (int i = 0; i < next.length; i++) {
                Clause clause = next[i];
                if (clause != null && clause.last() >= round) {
                    next[i] = clause.until(renewed(clause.last(), round, renewal.rounds()));
                }
            }
            return new Treaty(next, null, List.of(), communique || renewal.communique(), agreements);
        }
        Terms.Package agreed = (Terms.Package) terms;
        int number = agreements + 1;
        for (Pledge pledge : agreed.pledges()) {
            next[pledge.instrument().ordinal()] = clause(pledge, agreed, round, chapter, number);
        }
        return new Treaty(next, null, List.of(), communique || agreed.communique(), number);
    }

    /** Returns the bound with which a pledge enters: without a technology chapter that of open chips is licensed. */
    public static int entering(Pledge pledge, boolean chapter) {
        boolean barred = !chapter && pledge.instrument() == Instrument.US_CHIP_CONTROL && pledge.bound() == OPEN;
        return barred ? LICENSED : pledge.bound();
    }

    /** Returns for how many rounds after a round any clause that binds in it still binds. */
    public int roundsLeft(int round) {
        int left = 0;
        for (Instrument instrument : Instrument.all()) {
            Clause clause = binding(instrument, round);
            left = clause == null ? left : Math.max(left, clause.last() - round);
        }
        return left;
    }

    /** Returns the last round in which a clause binds, 0 if there is none. */
    public int last() {
        return Math.max(last(clauses), truceUntil());
    }

    private static int last(@Nullable Clause[] layer) {
        int last = 0;
        for (Clause clause : layer) {
            last = clause == null ? last : Math.max(last, clause.last());
        }
        return last;
    }

    /**
     * Returns whether a technology chapter may be signed in the round: at a summit, or while one binds.
     *
     * @param summit whether a summit falls into the round
     */
    public boolean admitsChapter(int round, boolean summit) {
        return summit || hasChapter(round);
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
        if (truce != null) {
            boolean over = truceUntil() < round;
            return !over && returning.isEmpty()
                    ? this
                    : new Treaty(clauses, over ? NONE.clauses : truce, List.of(), communique, agreements);
        }
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
        return next == null ? this : new Treaty(next, null, List.of(), communique && any, agreements);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Treaty other
                && communique == other.communique
                && agreements == other.agreements
                && Arrays.equals(clauses, other.clauses)
                && Arrays.equals(truce, other.truce)
                && returning.equals(other.returning);
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
