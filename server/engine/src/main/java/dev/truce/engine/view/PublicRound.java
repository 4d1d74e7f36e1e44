package dev.truce.engine.view;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.TreatyChange;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What everybody sees of a resolved round, in the few words that have room beside those of other matches. It has no terms, no covert
 * level and no score.
 *
 * @param round number of the round, from 1
 * @param tariff headline US tariff, percent
 * @param broke sides that broke a public clause without the right to
 * @param communique whether a communique is in force after the round
 * @param returned whether a US tariff went up because a cut had ended, and none because the US raised it
 * @param deal last round of the agreement that binds in the next one, on top of a truce where there are two layers; 0 for none
 * @param truce the same of the truce beneath it; 0 for none, and where there is one layer
 * @param ended what ended an agreement or the truce in the round
 * @param signed whether something signed entered into force
 * @param accused sides that stand accused from this round on
 * @param found sides that were caught
 * @param cleared sides against which an inspection found nothing
 */
public record PublicRound(
        int round,
        int tariff,
        List<Side> broke,
        boolean communique,
        boolean returned,
        int deal,
        int truce,
        Ended ended,
        boolean signed,
        List<Side> accused,
        List<Side> found,
        List<Side> cleared) {
    /** The instruments that the headline tariff is made of. */
    private static final List<Instrument> TARIFFS =
            List.of(Instrument.US_FENTANYL_TARIFF, Instrument.US_RECIPROCAL_TARIFF);

    /** What ended an agreement or the truce. */
    public enum Ended {
        /** Nothing did. */
        NOTHING,
        /** A side broke it materially. */
        BREACH,
        /** A side gave notice. */
        NOTICE,
        /** Both sides hardly kept it. */
        HOLLOW,
        /** A side was caught. */
        FINDING,
        /** An accuser suspended it. */
        SUSPENSION,
        /** Its last round is over. */
        RAN_OUT
    }

    public PublicRound {
        broke = List.copyOf(broke);
        accused = List.copyOf(accused);
        found = List.copyOf(found);
        cleared = List.copyOf(cleared);
    }

    /** Returns what everybody sees of a round, from anybody's view of it. */
    public static PublicRound of(RoundView view) {
        int next = view.round() + 1;
        Treaty left = view.next();
        int top = left.isLayered() ? left.agreementUntil() : left.last();
        boolean truce = left.isLayered() && left.bindsTruce(next);
        return new PublicRound(
                view.round(),
                view.figures().displayedTariff(),
                sides(view, facts -> facts.severityMilli() > 0),
                left.isCommunique() && left.bindsAny(next),
                raised(view.fallbacks()).findAny().isPresent()
                        && raised(view.changes()).allMatch(view.fallbacks()::contains),
                top >= next ? top : 0,
                truce ? left.truceUntil() : 0,
                ended(view),
                view.change() == TreatyChange.ENTERED_INTO_FORCE,
                sides(view, facts -> facts.decisions().accusedOn() != null),
                sides(view, facts -> facts.caughtOn() != null),
                sides(view, facts -> facts.decisions().clearedOn() != null));
    }

    /** Returns whether nothing binds after the round. */
    public boolean isUnbound() {
        return deal == 0 && truce == 0;
    }

    private static List<Side> sides(RoundView view, Predicate<SideFacts> fits) {
        return Stream.of(Side.values())
                .filter(side -> fits.test(view.side(side)))
                .toList();
    }

    private static Ended ended(RoundView view) {
        return switch (view.change()) {
            case ENDED_BY_BREACH -> Ended.BREACH;
            case ENDED_BY_NOTICE -> Ended.NOTICE;
            case ENDED_AS_HOLLOW -> Ended.HOLLOW;
            case ENDED_BY_CATCH, REDUCED_BY_CATCH -> Ended.FINDING;
            case REDUCED_BY_SUSPENSION -> Ended.SUSPENSION;
            case NONE, ENTERED_INTO_FORCE -> hasRunOut(view) ? Ended.RAN_OUT : Ended.NOTHING;
        };
    }

    /** Returns whether an agreement or the truce bound in the round and does not bind in the next. */
    private static boolean hasRunOut(RoundView view) {
        int round = view.round();
        Treaty before = view.treaty();
        Treaty after = view.next();
        boolean fell = before.agreementUntil() >= round && after.agreementUntil() <= round;
        return fell || (before.bindsTruce(round) && !after.bindsTruce(round + 1));
    }

    private static Stream<LevelChange> raised(List<LevelChange> changes) {
        return changes.stream().filter(change -> TARIFFS.contains(change.instrument()) && change.to() > change.from());
    }
}
