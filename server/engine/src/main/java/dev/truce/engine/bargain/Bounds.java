package dev.truce.engine.bargain;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Layers;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bound of every instrument's clause in a round, or none. Immutable. */
public final class Bounds {
    /** No clause on anything. */
    public static final Bounds NONE = of(Treaty.of(List.of(), false, 0), 1, 1);

    private static final int FREE = -1;

    private final int[] bounds;

    private Bounds(int[] bounds) {
        this.bounds = bounds;
    }

    /** Returns the bounds that bind in a round. */
    public static Bounds inForce(Treaty treaty, int round) {
        return of(treaty, round, round);
    }

    /**
     * Returns the bounds that bind once terms have entered by the rules of a scenario: theirs, and those of the round that they leave
     * alone.
     *
     * @param layers how what is signed enters
     * @param round the round of signing
     * @param chapter whether a technology chapter may be signed in it
     */
    public static Bounds after(Layers layers, Treaty treaty, Terms terms, int round, boolean chapter) {
        if (layers.exist() || !(terms instanceof Terms.Package agreed)) {
            return of(layers.entering(treaty, terms, round, chapter), round, round + 1);
        }
        return of(treaty, round, round + 1).with(agreed, chapter);
    }

    /** Returns the bounds of a package alone, no treaty beneath. */
    static Bounds alone(Terms.Package agreed, boolean chapter) {
        return new Bounds(NONE.bounds.clone()).with(agreed, chapter);
    }

    private Bounds with(Terms.Package agreed, boolean chapter) {
        for (Pledge pledge : agreed.pledges()) {
            bounds[pledge.instrument().ordinal()] = Treaty.entering(pledge, chapter);
        }
        return this;
    }

    private static Bounds of(Treaty treaty, int round, int begun) {
        int[] bounds = new int[Instrument.COUNT];
        for (Instrument instrument : Instrument.all()) {
            Clause clause = treaty.isLayered() ? standing(treaty, instrument, round, begun) : treaty.on(instrument);
            bounds[instrument.ordinal()] =
                    clause != null && (clause.binds(round) || clause.first() == begun) ? clause.bound() : FREE;
        }
        return new Bounds(bounds);
    }

    private static @Nullable Clause standing(Treaty treaty, Instrument instrument, int round, int begun) {
        Clause top = treaty.on(instrument);
        return top != null && (top.binds(round) || top.first() == begun) ? top : treaty.binding(instrument, round);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bounds bound && Arrays.equals(bounds, bound.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** Returns whether an instrument has a clause. */
    public boolean binds(Instrument instrument) {
        return bounds[instrument.ordinal()] != FREE;
    }

    /** Returns the bound of the instrument at an index, or less than 0 if it has no clause. */
    int at(int instrument) {
        return bounds[instrument];
    }

    /**
     * Returns the bound of an instrument that has a clause.
     *
     * @throws IllegalStateException if it has none
     */
    public int of(Instrument instrument) {
        if (!binds(instrument)) {
            throw new IllegalStateException("no clause on " + instrument.id());
        }
        return bounds[instrument.ordinal()];
    }
}
