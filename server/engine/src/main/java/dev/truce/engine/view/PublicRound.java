package dev.truce.engine.view;

import dev.truce.engine.board.Side;
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
 */
public record PublicRound(int round, int tariff, List<Side> broke, boolean communique) {
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
                view.next().isCommunique() && view.next().bindsAny(view.round() + 1));
    }
}
