package dev.truce.engine.economy;

/** No row of the validation table is lost where the rest of the world answers. */
class OpenWorldTest extends ValidationTableTest {
    @Override
    EconomyParameters parameters() {
        return WorldResponsesTest.OPEN;
    }

    /** Printed figures are those of the first ruleset; here the bands alone count. */
    @Override
    void printed(String what, double actual, double printed, int decimals) {}
}
