package dev.truce.bots.minds;

import dev.truce.bot.BotFactory;
import dev.truce.bot.StepBudget;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.round.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who the other side may be: some models of each known strategy, with its probability, and beside them somebody unknown.
 */
final class OpponentModels {
    private static final int OF_EACH = 6;
    private static final double UNKNOWN_AT_FIRST = .03;
    /** Likelihood of what an unknown does in a round, where the right suspect has about 1 for orders and offer. */
    private static final double UNKNOWN_DOES = .02;
    /** And of a reading of one covert instrument. */
    private static final double UNKNOWN_READING = .2;
    /** A strategy less likely than this is not worth new models. */
    private static final double WORTH_A_TRY = 1e-3;

    private static final int TRIES = 48;
    /** Draws of red lines, of which one fits what was given. */
    private static final int DRAWS = 60;
    /** One in so many tries has other luck from round 1 on, the rest only in the round that surprised. */
    private static final int ANEW = 3;
    /** Likelihood of an offer where the strategy draws what it offers, and only others were drawn. */
    private static final double DRAWN_OFFER = .2;

    private final Rules rules;
    private final Side side;
    private final List<BotFactory> strategies;
    private final SplitMix64 random;
    private final OpponentModel[] models;
    private final double[] weights;
    private double unknown = UNKNOWN_AT_FIRST;

    OpponentModels(Rules rules, Side side, List<BotFactory> strategies, SplitMix64 random) {
        this.rules = rules;
        this.side = side;
        this.strategies = strategies;
        this.random = random;
        models = new OpponentModel[strategies.size() * OF_EACH];
        weights = new double[models.length];
        for (int i = 0; i < models.length; i++) {
            models[i] = opponentModel(i / OF_EACH);
            weights[i] = (1 - UNKNOWN_AT_FIRST) / models.length;
        }
    }

    /** Returns how many models there are, of which each takes a step a round. */
    int size() {
        return models.length;
    }

    /**
     * Shows all of them the round that has opened.
     *
     * @param moments all rounds so far, the open one last
     * @param budget a step is taken for each suspect, and for each round that others are shown
     */
    void follow(List<SearchRound> moments, StepBudget budget) {
        SearchRound now = moments.get(moments.size() - 1);
        for (int first = 0; first < models.length; first += OF_EACH) {
            double before = 0;
            int likeliest = first;
            double most = 0;
            boolean fits = false;
            for (int i = first; i < first + OF_EACH; i++) {
                budget.take();
                before += weights[i];
                likeliest = weights[i] > most ? i : likeliest;
                most = Math.max(most, weights[i]);
                weights[i] *= models[i].follow(now);
                fits |= !models[i].isSurprised();
            }
            if (!fits && before > WORTH_A_TRY) {
                tryOthers(first, models[likeliest], before, moments, budget);
            }
        }
        if (now.seen().last() != null) {
            unknown *= UNKNOWN_DOES * unknownReadings(side);
        }
        normalise();
    }

    /** Returns how likely all readings of a round are of an unknown side's covert instruments: one of the US, three of China. */
    static double unknownReadings(Side side) {
        return BySide.pick(side, UNKNOWN_READING, UNKNOWN_READING * UNKNOWN_READING * UNKNOWN_READING);
    }

    /** The probability that the other side is none of the known strategies. */
    double unknown() {
        return unknown;
    }

    /** Returns how likely a strategy is. */
    double likelihood(int strategy) {
        double sum = 0;
        for (int i = strategy * OF_EACH; i < (strategy + 1) * OF_EACH; i++) {
            sum += weights[i];
        }
        return sum;
    }

    /** Returns the suspect at a place, 0 to below 1, of the row of the known ones, each as wide as it is likely. */
    OpponentModel at(double place) {
        double left = place * (1 - unknown);
        int likeliest = 0;
        for (int i = 0; i < models.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return models[i];
            }
            if (weights[i] > weights[likeliest]) {
                likeliest = i;
            }
        }
        return models[likeliest];
    }

    /** Looks for other luck with which a strategy would have done what was done. */
    private void tryOthers(int first, OpponentModel like, double before, List<SearchRound> moments, StepBudget budget) {
        List<OpponentModel> found = new ArrayList<>();
        List<Double> likelihoods = new ArrayList<>();
        List<OpponentModel> nearly = new ArrayList<>();
        List<Double> likelihoodsNearly = new ArrayList<>();
        Set<Optional<Terms>> offers = new HashSet<>();
        int tries = 0;
        List<Instrument> given = given(moments);
        int drawn = SupposedLines.drawnBy(rules.scenario().redLines(), moments.size() - 1);
        boolean fits = like.couldGive(moments.size(), 0, given);
        while (tries < TRIES && found.size() < OF_EACH && budget.left() >= moments.size()) {
            boolean anew = tries % ANEW == 0;
            tries++;
            // The round that has opened is shown too, but what was done in the one before it is what surprised.
            int same = anew ? 0 : fits ? moments.size() - 2 : drawn - 1;
            OpponentModel other = like.other(same, luck(like, same, given));
            double likelihood = 1;
            for (SearchRound moment : moments) {
                budget.take();
                likelihood = other.follow(moment);
                if (anew && other.isSurprised()) {
                    break;
                }
            }
            if (!other.isSurprised()) {
                found.add(other);
                likelihoods.add(likelihood);
            } else if (!anew) {
                offers.add(Optional.ofNullable(other.wouldHaveOffered()));
                if (other.isSurprisedByOffer() && nearly.size() < OF_EACH) {
                    nearly.add(other);
                    likelihoodsNearly.add(likelihood / OpponentModel.WRONG_OFFER * DRAWN_OFFER);
                }
            }
        }
        if (found.isEmpty() && offers.size() > 1) {
            found = nearly;
            likelihoods = likelihoodsNearly;
        }
        for (int i = 0; i < found.size(); i++) {
            models[first + i] = found.get(i);
            weights[first + i] = before / tries * likelihoods.get(i);
        }
    }

    /** Returns what the other side gave in its last offer although it might be a red line. */
    private List<Instrument> given(List<SearchRound> moments) {
        return moments.get(moments.size() - 1).heard().lastOffer() instanceof Terms.Package offered
                ? rules.scenario().given(offered, side)
                : List.of();
    }

    /** Draws luck for the rounds after some that stay as they were; who gives something does not guard it. */
    private long luck(OpponentModel like, int same, List<Instrument> given) {
        long luck = random.nextLong();
        for (int i = 1; i < DRAWS && !like.couldGive(same, luck, given); i++) {
            luck = random.nextLong();
        }
        return luck;
    }

    private void normalise() {
        double sum = unknown;
        for (double weight : weights) {
            sum += weight;
        }
        unknown /= sum;
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    private OpponentModel opponentModel(int strategy) {
        return new OpponentModel(rules, side, strategies.get(strategy), random.nextLong());
    }
}
