package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each gate against scores that are made so that it must pass or must not. */
class GameGatesTest {
    private static final List<String> NAMES =
            Roster.reference().stream().map(BotFactory::name).toList();
    private static final int SEEDS = 8;

    @Test
    void seatsThatAreSixApartAreNotBalanced() {
        assertThat(gates((us, cn) -> 60, (us, cn) -> 56).get("seats").outcome()).isEqualTo(Gate.Outcome.PASSED);
        assertThat(gates((us, cn) -> 60, (us, cn) -> 54).get("seats").outcome()).isEqualTo(Gate.Outcome.FAILED);
        assertThat(gates((us, cn) -> 60, (us, cn) -> 54).get("self-play").outcome())
                .isEqualTo(Gate.Outcome.FAILED);
    }

    @Test
    void oneBestReplyToAllIsDominant() {
        Map<String, Gate> gates = gates((us, cn) -> us == 0 ? 70 : 60, (us, cn) -> 60);
        assertThat(gates.get("no-dominance").outcome()).isEqualTo(Gate.Outcome.FAILED);
        assertThat(gates.get("best-replies").outcome()).isEqualTo(Gate.Outcome.FAILED);
    }

    @Test
    void kindnessHasToBeExploitedInBothSeatsEachOnItsOwn() {
        int dove = NAMES.indexOf("dove");
        int opport = NAMES.indexOf("opport");
        Scores gains = (own, other) -> own == opport && other == dove ? 75 : 70;
        Scores loses = (own, other) -> own == dove && other == opport ? 50 : 70;
        Scores both = (own, other) -> Math.min(gains.of(own, other), 75) + loses.of(own, other) - 70;
        assertThat(kindness(both, both)).isEqualTo(Gate.Outcome.PASSED);
        assertThat(kindness(both, (own, other) -> 70)).isEqualTo(Gate.Outcome.FAILED);
        assertThat(kindness(loses, loses)).as("it takes, but gains nothing").isEqualTo(Gate.Outcome.FAILED);
    }

    private static Gate.Outcome kindness(Scores asUs, Scores asCn) {
        return gates((us, cn) -> asUs.of(us, cn), (us, cn) -> asCn.of(cn, us))
                .get("kindness")
                .outcome();
    }

    @Test
    void hostilityHasToBeFifteenBehind() {
        int hawk = NAMES.indexOf("hawk");
        Scores far = (own, other) -> own == hawk ? 40 : 60;
        Scores near = (own, other) -> own == hawk ? 46 : 60;
        assertThat(symmetric(far).get("hostility").outcome()).isEqualTo(Gate.Outcome.PASSED);
        assertThat(symmetric(near).get("hostility").outcome()).isEqualTo(Gate.Outcome.FAILED);
    }

    @Test
    void inferenceHasToPay() {
        int match = NAMES.indexOf("match");
        assertThat(symmetric((own, other) -> own == match ? 61 : 60)
                        .get("inference")
                        .outcome())
                .isEqualTo(Gate.Outcome.PASSED);
        assertThat(symmetric((own, other) -> 60).get("inference").outcome()).isEqualTo(Gate.Outcome.FAILED);
    }

    @Test
    void noUnderComplierMayTakeOver() {
        int choker = NAMES.indexOf("choker");
        Gate gate = symmetric((own, other) -> own == choker ? 70 : 60).get("replicator");
        assertThat(gate.outcome()).isEqualTo(Gate.Outcome.FAILED);
        assertThat((double) gate.figures().get("all")).isGreaterThan(.9);
    }

    @Test
    void theMedianHeuristicHasToBeatChance() {
        int random = NAMES.indexOf("random");
        assertThat(symmetric((own, other) -> own == random ? 50 : 60)
                        .get("heuristics")
                        .outcome())
                .isEqualTo(Gate.Outcome.PASSED);
        Gate gate = symmetric((own, other) -> own == random ? 65 : 60).get("heuristics");
        assertThat(gate.outcome()).isEqualTo(Gate.Outcome.FAILED);
        assertThat((List<?>) gate.figures().get("not_ahead")).hasSize(15);
    }

    @Test
    void everyGateHasItsIdInItsPlace() {
        assertThat(symmetric((own, other) -> 60).keySet()).containsExactlyInAnyOrderElementsOf(GameGates.ids());
        Games games = games((us, cn) -> 60, (us, cn) -> 60);
        assertThat(new GameGates(new PoolStudies(games, null, null, null, null)).all())
                .extracting(Gate::id)
                .isEqualTo(GameGates.ids());
        assertThat(new TableGates(games).all()).extracting(Gate::id).isEqualTo(TableGates.ids());
    }

    /** A score from two indices. */
    private interface Scores {
        double of(int first, int second);
    }

    private static Map<String, Gate> symmetric(Scores own) {
        return gates((us, cn) -> own.of(us, cn), (us, cn) -> own.of(cn, us));
    }

    private static Map<String, Gate> gates(Scores ofUs, Scores ofCn) {
        return new GameGates(new PoolStudies(games(ofUs, ofCn), null, null, null, null))
                .all().stream().collect(Collectors.toMap(Gate::id, Function.identity()));
    }

    private static Games games(Scores ofUs, Scores ofCn) {
        double[][][] scores = new double[2 * SEEDS][NAMES.size()][NAMES.size()];
        for (int i = 0; i < scores.length; i++) {
            for (int us = 0; us < NAMES.size(); us++) {
                for (int cn = 0; cn < NAMES.size(); cn++) {
                    scores[i][us][cn] = (i % 2 == 0 ? ofUs : ofCn).of(us, cn);
                }
            }
        }
        return Tables.games(NAMES, scores);
    }
}
