package dev.truce.bots.reference;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Talks;
import dev.truce.bots.posture.Packets;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.bargain.Bounds;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.bargain.Standing;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Offers and acceptances by what packages bring, own red lines included (ruleset 2, E2). A side gives all that it does not guard and
 * asks for everything; if that is refused twice, it asks for no more than what the other side offers by itself.
 */
public class ValueOffers implements OfferPolicy {
    /** Gain, points a round, from which a package is worth a signature. */
    protected static final double GAIN = .2;

    private static final int PATIENCE = 2;
    /** What the other side may gain more: a fifth and a point. */
    private static final double FAIR = .8;

    private static final double FAIR_LEAD = 1;
    /** What runs out is replaced by something this much worse, if the other side gives about as much. */
    private static final double MAX_LOSS = .3;

    private static final double MAX_STEP_DOWN = .5;
    private static final double MAX_LOPSIDED = .15;
    /** What a text for the capital alone may lose against what is kept. */
    private static final double TEXT_LOSS = 1;
    /** Part of a line's cost that is expected of lines that move under an announced agreement. */
    private static final double REDRAWN = .9;

    protected static final double[] NO_LINES = new double[Instrument.COUNT];

    protected final Side side;
    protected final Scenario scenario;
    protected final DealValues values;
    /** Whether agreements lie on top of the truce. */
    protected final boolean layered;

    /** The own red lines, null before round 1. */
    private @Nullable List<Instrument> lines;

    private double[] guarded = new double[Instrument.COUNT];
    /** The own candidates that are no red lines now. */
    private List<Instrument> cold = List.of();

    private boolean hasOffered;
    /** Why the package that is offered gives no more, and whether that has been said since lines were drawn. */
    private @Nullable Instrument reason;

    private boolean explained;
    private int refused;
    private @Nullable Terms theirs;
    /** What binds in the open round. */
    private Standing standing;
    /** What that is worth to this side if nothing is signed, and what it is worth to both as far as everybody can tell. */
    private double kept;

    private BySide<Double> keptInPublic = new BySide<>(0.0, 0.0);

    public ValueOffers(Scenario scenario, Side side) {
        this.scenario = scenario;
        this.side = side;
        layered = scenario.layers().exist();
        values = StrategyTables.of(scenario).dealValues();
        standing = Standing.of(Treaty.NONE, 1);
    }

    @Override
    public void opened(Observation seen, Talks heard) {
        look(seen);
        theirs = heard.lastOffer();
        reason = null;
        explained &= !isDate(seen);
        boolean signed =
                seen.last() != null && seen.last().ratification().outcome() != Ratification.Outcome.NOTHING_SIGNED;
        refused = signed || isDate(seen) ? 0 : refused + (hasOffered ? 1 : 0);
        hasOffered = false;
    }

    /** Values what binds; in most rounds neither that nor the lines have changed. */
    private void look(Observation seen) {
        Standing found = Standing.of(seen.treaty(), seen.openRound());
        boolean same = seen.redLines().equals(lines);
        if (same && found.equals(standing)) {
            return;
        }
        if (!same) {
            lines = seen.redLines();
            guarded = DealValues.known(seen.redLines());
            cold = candidates(side).stream()
                    .filter(own -> guarded[own.ordinal()] == 0)
                    .toList();
        }
        standing = found;
        kept = keptBy(side, guarded);
        keptInPublic = BySide.each(each -> standing.kept(bounds -> values.value(each, bounds, NO_LINES)));
    }

    @Override
    public @Nullable Terms offer(Observation seen, int level) {
        if (level == Stance.NOTHING) {
            return null;
        }
        Terms.Package offered = level == Stance.THE_DEEP_SET ? best(seen) : null;
        hasOffered = offered != null;
        reason = offered == null || explained ? null : mostWanted(withheld());
        explained |= reason != null;
        if (offered != null) {
            return layered ? timed(seen, offered) : offered;
        }
        Terms due = prolonged(seen);
        return due == null && level == Stance.THE_DEEP_SET && lacksOwnText(seen) ? ownText(seen) : due;
    }

    /** Returns a package with the length that this side thinks fit, where agreements lie on top of the truce. */
    protected Terms.Package timed(Observation seen, Terms.Package offered) {
        return offered.lasting(scenario.layers().agreementRounds());
    }

    private boolean lacksOwnText(Observation seen) {
        return scenario.ownText().exist() && !seen.climate().ownText().of(side);
    }

    /** Returns the text that the capital expects: of all serious ones the best for this side, unless it costs too much. */
    private Terms.@Nullable Package ownText(Observation seen) {
        boolean chapter = mayOpenChapter(seen);
        SeriousText texts = StrategyTables.of(scenario).seriousText();
        int best = 0;
        double most = kept - TEXT_LOSS;
        for (int bits = 1; bits < values.choices(); bits++) {
            double worth = values.value(side, bits, chapter, guarded);
            if (worth >= most && texts.isSerious(bits, side, chapter)) {
                most = worth;
                best = bits;
            }
        }
        return best == 0 ? null : timed(seen, values.giving(best));
    }

    /** Returns the package that this side wants most of those that it thinks fit to offer, or null if none is worth it. */
    protected Terms.@Nullable Package best(Observation seen) {
        List<Instrument> given = new ArrayList<>(coldCandidates());
        boolean takesLess = refused >= PATIENCE && !isDate(seen) && theirs instanceof Terms.Package;
        given.addAll(
                takesLess && theirs instanceof Terms.Package offered
                        ? scenario.given(offered, side.other())
                        : candidates(side.other()));
        Terms.Package offered = values.giving(given);
        return value(after(seen, offered)) - (layered ? kept : value(standing.now())) > GAIN ? offered : null;
    }

