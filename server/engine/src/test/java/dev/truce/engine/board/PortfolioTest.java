package dev.truce.engine.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 1: the portfolios of a side are a partition of its instruments. */
class PortfolioTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "US_TRADE, RECIP S301 DUTY301 DUTY232 PORT",
        "US_COMMERCE, AFFIL CHIP PACE",
        "US_HOMELAND, FENT",
        "CN_COMMERCE, RECIP REE7 REE5 PACE UEL",
        "CN_AGRICULTURE, AGRI SOY",
        "CN_TRANSPORT, PORT",
        "CN_PUBLIC_SECURITY, ENFORCE"
    })
    void aPortfolioHoldsTheInstrumentsOfTheTable(Portfolio portfolio, String words) {
        // An instrument that only some scenarios have may come on top.
        assertThat(portfolio.instruments()).extracting(Instrument::word).containsSubsequence(words.split(" "));
        assertThat(portfolio.instruments()).allMatch(instrument -> Portfolio.of(instrument) == portfolio);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void togetherThePortfoliosOfASideHoldEachOfItsInstrumentsExactlyOnce(Side side) {
        List<Instrument> held = new ArrayList<>();
        for (Portfolio portfolio : Portfolio.of(side)) {
            assertThat(portfolio.side()).isEqualTo(side);
            held.addAll(portfolio.instruments());
        }
        assertThat(held).containsExactlyInAnyOrderElementsOf(Instrument.of(side));
    }

    @Test
    void everyPortfolioIsOneSides() {
        List<Portfolio> both = new ArrayList<>(Portfolio.of(Side.US));
        both.addAll(Portfolio.of(Side.CN));
        assertThat(both).containsExactly(Portfolio.values());
    }

    @ParameterizedTest
    @EnumSource(Portfolio.class)
    void aWordIsReadFromTheChairOfItsSide(Portfolio portfolio) {
        assertThat(Portfolio.find(portfolio.word(), portfolio.side())).contains(portfolio);
        assertThat(Portfolio.find(portfolio.word().toUpperCase(Locale.ROOT), portfolio.side()))
                .contains(portfolio);
        assertThat(Portfolio.find(portfolio.word(), portfolio.side().other()))
                .as("the other side has a portfolio of its own by that name, or none")
                .isNotEqualTo(Optional.of(portfolio));
    }
}
