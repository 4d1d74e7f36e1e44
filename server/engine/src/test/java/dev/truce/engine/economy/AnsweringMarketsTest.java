package dev.truce.engine.economy;

/** The bands of the validation table under the second ruleset, whose markets of soya and chips answer policy. */
class AnsweringMarketsTest extends ValidationTableTest {
    @Override
    EconomyParameters parameters() {
        return TradeResponsesTest.ANSWERING;
    }

    /** Printed figures are those of the first ruleset; here the bands alone count. */
    @Override
    void printed(String what, double actual, double printed, int decimals) {}
}
