package dev.truce.cli.json;

import dev.truce.cli.screen.LedgerBlock;
import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.orders.Order;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.round.BrokenClause;
import dev.truce.engine.round.LevelChange;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import dev.truce.match.Notice;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Causes;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.RoundTalk;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.page.Part;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.topic.IndicatorTopic;
import dev.truce.story.topic.NewsTopic;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A match as JSON objects, one a line: {@code match}, then a {@code round} each, then {@code end}. The schema is
 * {@code docs/demo-output.schema.json}; figures are rounded as on the screens.
 */
public final class MatchLines {
    private final Scenario scenario;
    private final TalkObjects talk;

    /** @param scenario the scenario that is played */
    public MatchLines(Scenario scenario) {
        this.scenario = scenario;
        this.talk = new TalkObjects(scenario);
    }

    /** Returns the object before the first round. */
    public Map<String, Object> match(String version, long seed, int rounds, String us, String cn) {
        Map<String, Object> match = typed("match");
        match.put("schema_version", 1);
        match.put("truce_version", version);
        match.put("ruleset", scenario.ruleset());
        match.put("scenario", scenario.id());
        match.put("scenario_hash", scenario.hash());
        match.put("data_version", scenario.dataVersion());
        match.put("seed", Long.toString(seed));
        match.put("rounds", rounds);
        match.put("us", us);
        match.put("cn", cn);
        return match;
    }

    /**
     * Returns the object of a resolved round.
     *
     * @param heard what was offered and said in it
     * @param news its news
     * @param published its indicators, or null if they are not known
     */
    public Map<String, Object> round(
            RoundView view, RoundTalk heard, List<NewsItem> news, @Nullable Indicators published) {
        Map<String, Object> round = typed("round");
        round.put("round", view.round());
        round.put("quarter", scenario.calendar().quarter(view.round()));
        round.put("levels", levels(view.levels()));
        List<Object> orders = new ArrayList<>();
        for (Order order : view.orders()) {
            orders.add(order(order.instrument(), order.level()));
        }
        round.put("orders", orders);
        round.put("changes", changes(view.changes()));
        round.put("fallbacks", changes(view.fallbacks()));
        round.put("corrected", changes(view.corrected()));
        List<Object> prevented = new ArrayList<>();
        for (Instrument instrument : view.prevented()) {
            prevented.add(instrument.id());
        }
        round.put("prevented", prevented);
        List<Object> events = new ArrayList<>();
        view.events().forEach(event -> events.add(event.name()));
        round.put("events", events);
        round.put("treaty", treaty(view));
        talk.put(round, view, heard);
        round.put("displayed_tariff_percent", NumberText.percent(view.figures().displayedTariffBasisPoints()));
        round.put("effective_tariff_percent", tenths(view.figures().usWedgeBasisPoints() / 10.0));
        round.put("normal_trade_percent", TradeFacts.NORMAL_TRADE);
        round.put("us_from_cn_usd_bn", milli(view.figures().usFromCnUsdMillions()));
        round.put("us_from_cn_percent_of_2024", TradeFacts.usFromCnShare(view.figures()));
        round.put("cn_from_us_usd_bn", milli(view.figures().cnFromUsUsdMillions()));
        round.put("cn_from_us_percent_of_2024", TradeFacts.cnFromUsShare(view.figures()));
        round.put("soy_mmt", milli(view.figures().soyTonnesThousands()));
        round.put("tension", view.figures().tensionTenths() / 10.0);
        round.put("news", new NewsTopic(scenario, Texts.phrases(), Bundles.all()).objects(news));
        round.put(
                "indicators",
                published == null
                        ? null
                        : new JsonPrinter().object(new IndicatorTopic(Texts.phrases()).page(published, published, "")));
        for (Side side : Side.values()) {
            round.put(key(side), side(view, side));
        }
        return round;
    }

