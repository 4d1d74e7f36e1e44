package dev.truce.bot.line.json;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Order;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.SideDecisions;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.PrivateFacts;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.SignalReading;
import dev.truce.match.notation.TermsNotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resolved round, as a seat sees it, as JSON. */
final class RoundJson {
    private final Scenario scenario;
    private final BoardJson board;

    RoundJson(Scenario scenario) {
        this.scenario = scenario;
        this.board = new BoardJson(scenario);
    }

    Map<String, @Nullable Object> of(RoundView view) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("round", view.round());
        map.put("levels", board.levels(view.levels()));
        Map<String, Object> orders = new LinkedHashMap<>();
        for (Order order : view.orders()) {
            orders.put(order.instrument().qualifiedWord(), board.token(order.instrument(), order.level()));
        }
        map.put("orders", orders);
        map.put("changes", board.changes(view.changes()));
        map.put("fallbacks", board.changes(view.fallbacks()));
        List<String> prevented = new ArrayList<>();
        for (Instrument instrument : view.prevented()) {
            prevented.add(instrument.qualifiedWord());
        }
        map.put("prevented", prevented);
        map.put("corrected", board.changes(view.corrected()));
        map.put("events", view.events().stream().map(RoundEvent::name).toList());
        map.put("expired", board.clauses(view.expired()));
        map.put("treaty", board.treaty(view.treaty()));
        map.put("change", view.change().name());
        map.put("next", board.treaty(view.next()));
        List<Object> signals = new ArrayList<>();
        for (SignalReading signal : view.signals()) {
            signals.add(signal(signal));
        }
        map.put("signals", signals);
        Map<String, Object> sides = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            sides.put(side.name(), side(view.side(side)));
        }
        map.put("sides", sides);
        for (PrivateFacts own : view.own()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("type_micro", own.typeMicro());
            facts.put("chance_micro", own.chanceMicro());
            BoardJson.putRedLines(facts, own.redLines());
            map.put("own", facts);
        }
        map.put("figures", RecordBinding.of(view.figures()));
        for (ScoreCard score : view.scores()) {
            map.put("score", score(score));
        }
        map.put("ratification", ratification(view.ratification(), view.round()));
        return map;
    }

    private static Map<String, Object> signal(SignalReading signal) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("on", signal.instrument().qualifiedWord());
        map.put("about_round", signal.aboutRound());
        map.put("notch_milli", signal.notchMilli());
        return map;
    }

    private Map<String, @Nullable Object> side(SideFacts facts) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("public_escalation_milli", facts.publicEscalationMilli());
        List<Object> broken = new ArrayList<>();
        for (BrokenClause each : facts.brokenClauses()) {
            Map<String, Object> one = new LinkedHashMap<>(board.clause(each.clause()));
            one.put("level", board.token(each.clause().instrument(), each.level()));
            one.put("lost", each.lost());
            broken.add(one);
        }
        map.put("broken", broken);
        map.put("snap_back_right", facts.snapBackRight());
        map.put("severity_milli", facts.severityMilli());
        map.put("material", facts.material());
        map.put("notice", facts.notice());
        Instrument caught = facts.caughtOn();
        map.put("caught_on", caught == null ? null : caught.qualifiedWord());
        map.put("reputation_milli", facts.reputationMilli());
        SideDecisions decisions = facts.decisions();
        if (decisions.accusedOn() != null) {
            map.put("accused_on", decisions.accusedOn().qualifiedWord());
        }
        if (decisions.clearedOn() != null) {
            map.put("cleared_on", decisions.clearedOn().qualifiedWord());
        }
        if (decisions.choice() != AccusationChoice.REST) {
            map.put("accusation_choice", decisions.choice().name());
        }
        if (decisions.ownText()) {
            map.put("own_text", true);
        }
        return map;
    }

    private static Map<String, Object> score(ScoreCard score) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("estimated", score.estimated());
        map.put("score_milli", score.scoreMilli());
        map.put("truce_score_milli", score.truceScoreMilli());
        map.put("score_so_far_milli", score.scoreSoFarMilli());
        map.put("escalation_milli", score.escalationMilli());
        map.put(
                "components",
                List.of(Component.values()).stream().map(Component::name).toList());
        map.put("points_micro", score.pointsMicro());
        map.put("truce_micro", score.truceMicro());
        return map;
    }

    private Map<String, @Nullable Object> ratification(RatificationView view, int round) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("outcome", view.outcome().name());
        map.put("terms", view.terms() == null ? null : TermsNotation.of(view.terms(), round, scenario));
        map.put("side", view.side() == null ? null : view.side().name());
        map.put("agreement", view.agreement());
        return map;
    }
}
