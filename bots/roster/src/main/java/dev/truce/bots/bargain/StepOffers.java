package dev.truce.bots.bargain;

import dev.truce.bots.bargain.Haggler.Publicity;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.Bounds;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Exponential;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Offers, of all packages with partial steps, the one with the largest own gain times the chance that the other side signs (ruleset 3,
 * B). It asks for nothing that the other side probably guards.
 */
final class StepOffers extends BeliefOffers {
    private static final double FAIR_LEAD = 1;
    /** Doubt about the other side's gain, points, beside what comes of its lines. */
    private static final double DOUBT = .15;
    /** A belief from which a candidate is left alone, and one below which it is taken for no line. */
    private static final double GUARDED_FROM = .55;

    private static final double COLD_BELOW = .1;

    private final StepTaste taste;
    private final List<Half> own;
    private final List<Half> theirs;

    /** What one side gives in a package: a bound on each of its instruments. */
    private record Half(List<Pledge> pledges, double depth) {}

    /** A half as it is worth in the open round. */
    private record Worth(Half half, double mine, double minePublic, double other, double depth, double variance) {}

    StepOffers(Scenario scenario, Side side, StepTaste taste) {
        super(scenario, side, Publicity.CHOOSING);
        this.taste = taste;
        own = halves(side);
        theirs = halves(side.other());
    }

    private List<Half> halves(Side giver) {
        List<Half> halves = new ArrayList<>();
        List<Pledge> rest = new ArrayList<>();
        double depth = 0;
        for (Pledge pledge : values.giving(0).pledges()) {
            Instrument instrument = pledge.instrument();
            if (instrument.holder() == giver && !candidates(giver).contains(instrument)) {
                rest.add(pledge);
                depth += values.depthOf(instrument, pledge.bound());
            }
        }
        halves.add(new Half(rest, depth));
        for (Instrument candidate : candidates(giver)) {
            List<Half> next = new ArrayList<>();
            for (Half half : halves) {
                for (int bound : steps(candidate)) {
                    List<Pledge> pledges = new ArrayList<>(half.pledges());
                    pledges.add(new Pledge(candidate, bound));
                    next.add(new Half(List.copyOf(pledges), half.depth() + values.depthOf(candidate, bound)));
                }
            }
            halves = next;
        }
        return halves;
    }

    /** Returns the level of the start and those that give more, up to the first of the deepest. */
    private List<Integer> steps(Instrument candidate) {
        InstrumentSpec spec = scenario.spec(candidate);
        List<Integer> steps = new ArrayList<>();
        int way = Integer.signum(values.deepest(candidate) - spec.start());
        for (int level = spec.start(); level != values.deepest(candidate); level += way) {
            steps.add(level);
        }
        steps.add(values.deepest(candidate));
        return steps;
    }

    @Override
    protected Terms.Package timed(Observation seen, Terms.Package offered) {
        return isEve(seen) && taste.eveRounds() > 0 ? offered.lasting(taste.eveRounds()) : super.timed(seen, offered);
    }

    /** Returns whether lines move in the next round. */
    private boolean isEve(Observation seen) {
        return layered && freeRounds(seen) <= 0;
    }

    @Override
    protected Terms.@Nullable Package best(Observation seen) {
        if (isEve(seen) && taste.eveRounds() == 0) {
            return null;
        }
        boolean chapter = mayOpenChapter(seen);
        double[] weights = weights();
        List<Worth> gifts = worth(own, side, chapter, weights);
        List<Worth> asks = worth(theirs, side.other(), chapter, weights);
        double mineNow = kept();
        double publicNow = keptInPublic(side);
        double theirsNow = keptBy(side.other(), weights);
        double perDepth = values.worthOfDepth(side);
        double perDepthOther = values.worthOfDepth(side.other());
        double cost = scenario.redLines().cost().of(side.other());
        Worth bestGift = null;
        Worth bestAsk = null;
        double most = 0;
        double chanceOfBest = 0;
        for (Worth ask : asks) {
            double doubt = DOUBT + cost * Math.sqrt(ask.variance());
            for (Worth gift : gifts) {
                double depth = Math.min(gift.depth(), ask.depth()) - 1;
                double mine = gift.mine() + ask.mine() + perDepth * depth - mineNow;
                if (mine <= GAIN || mine <= most) {
                    continue;
                }
                double other = gift.other() + ask.other() + perDepthOther * depth - theirsNow;
                double inPublic = gift.minePublic() + ask.minePublic() + perDepth * depth - publicNow;
                double wanted = Math.max(GAIN, taste.fairness() * inPublic - FAIR_LEAD);
                double chance = Exponential.logistic(STEEPNESS * (other - wanted - taste.margin()) / doubt);
                if (mine * chance > most) {
                    most = mine * chance;
                    chanceOfBest = chance;
                    bestGift = gift;
                    bestAsk = ask;
                }
            }
        }
        hoped = most;
        if (bestGift == null || bestAsk == null || (chanceOfBest < EVEN && isDue(seen))) {
            return null;
        }
        List<Pledge> pledges = new ArrayList<>(bestGift.half().pledges());
        pledges.addAll(bestAsk.half().pledges());
        asked = asked(bestAsk.half());
        return new Terms.Package(pledges, Terms.MAX_ROUNDS, false);
    }

    /** Returns by candidate of the other side how much of a line it is taken for. */
    private double[] weights() {
        double[] weights = beliefs.likely().clone();
        for (Instrument candidate : candidates(side.other())) {
            int i = candidate.ordinal();
            weights[i] = weights[i] >= GUARDED_FROM ? 1 : weights[i] < COLD_BELOW ? 0 : weights[i];
        }
        return weights;
    }

    private List<Worth> worth(List<Half> halves, Side giver, boolean chapter, double[] weights) {
        List<Worth> worth = new ArrayList<>();
        for (Half half : halves) {
            Worth each = worth(half, giver, chapter, weights);
            if (each != null) {
                worth.add(each);
            }
        }
        return worth;
    }

    private @Nullable Worth worth(Half half, Side giver, boolean chapter, double[] weights) {
        double mine = 0;
        double minePublic = 0;
        double other = 0;
        double variance = 0;
        for (Pledge pledge : half.pledges()) {
            Instrument instrument = pledge.instrument();
            double step = values.given(instrument, pledge.bound());
            if (step == 0) {
                continue;
            }
            if (!chapter && instrument == Instrument.US_CHIP_CONTROL) {
                return null;
            }
            int i = instrument.ordinal();
            mine += values.gift(side, instrument, pledge.bound(), lines()[i]);
            minePublic += values.gift(side, instrument, pledge.bound(), 0);
            other += values.gift(side.other(), instrument, pledge.bound(), weights[i]);
            if (giver != side) {
                if (weights[i] == 1) {
                    return null;
                }
                variance += step * step * weights[i] * (1 - weights[i]);
            }
        }
        return new Worth(half, mine, minePublic, other, half.depth(), variance);
    }

    private List<Instrument> asked(Half half) {
        List<Instrument> asks = new ArrayList<>();
        for (Pledge pledge : half.pledges()) {
            if (values.given(pledge.instrument(), pledge.bound()) > 0) {
                asks.add(pledge.instrument());
            }
        }
        return asks;
    }

    @Override
    protected boolean isFair(Bounds after, double gain) {
        return gain >= taste.acceptShare() * hoped;
    }
}
