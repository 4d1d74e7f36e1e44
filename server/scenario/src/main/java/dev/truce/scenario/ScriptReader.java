package dev.truce.scenario;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.ScenarioException.Code;
import dev.truce.scenario.Script.Average;
import dev.truce.scenario.Script.Basis;
import dev.truce.scenario.Script.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the script of a scenario; whether its orders are legal shows when it is played. */
final class ScriptReader {
    /** No average tariff of any pair of countries was ever near it. */
    private static final double MAX_AVERAGE = 1000;

    private final Scenario scenario;
    private final List<String> ids;

    private ScriptReader(Scenario scenario) {
        this.scenario = scenario;
        ids = scenario.instruments().all().stream().map(Instrument::id).toList();
    }

    static Script read(Node node, Scenario scenario) {
        Section section = Section.of(node, List.of("cn_base", "cn_agri_share", "steps"));
        ScriptReader reader = new ScriptReader(scenario);
        List<Step> steps = new ArrayList<>();
        int before = 0;
        for (Node entry : section.list("steps", 1, Limits.MAX_ROUNDS)) {
            Step step = reader.step(entry);
            before = ScenarioReader.ascending(entry, step.round(), before);
            steps.add(step);
        }
        return new Script(section.number("cn_base", 0, MAX_AVERAGE), section.number("cn_agri_share", 0, 1), steps);
    }

    private Step step(Node node) {
        Section step = Section.of(node, List.of("round", "orders", "us", "cn", "note", "source"), List.of("signed"));
        return new Step(
                step.integer("round", 1, Limits.MAX_ROUNDS),
                orders(step.node("orders")),
                step.has("signed") ? terms(step.node("signed")) : null,
                average(step.node("us")),
                average(step.node("cn")),
                ScenarioReader.titles(step.node("note"), 44),
                step.text("source", 160));
    }

    private JointOrders orders(Node node) {
        List<Order> us = new ArrayList<>();
        List<Order> cn = new ArrayList<>();
        Section orders = Section.someOf(node, ids);
        for (Instrument instrument : scenario.instruments().all()) {
            if (orders.has(instrument.id())) {
                Order order = new Order(instrument, level(orders, instrument));
                BySide.pick(instrument.holder(), us, cn).add(order);
            }
        }
        return new JointOrders(Orders.of(us), Orders.of(cn));
    }

    /** Terms with clauses are a package, without them a renewal. */
    private Terms terms(Node node) {
        Section terms = Section.of(node, List.of("rounds", "communique"), List.of("clauses"));
        int rounds = terms.integer("rounds", Terms.LEAST_ROUNDS, Terms.MAX_ROUNDS);
        boolean communique = terms.flag("communique");
        if (!terms.has("clauses")) {
            return new Terms.Renewal(rounds, communique);
        }
        Section clauses = Section.someOf(terms.node("clauses"), ids);
        List<Pledge> pledges = new ArrayList<>();
        for (Instrument instrument : scenario.instruments().all()) {
            if (clauses.has(instrument.id())) {
                pledges.add(new Pledge(instrument, level(clauses, instrument)));
            }
        }
        if (pledges.isEmpty()) {
            throw clauses.place().error(Code.INCONSISTENT, "no-clause");
        }
        return new Terms.Package(pledges, rounds, communique);
    }

    private int level(Section section, Instrument instrument) {
        return InstrumentReader.level(
                section.node(instrument.id()),
                instrument,
                scenario.spec(instrument).ladder());
    }

    private static Average average(Node node) {
        Section average = Section.of(node, List.of("average", "basis"));
        String basis = average.word("basis");
        List<String> known = Arrays.stream(Basis.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(basis)) {
            throw average.outOf("basis", known);
        }
        return new Average(average.number("average", 0, MAX_AVERAGE), Basis.values()[known.indexOf(basis)]);
    }
}
