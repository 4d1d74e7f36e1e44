package dev.truce.engine.view;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import java.util.List;
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
 */
public record PublicRound(int round, int tariff, List<Side> broke, boolean communique, boolean returned) {
    /** The instruments that the headline tariff is made of. */
    private static final List<Instrument> TARIFFS =
            List.of(Instrument.US_FENTANYL_TARIFF, Instrument.US_RECIPROCAL_TARIFF);

    public PublicRound {
        broke = List.copyOf(broke);
    }

    /** Returns what everybody sees of a round, from anybody's view of it. */
    public static PublicRound of(RoundView view) {
        return new PublicRound(
                view.round(),
                view.figures().displayedTariff(),
                Stream.of(Side.values())
                        .filter(side -> view.side(side).severityMilli() > 0)
                        .toList(),
                view.next().isCommunique() && view.next().bindsAny(view.round() + 1),
                raised(view.fallbacks()).findAny().isPresent()
                        && raised(view.changes()).allMatch(view.fallbacks()::contains));
    }

    private static Stream<LevelChange> raised(List<LevelChange> changes) {
        return changes.stream().filter(change -> TARIFFS.contains(change.instrument()) && change.to() > change.from());
    }
}
