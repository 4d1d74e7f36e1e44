package dev.truce.engine.agreement;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what is signed enters into a treaty by the rules of a scenario: into the one layer, or on top of the truce. Immutable.
 *
 * <p>On top of the truce lies at most one agreement, a package with at least one clause deeper than the truce. Whatever else is signed
 * prolongs the truce, or makes it again where it has ended.
 */
public final class Layers {
    private final DepthValues values;
    private final Levels start;
    private final List<Clause> truce;
    private final int mostRounds;

    /**
     * Copies the truce.
     *
     * @param values what clauses are worth
     * @param start levels at the start
     * @param truce clauses of the truce
     * @param mostRounds most rounds of an agreement; 0 if treaties have one layer
     */
    public Layers(DepthValues values, Levels start, List<Clause> truce, int mostRounds) {
        this.values = values;
        this.start = start;
        this.truce = List.copyOf(truce);
        this.mostRounds = mostRounds;
    }

    /** Returns whether agreements lie on top of the truce. */
    public boolean exist() {
        return mostRounds > 0;
    }

    /** Returns the most rounds of terms: of an agreement where it lies on top of the truce, else {@link Terms#MAX_ROUNDS}. */
    public int mostRounds(Terms terms) {
        return exist() && isAgreement(terms, true) ? mostRounds : Terms.MAX_ROUNDS;
    }

    /** Returns the level to which an instrument returns whose agreement has ended: that of the truce, or where it started. */
    public int level(Instrument instrument) {
        Clause clause = of(instrument);
        return clause == null ? start.get(instrument) : clause.bound();
    }

    /**
     * Returns where an instrument without an order goes in a round because a clause on it has ended. With its agreement it returns to the
     * level of the truce or, where that has no clause on it, of the start; with its last clause it goes to its fallback.
     *
     * @param treaty the treaty as the round before has left it
     * @param level its level before the round
     * @param fallback its fallback
     */
    public int released(Treaty treaty, int round, Instrument instrument, int level, int fallback) {
        boolean returning = treaty.returning(instrument) != null;
        if (returning && treaty.bindsTruce(round)) {
            return level(instrument);
        }
        Clause clause = treaty.on(instrument);
        boolean ended = clause != null && clause.last() < round;
        boolean better = instrument.isCovert() ? level > fallback : level < fallback;
        return (returning || ended) && better ? fallback : level;
    }

    /** Returns whether a bound gives more than the truce does. */
    public boolean isDeeper(Instrument instrument, int bound) {
        return values.of(instrument, bound) > values.of(instrument, level(instrument));
    }

    /**
     * Returns whether terms lie on top of the truce: a package with a clause that is deeper.
     *
     * @param chapter whether a technology chapter may be signed; without one open chips enter as licensed
     */
    public boolean isAgreement(Terms terms, boolean chapter) {
        if (terms instanceof Terms.Package agreed) {
            for (Pledge pledge : agreed.pledges()) {
                if (isDeeper(pledge.instrument(), Treaty.entering(pledge, chapter))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns the treaty after terms have entered into force at the end of a round.
     *
     * @param treaty the treaty that binds in the round
     * @param terms what was signed
     * @param round the round of signing; nothing new binds in it
     * @param chapter whether a technology chapter may be signed in it
     */
    public Treaty entering(Treaty treaty, Terms terms, int round, boolean chapter) {
        if (!exist()) {
            return treaty.entering(terms, round, chapter);
        }
        return isAgreement(terms, chapter)
                ? treaty.laid((Terms.Package) terms, round, chapter)
                : treaty.prolonged(truce, terms.rounds(), round);
    }

    /**
     * Returns the clauses that terms have set or lengthened, in instrument order: of one layer those that the terms name, else all of the
     * layer that the terms are about.
     *
     * @param after the treaty that the terms have entered
     * @param terms what was signed
     * @param chapter whether a technology chapter could be signed with it
     */
    public List<Clause> entered(Treaty after, Terms terms, boolean chapter) {
        if (exist()) {
            return isAgreement(terms, chapter) ? after.agreement() : after.truce();
        }
        List<Clause> entered = new ArrayList<>(after.clauses());
        if (terms instanceof Terms.Package agreed) {
            entered.removeIf(clause ->
                    agreed.pledges().stream().noneMatch(pledge -> pledge.instrument() == clause.instrument()));
        }
        return entered;
    }

    private @Nullable Clause of(Instrument instrument) {
        for (Clause clause : truce) {
            if (clause.instrument() == instrument) {
                return clause;
            }
        }
        return null;
    }
}
