package dev.truce.bench.playout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.StateHash;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomMatchTest {
    private static final int MATCHES = 200;
    private static final int ROUNDS = 12;

    private final RandomMatch match = new RandomMatch(Rules.of(Scenarios.busan2025R2()));

    @Test
    void aSeedGivesTheSameMatchAndSeedsDiffer() {
        List<String> hashes = new ArrayList<>();
        for (int seed = 0; seed < MATCHES; seed++) {
            hashes.add(hash(seed));
            assertThat(hash(seed)).isEqualTo(hashes.get(seed));
        }
        assertThat(new HashSet<>(hashes)).hasSize(MATCHES);
    }

    private String hash(int seed) {
        return StateHash.hex(StateHash.of(
                match.play(seed, ROUNDS), 0, Scenarios.busan2025R2().instruments()));
    }

    @Test
    void treatiesAreMadeAndBrokenAndSomeoneIsCaught() {
        int treaties = 0;
        int breaches = 0;
        int catches = 0;
        for (int seed = 0; seed < MATCHES; seed++) {
            MatchState over = match.play(seed, ROUNDS);
            treaties += over.treaty().clauses().isEmpty() ? 0 : 1;
            breaches += over.us().breaches() + over.cn().breaches();
            catches += over.us().catches() + over.cn().catches();
        }
        assertThat(treaties).isPositive();
        assertThat(breaches).isPositive();
        assertThat(catches).isPositive();
    }
}