    @Override
    public @Nullable Instrument guarded() {
        return reason;
    }

    /** Returns the own candidates that this side says it guards. */
    protected List<Instrument> withheld() {
        List<Instrument> withheld = new ArrayList<>(candidates(side));
        withheld.removeAll(coldCandidates());
        return withheld;
    }

    /** Returns that of some instruments which is worth most to the other side, and so needs a reason most; null if there is none. */
    private @Nullable Instrument mostWanted(List<Instrument> some) {
        Instrument most = null;
        for (Instrument each : some) {
            if (most == null || values.toOther(each) > values.toOther(most)) {
                most = each;
            }
        }
        return most;
    }

    /** Returns the renewal of what runs out, the truce where hardly anything is in force, or null. */
    protected final @Nullable Terms prolonged(Observation seen) {
        boolean isBound = layered
                ? seen.treaty().truceUntil() >= seen.openRound()
                : values.depth(standing.now()) >= Reading.TRUCE_DEPTH;
        if (!isBound) {
            return values.truce(Packets.SHORT);
        }
        return isDue(seen) ? DepthOffers.RENEWAL : null;
    }

    @Override
    public AcceptanceRule acceptance(Observation seen, int level) {
        return level == Stance.NOTHING ? AcceptanceRule.NEVER : offered -> accepts(seen, offered);
    }

    private boolean accepts(Observation seen, Terms offered) {
        if (!(offered instanceof Terms.Package clauses) || (layered && !isAgreement(seen, offered))) {
            return isDue(seen);
        }
        Bounds after = after(seen, clauses);
        if (hasHoles(after)) {
            return false;
        }
        double gain = gain(after) - redrawn(seen, clauses);
        return (gain > GAIN && isFair(after, gain)) || (!layered && isDue(seen) && isTolerable(after, gain));
    }

    private boolean isAgreement(Observation seen, Terms offered) {
        return rules().layers().isAgreement(offered, mayOpenChapter(seen));
    }

    private Rules rules() {
        return StrategyTables.of(scenario).rules();
    }

    /** Returns what it costs a round on average to have announced what lines that move may cross. */
    private double redrawn(Observation seen, Terms offered) {
        int next = scenario.redLines().nextDate(seen.openRound());
        boolean outlasts = next > 0 && seen.openRound() + offered.rounds() >= next;
        return layered && offered.communique() && outlasts
                ? REDRAWN * scenario.redLines().cost().of(side) / offered.rounds()
                : 0;
    }

    /** Returns whether a gain is enough, beside what the other side gains by the scenario alone. */
    protected boolean isFair(Bounds after, double gain) {
        return gain >= FAIR * publicGain(after, side.other()) - FAIR_LEAD;
    }

    /** Returns what this side gains by bounds over what it has if nothing is signed. */
    protected final double gain(Bounds after) {
        return value(after) - kept;
    }

    /** Returns what a side gains by bounds over the present treaty, as far as everybody can tell. */
    protected final double publicGain(Bounds after, Side whose) {
        return values.value(whose, after, NO_LINES) - keptInPublic.of(whose);
    }

    private double value(Bounds bounds) {
        return values.value(side, bounds, guarded);
    }

    private boolean isTolerable(Bounds after, double gain) {
        return value(after) >= -MAX_LOSS
                && gain > -MAX_STEP_DOWN
                && values.depth(after, side.other()) >= values.depth(after, side) - MAX_LOPSIDED;
    }

    /** Returns whether bounds leave an instrument of the other side less bound than the truce did. */
    private boolean hasHoles(Bounds after) {
        for (Clause clause : scenario.truce()) {
            Instrument instrument = clause.instrument();
            if (instrument.holder() != side && (!after.binds(instrument) || clause.isBrokenBy(after.of(instrument)))) {
                return true;
            }
        }
        return false;
    }

    /** The own candidates that are no red lines now. */
    protected final List<Instrument> coldCandidates() {
        return cold;
    }

    protected final List<Instrument> candidates(Side whose) {
        return scenario.redLines().candidates().of(whose);
    }

    protected final double[] lines() {
        return guarded;
    }

    protected final @Nullable Terms theirs() {
        return theirs;
    }

    protected final boolean isDate(Observation seen) {
        return scenario.redLines().isDate(seen.openRound());
    }

    /** Returns whether the truce is to be renewed; of a treaty of one layer, whether all of it is. */
    protected final boolean isDue(Observation seen) {
        Treaty treaty = seen.treaty();
        int left = layered ? treaty.truceUntil() - seen.openRound() : treaty.roundsLeft(seen.openRound());
        return left <= DepthOffers.DUE;
    }

    /**
     * Returns what a side has if nothing is signed.
     *
     * @param likely by instrument, how likely it is to be a red line of its holder
     */
    protected final double keptBy(Side whose, double[] likely) {
        return standing.kept(bounds -> values.fallback(whose, bounds, likely));
    }

    protected final double kept() {
        return kept;
    }

    /** Returns what a side has now, as far as everybody can tell. */
    protected final double keptInPublic(Side whose) {
        return keptInPublic.of(whose);
    }

    /** Returns whether what is signed in the open round may open chips. */
    protected static boolean mayOpenChapter(Observation seen) {
        return seen.treaty().admitsChapter(seen.openRound(), seen.summit());
    }

    /** Returns the bounds that bind once terms have entered that are signed in the open round. */
    protected final Bounds after(Observation seen, Terms offered) {
        return Bounds.after(rules().layers(), seen.treaty(), offered, seen.openRound(), mayOpenChapter(seen));
    }
}
