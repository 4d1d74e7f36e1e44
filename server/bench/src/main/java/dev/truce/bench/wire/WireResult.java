package dev.truce.bench.wire;

/**
 * What a run of the benchmark found.
 *
 * @param settings what was played
 * @param game the server of matches
 * @param echo the same frames without a game
 * @param durableEcho the same frames without a game, each move saved before it is answered
 */
record WireResult(WireSettings settings, WireFigures game, WireFigures echo, WireFigures durableEcho) {
    WireFigures.Ratio gameToEcho() {
        return WireFigures.Ratio.of(game, echo);
    }

    WireFigures.Ratio gameToDurableEcho() {
        return WireFigures.Ratio.of(game, durableEcho);
    }
}
