package dev.truce.story.debrief;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Rounding;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.facts.MissedFloor;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.RecordTalk;
import dev.truce.story.words.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a class whose match is over.
 *
 * @param number its number, from 1
 * @param label its name
 * @param replay its record, played again
 * @param over how it ended
 * @param heard what was offered and said
 * @param costs what the final scores differ by from holding the truce
 * @param playedBy who headed each side
 * @param pars what bots reach with the table's hand, points, or null if nobody found it
 */
public record ClassTable(
        int number,
        String label,
        RecordReplay replay,
        Notice.MatchOver over,
        Proceedings heard,
        BySide<Costs> costs,
        BySide<PlayedBy> playedBy,
        @Nullable BySide<Double> pars) {

    static ClassTable of(
            int number, String label, RecordReplay replay, Notice.MatchOver over, Rules rules, @Nullable TablePar par) {
        Reasons reasons = Reasons.of(rules);
        reasons.follow(replay.views());
        BySide<Costs> costs = BySide.each(side -> {
            FinalScore score = score(over, side);
            return Costs.of(
                    reasons,
                    rules.scenario(),
                    side,
                    Rounding.tenths(score.score()) - Rounding.tenths(score.truceScore()),
                    replay.views().size());
        });
        List<SeatRound> rounds = SeatRound.of(replay.match());
        BySide<PlayedBy> playedBy = BySide.each(side -> PlayedBy.of(rounds, Seat.head(side)));
        BySide<Double> pars = par == null
                ? null
                : par.of(replay.match().setup().endingWith(replay.views().size()));
        return new ClassTable(number, label, replay, over, RecordTalk.of(replay, rules), costs, playedBy, pars);
    }

    /** Returns whether its match was ended before its last round. */
    public boolean isUnfinished() {
        return replay.match().ending() == Ending.ABANDONED;
    }

    /** Returns whether a person headed a side, so that its score is somebody's. */
    public boolean isPlayed(Side side) {
        return playedBy.of(side) == PlayedBy.PERSON;
    }

    /** Returns whether persons headed both sides. */
    public boolean isPlayed() {
        return isPlayed(Side.US) && isPlayed(Side.CN);
    }

    private static FinalScore score(Notice.MatchOver over, Side side) {
        return BySide.pick(side, over.us(), over.cn());
    }

    /** Returns the true result of a side. */
    public FinalScore score(Side side) {
        return score(over, side);
    }

    /** Returns the printed score of a side, tenths. */
    public long tenths(Side side) {
        return Rounding.tenths(score(side).score());
    }

    /** Returns what holding the truce would have scored, tenths. */
    public long truceTenths(Side side) {
        return Rounding.tenths(score(side).truceScore());
    }

    /** What a side's hand is worth, points; 0 if nobody found it. */
    public double par(Side side) {
        return pars == null ? 0 : pars.of(side);
    }

    /** What a side's hand is worth as it is printed, tenths. */
    public long parTenths(Side side) {
        return Rounding.tenths(par(side));
    }

    /** How far a side came above its par, in printed tenths; the score itself if nobody found a par. */
    public long toParTenths(Side side) {
        return tenths(side) - parTenths(side);
    }

    /** The mean of both sides' distances to par, tenths; all that compares tables goes by it. */
    public long jointToParTenths() {
        return NumberText.mean(toParTenths(Side.US), toParTenths(Side.CN));
    }

    /** Returns the mean of both printed scores, tenths. */
    public long jointTenths() {
        return NumberText.mean(tenths(Side.US), tenths(Side.CN));
    }

    /** Its rounds as somebody sees them who sees all. */
    public List<RoundView> rounds() {
        return replay.views();
    }

    /** Returns the displayed tariff of each round, whole percent. */
    public List<Integer> tariffs() {
        return rounds().stream().map(view -> view.figures().displayedTariff()).toList();
    }

    /** Returns the ledger of said and done. */
    public SaidAndDone ledger() {
        return heard.ledger();
    }

    /** Returns in how many rounds a side broke public clauses without a right to. */
    public int openBreaches(Side side) {
        return score(side).breaches();
    }

    /** Returns in how many rounds a side was short of a covert clause, whether it was caught or not. */
    public int covertBreaches(Side side, Scenario scenario) {
        List<MissedFloor> missed = MissedFloor.of(rounds(), side, scenario);
        return missed == null
                ? 0
                : (int) missed.stream().mapToInt(MissedFloor::round).distinct().count();
    }

    /** Returns how many words of both sides came true. */
    public int kept() {
        return ledger().tally(Side.US).done() + ledger().tally(Side.CN).done();
    }

    /** Returns how many words of both sides were decided. */
    public int counted() {
        return ledger().tally(Side.US).counted() + ledger().tally(Side.CN).counted();
    }

    /**
     * What a table's hand is worth: the scores that bots reach with its chance. Each table of a class has private draws of its own, so a raw score
     * compares hands; the distance to par compares people.
     */
    @FunctionalInterface
    public interface TablePar {
        /**
         * Finds the par of both sides, points. The same setup always has the same par.
         *
         * @param setup of the table's match, with as many rounds as were played
         */
        BySide<Double> of(MatchSetup setup);
    }
}
