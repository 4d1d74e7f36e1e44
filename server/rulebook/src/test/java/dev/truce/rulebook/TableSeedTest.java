package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.chance.Purpose;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of a class meet the same world; what belongs to a side is their own. */
class TableSeedTest {
    private static final List<RoundEvent> OF_CHANCE =
            List.of(RoundEvent.CHIP_BREAKTHROUGH, RoundEvent.RARE_EARTH_SUPPLY, RoundEvent.COURT_RULING);
    private static final Horizon HIDDEN = new Horizon.Hidden(6, .7, 14);

    private static MatchSetup setup(long seed, Long ofTable) {
        MatchSetup usual = Play.RULES.setup(seed);
        return new MatchSetup(seed, ofTable, HIDDEN, usual.calendar(), usual.conditions());
    }

    /** What chance did in a match in which both sides kept short of their word on covert instruments in each round. */
    private record Told(List<List<RoundEvent>> common, List<Object> ofTable) {
        static Told of(MatchSetup setup) {
            Play play = new Play(Play.RULES, setup);
            List<List<RoundEvent>> common = new ArrayList<>();
            List<Object> ofTable = new ArrayList<>();
            ofTable.add(play.state().redLines());
            while (!play.state().isOver()) {
                RoundReport report = play.round("CN.ENFORCE=1 CN.PACE=1 US.PACE=1");
                common.add(report.events().stream().filter(OF_CHANCE::contains).toList());
                ofTable.add(play.state().us().type());
                ofTable.add(play.state().cn().type());
                ofTable.add(report.signals());
                for (Side side : Side.values()) {
                    ofTable.add(report.side(side).points().of(Component.CHANCE));
                }
                ofTable.add(play.state().redLines());
            }
            return new Told(common, ofTable);
        }
    }

    @Test
    void withoutASeedOfItsOwnAMatchIsWhatItWas() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(Told.of(setup(seed, seed))).isEqualTo(Told.of(setup(seed, null)));
        }
    }

    @Test
    void tablesShareEventsAndHorizonAndNothingThatBelongsToASide() {
        int alike = 0;
        for (long seed = 0; seed < 50; seed++) {
            Told one = Told.of(setup(seed, 1_000 + seed));
            Told other = Told.of(setup(seed, 2_000 + seed));
            assertThat(other.common()).isEqualTo(one.common());
            assertThat(other.ofTable()).isNotEqualTo(one.ofTable());
            alike += Told.of(setup(~seed, 1_000 + seed)).common().equals(one.common()) ? 1 : 0;
        }
        assertThat(alike).as("another seed is another world").isLessThan(10);
    }

    @Test
    void theSeedOfATableAloneDecidesWhatBelongsToASide() {
        for (long seed = 0; seed < 20; seed++) {
            Play one = new Play(Play.RULES, setup(seed, 7L));
            Play other = new Play(Play.RULES, setup(~seed, 7L));
            assertThat(other.state().redLines()).isEqualTo(one.state().redLines());
            assertThat(other.state().us()).isEqualTo(one.state().us());
            assertThat(other.hold().signals()).isEqualTo(one.hold().signals());
        }
    }

    /** Each new purpose has to say here whose it is. */
    @ParameterizedTest
    @EnumSource
    void aPurposeIsCommonIfItBelongsToNeitherSide(Purpose purpose) {
        boolean common = Set.of(Purpose.EVENT, Purpose.COURT, Purpose.LAPSE, Purpose.HORIZON)
                .contains(purpose);
        assertThat(purpose.isCommon()).isEqualTo(common);
        Draws one = new Draws(1, 2);
        assertThat(one.uniform(purpose, 3, 1, 4)).isEqualTo(new Draws(common ? 1 : 2).uniform(purpose, 3, 1, 4));
        assertThat(one.normal(purpose, 3, 1, 4)).isEqualTo(new Draws(common ? 1 : 2).normal(purpose, 3, 1, 4));
    }

    @Test
    void briefsAreThoseOfTheTable() {
        Minister minister = new Minister(1, List.of(Portfolio.US_TRADE), null);
        assertThat(Brief.of(minister, Side.US, setup(1, 5L).seedOfTable()))
                .isEqualTo(Brief.of(minister, Side.US, 5))
                .isNotEqualTo(Brief.of(minister, Side.US, 1));
    }

    @Test
    void aMatchThatIsEndedEarlierKeepsBothSeeds() {
        assertThat(setup(1, 5L).endingWith(3).seedOfTable()).isEqualTo(5);
        assertThat(setup(1, 5L).endingWith(3).seed()).isEqualTo(1);
    }
}
