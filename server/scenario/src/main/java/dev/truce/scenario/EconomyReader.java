package dev.truce.scenario;

import dev.truce.engine.economy.ChokepointParameters;
import dev.truce.engine.economy.EconomyParameters;
import dev.truce.engine.economy.Sector;
import dev.truce.engine.economy.TradeResponses;
import dev.truce.engine.economy.WorldResponses;
import dev.truce.engine.scenario.EconomyPath;
import dev.truce.scenario.ScenarioException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Reads the knobs of the economy and the path to its start state. */
final class EconomyReader {
    /** A century of idle quarters; each costs a step at load. */
    private static final int MAX_IDLE_QUARTERS = 400;

    private static final int MAX_QUARTERS = 40;

    /** Rates above tenfold make no sense in any history. */
    private static final double MAX_RATE = 10;

    private static final double MAX_SOY_MMT = 100;

    private EconomyReader() {}

    static EconomyParameters parameters(Node node) {
        Section section = Section.of(
                node,
                List.of("delta", "rare_earths", "chips", "rare_earth_weights", "chip_weights", "sigma"),
                List.of("soya_reroute", "soya_supply_slope", "chip_quota", "exchange_rate", "connectors"));
        return checked(
                section,
                () -> new EconomyParameters(
                        section.number("delta", 0.01, 1),
                        chokepoint(section.node("rare_earths")),
                        chokepoint(section.node("chips")),
                        weights(section.node("rare_earth_weights")),
                        weights(section.node("chip_weights")),
                        elasticities(section.node("sigma")),
                        new TradeResponses(
                                section.has("soya_reroute") ? section.number("soya_reroute", 0, 1) : 0,
                                section.has("soya_supply_slope") ? section.number("soya_supply_slope", 0, 1) : 0,
                                section.has("chip_quota") && section.flag("chip_quota")),
                        world(section)));
    }

    private static WorldResponses world(Section section) {
        double connectors = section.has("connectors") ? section.number("connectors", 0, 1) : 0;
        if (!section.has("exchange_rate")) {
            return new WorldResponses(0, 0, 0, 0, 0, connectors);
        }
        Section rate =
                Section.of(section.node("exchange_rate"), List.of("answer", "free", "most", "speed", "dollar_pricing"));
        return new WorldResponses(
                // An exchange rate that answers nothing is left out.
                rate.number("answer", 0.01, 2),
                rate.number("free", 0, 1),
                rate.number("most", 0, 0.5),
                rate.number("speed", 0, 1),
                rate.number("dollar_pricing", 0, 1),
                connectors);
    }

    static EconomyPath path(Node node) {
        Section section = Section.of(node, List.of("idle_quarters", "quarters"));
        List<EconomyPath.Quarter> quarters = new ArrayList<>();
        for (Node entry : section.list("quarters", 0, MAX_QUARTERS)) {
            Section quarter =
                    Section.of(entry, List.of("name", "fent", "rec_us", "k232", "rec_cn", "soy", "ree", "chip"));
            quarters.add(new EconomyPath.Quarter(
                    quarter.text("name", 20),
                    quarter.number("fent", 0, MAX_RATE),
                    quarter.number("rec_us", 0, MAX_RATE),
                    quarter.number("k232", 0, MAX_RATE),
                    quarter.number("rec_cn", 0, MAX_RATE),
                    quarter.number("soy", -1, MAX_SOY_MMT),
                    quarter.number("ree", 0, 1),
                    quarter.number("chip", 0, 1)));
        }
        return new EconomyPath(section.integer("idle_quarters", 0, MAX_IDLE_QUARTERS), quarters);
    }

    private static ChokepointParameters chokepoint(Node node) {
        return NumberTable.read(node, ChokepointParameters.class);
    }

    private static List<Double> weights(Node node) {
        Section section = Section.of(node, sectors());
        return sectors().stream().map(key -> section.number(key, 0, 0.1)).toList();
    }

    private static List<Integer> elasticities(Node node) {
        Section section = Section.of(node, sectors());
        return sectors().stream().map(key -> section.integer(key, 2, 5)).toList();
    }

    private static List<String> sectors() {
        List<String> keys = new ArrayList<>();
        for (Sector sector : Sector.values()) {
            keys.add(sector.name().toLowerCase(Locale.ROOT));
        }
        return keys;
    }

    private static <T> T checked(Section section, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw section.place().error(Code.OUT_OF_RANGE, "values", String.valueOf(e.getMessage()));
        }
    }
}
