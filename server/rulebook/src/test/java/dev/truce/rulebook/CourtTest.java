package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreements B, rules 13: once a match the court caps the US add-on at 40 points, for two rounds. */
class CourtTest {
    @ParameterizedTest(name = "fentanyl {0}, reciprocal {1}: reciprocal {2}")
    @CsvSource({
        "0, 7, 4", "1, 7, 4", "2, 7, 3", "4, 7, 3", "5, 7, 2", "4, 5, 3", "4, 4, 3", "4, 3, 3", "2, 2, 2", "5, 2, 2",
        "0, 4, 4", "0, 0, 0"
    })
    void theReciprocalTariffFallsToTheHighestLevelThatTheCapAllows(int fentanyl, int ordered, int capped) {
        Play play = Play.noiseFree(12);
        play.become(Records.with(play.state(), "courtRoundsLeft", 1, "courtHasRuled", true));
        RoundReport report = play.round("US.FENT=" + fentanyl + " US.RECIP=" + ordered);
        assertThat(report.after().get(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(capped);
        assertThat(report.after().get(Instrument.US_FENTANYL_TARIFF)).isEqualTo(fentanyl);
        assertThat(report.corrected().isEmpty()).isEqualTo(ordered == capped);
        assertThat(report.events()).contains(RoundEvent.COURT_CAP_HOLDS);
    }

    @Test
    void whatTheCourtAllowsIsTheActForEveryLaterPurpose() {
        Play play = Play.noiseFree(12);
        play.become(Records.with(play.state(), "courtRoundsLeft", 1, "courtHasRuled", true));
        RoundReport report = play.round("US.RECIP=7");
        assertThat(report.us().publicEscalation()).isCloseTo(.5, within(1e-12));
        assertThat(report.us().lost()).isCloseTo(.125, within(1e-12));
        assertThat(report.us().material()).isFalse();
        assertThat(play.hold().after().get(Instrument.US_RECIPROCAL_TARIFF))
                .as("it does not rise by itself, and holding keeps the treaty")
                .isEqualTo(2);
    }

    @Test
    void itRulesOnceForTwoRounds() {
        Scenario busan = Play.RULES.scenario();
        Rules rules = Rules.of(Records.with(busan, "knobs", Records.with(busan.knobs(), "courtChance", 1.0)));
        MatchSetup setup = Play.setup(7, 12, Conditions.PLAY);
        Resolver resolver = new Resolver(rules);
        MatchState state = rules.start(setup);
        for (int round = 1; round <= 4; round++) {
            Resolution resolution = resolver.resolve(setup, state, Play.orders("US.RECIP=7"));
            state = resolution.next();
            assertThat(state.levels().get(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(round <= 2 ? 3 : 7);
            assertThat(resolution.report().events().contains(RoundEvent.COURT_RULING))
                    .isEqualTo(round == 1);
            assertThat(resolution.report().events().contains(RoundEvent.COURT_CAP_HOLDS))
                    .isEqualTo(round == 2);
            assertThat(state.courtHasRuled()).isTrue();
        }
    }

    @Test
    void itNeverRulesWithoutChance() {
        Play play = Play.noiseFree(12).holding(12);
        assertThat(play.state().courtHasRuled()).isFalse();
    }

    @Test
    void aTariffThatFellBackByItselfKeepsItsGraceWhenTheCourtLowersIt() {
        Play play = Play.noiseFree(12, 2, 4, 8, 12).holding(3);
        play.become(Records.with(play.state(), "courtRoundsLeft", 1, "courtHasRuled", true));
        RoundReport report = play.hold();
        assertThat(report.after().get(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(3);
        assertThat(report.side(Side.US).publicEscalation()).isZero();
    }
}
