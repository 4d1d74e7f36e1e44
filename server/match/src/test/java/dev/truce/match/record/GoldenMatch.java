package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.round.Rules;
import dev.truce.match.notation.OrderText;
import dev.truce.match.referee.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A match of twelve rounds that meets what the rules have: breach, right, snap-back, 301, covert shortfall, chokepoints, calm. */
final class GoldenMatch {
    private static final List<String[]> ORDERS = List.of(
            new String[] {"HOLD", "HOLD"},
            new String[] {"PORT=50", "SOY=3"},
            new String[] {"PORT=0", "PORT=400; ENFORCE=0"},
            new String[] {"RECIP=20; S301=active; PACE=0", "SOY=6.25; PORT=0"},
            new String[] {"HOLD", "REE5=tight; RECIP=54"},
            new String[] {"DUTY301=25; CHIP=strict", "REE7=tight; UEL=active"},
            new String[] {"FENT=25; RECIP=125; CHIP=embargo", "REE7=banned; REE5=banned; SOY=0; AGRI=25"},
            new String[] {"HOLD", "PACE=0"},
            new String[] {"CHIP=licensed; RECIP=34", "REE7=licensed; REE5=licensed; RECIP=34"},
            new String[] {"S301=paused; FENT=10; PACE=2", "SOY=6.25; ENFORCE=2; PACE=2; AGRI=0"},
            new String[] {"RECIP=10; PORT=0; AFFIL=suspended", "RECIP=10; PORT=0; UEL=suspended"},
            new String[] {"RECIP=0; FENT=0; DUTY232=eased", "RECIP=0; SOY=9; ENFORCE=3"});

    private GoldenMatch() {}

    /** Plays it. Round 5 closes at the deadline with both sides' orders sealed, round 8 with China absent. */
    static Table play() {
        return play(Table.RULES, table -> {});
    }

    /**
     * Plays it and shows the table before round 1 and after each round.
     *
     * @param rules of the scenario that is played
     * @param looksOn what is shown the table
     */
    static Table play(Rules rules, Consumer<Table> looksOn) {
        Table table = new Table(rules, Table.setup(ORDERS.size(), 20_260_401), Table.terms(60_000));
        table.start();
        looksOn.accept(table);
        for (int round = 1; round <= ORDERS.size(); round++) {
            table.seat("US").submits(ORDERS.get(round - 1)[0]);
            if (round == 8) {
                table.deadlinePasses();
                looksOn.accept(table);
                continue;
            }
            table.seat("CN").submits(ORDERS.get(round - 1)[1]);
            if (round == 5) {
                table.deadlinePasses();
            } else {
                table.everybodyIsReady();
            }
            looksOn.accept(table);
        }
        return table;
    }

    /** What happened, as a reader of a change of the rules wants to see it: one line a fact, figures to six decimals. */
    static String transcript(Table table) {
        StringBuilder text = new StringBuilder();
        for (RoundReport report : table.referee.reports()) {
            line(
                    text,
                    "== round %d, tariff %d bp",
                    report.round(),
                    Table.RULES.displayedTariffBasisPoints(report.after()));
            for (Side side : Side.values()) {
                line(text, "%s orders %s", side, OrderText.of(report.orders().of(side), Table.RULES.scenario()));
            }
            changes(text, "fell back", report.fallbacks());
            changes(text, "corrected", report.corrected());
            if (!report.prevented().isEmpty()) {
                line(text, "prevented %s", report.prevented());
            }
            if (!report.events().isEmpty()) {
                line(text, "events %s", report.events());
            }
            if (!report.expired().isEmpty()) {
                line(text, "expired %d clauses", report.expired().size());
            }
            for (Side side : Side.values()) {
                side(text, side, report.side(side));
            }
            line(
                    text,
                    "treaty %s, kept %.6f, tension %.6f, draws %d",
                    report.change(),
                    report.depthKept(),
                    report.tension(),
                    report.draws());
            line(
                    text,
                    "US from CN %.6f, CN from US %.6f, rare earths %.6f, chips %.6f",
                    report.economy().usFromCn(),
                    report.economy().cnFromUs(),
                    report.economy().rareEarths(),
                    report.economy().chips());
            line(text, "chain %s", table.referee.chain().get(report.round()));
        }
        return text.toString();
    }

    private static void side(StringBuilder text, Side side, SideReport report) {
        line(
                text,
                "%s A %.6f, Ap %.6f, c %.6f, depth %.6f, reputation %.6f, type %.6f, points %.6f%s%s%s",
                side,
                report.escalation(),
                report.publicEscalation(),
                report.compliance(),
                report.depth(),
                report.reputation(),
                report.type(),
                report.points().total(),
                report.snapBackRight() ? ", may suspend" : "",
                report.severity() > 0
                        ? String.format(
                                Locale.ROOT, ", breach %.6f%s", report.severity(), report.material() ? " material" : "")
                        : "",
                report.caught() ? ", caught on " + report.caughtOn() + (report.reallyCaught() ? "" : " falsely") : "");
    }

    private static void changes(StringBuilder text, String what, List<LevelChange> changes) {
        for (LevelChange change : changes) {
            line(
                    text,
                    "%s %s.%s",
                    what,
                    change.instrument().holder(),
                    OrderText.of(new Order(change.instrument(), change.to()), Table.RULES.scenario()));
        }
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
