package dev.truce.bot.line.json;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Order;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.SideDecisions;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.Instruments;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.PrivateFacts;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RoundJson} writes. */
final class RoundReader {
    private final BoardJson board;
    private final TermsJson terms;
    private final Instruments instruments;

    RoundReader(Scenario scenario) {
        this.instruments = scenario.instruments();
        this.board = new BoardJson(scenario);
        this.terms = new TermsJson(scenario);
    }

    RoundView read(Fields json, Side reader) {
        List<Order> orders = new ArrayList<>();
        Fields ordered = json.object("orders");
        for (Instrument instrument : instruments.all()) {
            String word = instrument.qualifiedWord();
            if (ordered.has(word)) {
                orders.add(new Order(instrument, board.level(instrument, ordered.string(word))));
            }
        }
        List<RoundEvent> events = new ArrayList<>();
        for (String event : json.strings("events")) {
            events.add(RoundEvent.valueOf(event));
        }
        List<SignalReading> signals = new ArrayList<>();
        for (Fields signal : json.objects("signals")) {
            signals.add(new SignalReading(
                    BoardJson.instrument(signal.string("on")),
                    signal.whole("about_round"),
                    signal.whole("notch_milli")));
        }
        Fields sides = json.object("sides");
        Fields own = json.object("own");
        return new RoundView(
                Viewer.of(reader),
                json.whole("round"),
                board.levels(json.object("levels")),
                orders,
                board.changes(json, "changes"),
                board.changes(json, "fallbacks"),
                json.strings("prevented").stream().map(BoardJson::instrument).toList(),
                board.changes(json, "corrected"),
                events,
                board.clauses(json, "expired"),
                board.treaty(json.object("treaty")),
                json.word("change", TreatyChange.class),
                board.treaty(json.object("next")),
                signals,
                side(sides.object("US")),
                side(sides.object("CN")),
                List.of(new PrivateFacts(
                        reader, own.whole("type_micro"), own.whole("chance_micro"), BoardJson.redLines(own))),
                RecordBinding.read(Figures.class, json.object("figures")),
                List.of(score(json.object("score"), reader)),
                ratification(json.object("ratification"), reader, json.whole("round")));
    }

    private SideFacts side(Fields json) {
        List<BrokenClause> broken = new ArrayList<>();
        for (Fields each : json.objects("broken")) {
            Instrument on = BoardJson.instrument(each.string("on"));
            broken.add(
                    new BrokenClause(board.clause(each), board.level(on, each.string("level")), each.number("lost")));
        }
        return new SideFacts(
                json.whole("public_escalation_milli"),
                broken,
                json.bool("snap_back_right"),
                json.whole("severity_milli"),
                json.bool("material"),
                json.bool("notice"),
                json.has("caught_on") ? BoardJson.instrument(json.string("caught_on")) : null,
                json.whole("reputation_milli"),
                new SideDecisions(
                        json.has("accused_on") ? BoardJson.instrument(json.string("accused_on")) : null,
                        json.has("cleared_on") ? BoardJson.instrument(json.string("cleared_on")) : null,
                        json.has("accusation_choice")
                                ? json.word("accusation_choice", AccusationChoice.class)
                                : AccusationChoice.REST,
                        json.has("own_text") && json.bool("own_text")));
    }

    private static ScoreCard score(Fields json, Side side) {
        return new ScoreCard(
                side,
                json.bool("estimated"),
                json.longs("points_micro"),
                json.longs("truce_micro"),
                json.whole("score_milli"),
                json.whole("truce_score_milli"),
                json.whole("score_so_far_milli"),
                json.whole("escalation_milli"));
    }

    private RatificationView ratification(Fields json, Side reader, int round) {
        @Nullable Terms signed = json.has("terms") ? terms.read(json.string("terms"), reader, round) : null;
        return new RatificationView(
                json.word("outcome", Ratification.Outcome.class),
                signed,
                json.has("side") ? json.word("side", Side.class) : null,
                json.whole("agreement"));
    }
}
