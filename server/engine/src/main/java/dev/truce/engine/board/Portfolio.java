package dev.truce.engine.board;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a minister is answerable for: a set of instruments of his side. Together the portfolios of a side hold each of its instruments
 * exactly once. Words never change: records, files and bots rely on them.
 */
public enum Portfolio {
    /** Reciprocal tariff, 301 investigation and tariff, 232 duties, port fee. */
    US_TRADE(
            "trade",
            Instrument.US_RECIPROCAL_TARIFF,
            Instrument.US_SECTION301_INVESTIGATION,
            Instrument.US_SECTION301_TARIFF,
            Instrument.US_SECTION232_DUTIES,
            Instrument.US_PORT_FEE),
    /** Affiliates rule, chip control, licence pace. */
    US_COMMERCE("commerce", Instrument.US_AFFILIATES_RULE, Instrument.US_CHIP_CONTROL, Instrument.US_LICENCE_PACE),
    /** Fentanyl tariff. */
    US_HOMELAND("homeland", Instrument.US_FENTANYL_TARIFF),
    /** Reciprocal tariff, both groups of rare earths, licence pace, unreliable entities. */
    CN_COMMERCE(
            "commerce",
            Instrument.CN_RECIPROCAL_TARIFF,
            Instrument.CN_RARE_EARTHS_APRIL,
            Instrument.CN_RARE_EARTHS_OCTOBER,
            Instrument.CN_LICENCE_PACE,
            Instrument.CN_UNRELIABLE_ENTITIES),
    /** Agricultural tariff, soya purchases. */
    CN_AGRICULTURE("agriculture", Instrument.CN_AGRI_TARIFF, Instrument.CN_SOY_PURCHASES),
    /** Port fee. */
    CN_TRANSPORT("transport", Instrument.CN_PORT_FEE),
    /** Enforcement against fentanyl. */
    CN_PUBLIC_SECURITY("public-security", Instrument.CN_FENTANYL_ENFORCEMENT);

    private static final List<Portfolio> ALL = List.of(values());
    private static final List<Portfolio> OF_US =
            ALL.stream().filter(p -> p.side() == Side.US).toList();
    private static final List<Portfolio> OF_CN =
            ALL.stream().filter(p -> p.side() == Side.CN).toList();

    private final String word;
    private final List<Instrument> instruments;

    Portfolio(String word, Instrument... instruments) {
        this.word = word;
        this.instruments = List.of(instruments);
    }

    /** Returns the word for it, for example {@code trade}; unique within a side only. */
    public String word() {
        return word;
    }

    /** Returns the side whose instruments it holds. */
    public Side side() {
        return instruments.get(0).holder();
    }

    /** Its instruments in index order; at least one. */
    public List<Instrument> instruments() {
        return instruments;
    }

    /** Returns the portfolios of a side in their order. */
    public static List<Portfolio> of(Side side) {
        return BySide.pick(side, OF_US, OF_CN);
    }

    /** Returns the portfolio that an instrument belongs to. */
    public static Portfolio of(Instrument instrument) {
        for (Portfolio portfolio : of(instrument.holder())) {
            if (portfolio.instruments.contains(instrument)) {
                return portfolio;
            }
        }
        throw new IllegalStateException("no portfolio holds " + instrument.id());
    }

    /** Finds a portfolio of a side by its word, any case. */
    public static Optional<Portfolio> find(String word, Side side) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return of(side).stream().filter(p -> p.word.equals(wanted)).findFirst();
    }
}