    private Map<String, Object> side(RoundView view, Side side) {
        Map<String, Object> object = new LinkedHashMap<>();
        SideFacts facts = view.side(side);
        object.put("public_escalation", hundredths(facts.publicEscalationMilli()));
        object.put("reputation", hundredths(facts.reputationMilli()));
        List<Object> broken = new ArrayList<>();
        for (BrokenClause clause : facts.brokenClauses()) {
            broken.add(clause.clause().instrument().id());
        }
        object.put("broken_clauses", broken);
        object.put("breach", facts.severityMilli() > 0);
        object.put("material", facts.material());
        object.put(
                "caught_on", facts.caughtOn() == null ? null : facts.caughtOn().id());
        for (ScoreCard card : view.scores()) {
            if (card.side() == side) {
                object.put("escalation", hundredths(card.escalationMilli()));
                object.put("score", milli(card.scoreMilli()));
                object.put("truce_score", milli(card.truceScoreMilli()));
                object.put("score_so_far", milli(card.scoreSoFarMilli()));
                Causes causes = Causes.of(card, scenario.anchors());
                object.put("difference", causes.total() / 10.0);
                Map<String, Object> parts = new LinkedHashMap<>();
                for (Component component : Component.values()) {
                    parts.put(component.name().toLowerCase(Locale.ROOT), 0.0);
                }
                for (Causes.Cause cause : causes.all()) {
                    parts.put(cause.component().name().toLowerCase(Locale.ROOT), cause.tenths() / 10.0);
                }
                object.put("difference_by_component", parts);
            }
        }
        return object;
    }

    private static Map<String, Object> treaty(RoundView view) {
        Map<String, Object> treaty = new LinkedHashMap<>();
        int last = 0;
        List<Object> agreements = new ArrayList<>();
        for (Clause clause : view.treaty().clauses()) {
            if (clause.binds(view.round())) {
                last = Math.max(last, clause.last());
                if (!agreements.contains(clause.agreement())) {
                    agreements.add(clause.agreement());
                }
            }
        }
        treaty.put("in_force", !agreements.isEmpty());
        treaty.put("agreements", agreements);
        treaty.put("last_round", agreements.isEmpty() || last == Clause.FOREVER ? null : last);
        treaty.put("expired", !view.expired().isEmpty());
        treaty.put("change", view.change().name());
        return treaty;
    }

    /**
     * Returns the object after the last round.
     *
     * @param rounds all rounds, in order
     * @param ledger the ledger of said and done at the end
     * @param record file of the record, or null if none was written
     */
    public Map<String, Object> end(
            Notice.MatchOver over, List<RoundView> rounds, SaidAndDone ledger, @Nullable String record) {
        Wording wording = Texts.wording(scenario);
        Part said = new LedgerBlock(wording).part(ledger).datum(talk.ledger(ledger));
        Map<String, Object> end =
                new JsonPrinter().object(new FinalTopic(wording, Reasons.none()).page(over, rounds, ledger, said));
        end.put("record", record);
        return end;
    }

    private Map<String, Object> levels(Levels levels) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Instrument instrument : Instrument.all()) {
            object.put(instrument.id(), token(instrument, levels.get(instrument)));
        }
        return object;
    }

    private Map<String, Object> order(Instrument instrument, int level) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("instrument", instrument.id());
        order.put("level", token(instrument, level));
        return order;
    }

    private List<Object> changes(List<LevelChange> changes) {
        List<Object> list = new ArrayList<>();
        for (LevelChange change : changes) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("instrument", change.instrument().id());
            object.put("from", token(change.instrument(), change.from()));
            object.put("to", token(change.instrument(), change.to()));
            list.add(object);
        }
        return list;
    }

    private @Nullable String token(Instrument instrument, int level) {
        return level == Levels.UNSEEN
                ? null
                : scenario.spec(instrument).rung(level).token();
    }

    private static String key(Side side) {
        return side.word();
    }

    private static double tenths(double tenths) {
        return Math.floor(tenths + 0.5) / 10;
    }

    private static double milli(long milli) {
        return NumberText.tenths(milli) / 10.0;
    }

    private static double hundredths(long milli) {
        return NumberText.hundredths(milli) / 100.0;
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        return object;
    }
}
