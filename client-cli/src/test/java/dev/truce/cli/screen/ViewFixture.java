package dev.truce.cli.screen;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.PrivateFacts;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds views by hand: a calm round of the Busan truce, in which a test changes what it is about. */
public final class ViewFixture {
    public static final Scenario BUSAN = Scenarios.busan2025();

    private final int round;
    private Viewer viewer = Viewer.OMNISCIENT;
    private Levels levels = BUSAN.startLevels();
    private final List<Order> orders = new ArrayList<>();
    private final List<LevelChange> changes = new ArrayList<>();
    private final List<LevelChange> fallbacks = new ArrayList<>();
    private final List<Instrument> prevented = new ArrayList<>();
    private final List<LevelChange> corrected = new ArrayList<>();
    private final List<RoundEvent> events = new ArrayList<>();
    private List<Clause> expired = List.of();
    private Treaty treaty = Treaty.of(BUSAN.truce(), false, 1);
    private TreatyChange change = TreatyChange.NONE;
    private final List<SignalReading> signals = new ArrayList<>();
    private SideFacts us = calm(800);
    private SideFacts cn = calm(800);
    private Figures figures = figures(4700, 3070, 71_800, 28_200, 6_250, 10);
    private final List<ScoreCard> scores = new ArrayList<>();

    private ViewFixture(int round) {
        this.round = round;
    }

    public static ViewFixture round(int round) {
        return new ViewFixture(round);
    }

    public ViewFixture seenBy(Viewer who) {
        viewer = who;
        return this;
    }

    public ViewFixture at(Instrument instrument, int level) {
        levels = levels.with(instrument, level);
        return this;
    }

    /** An order that moved a level. */
    public ViewFixture moved(Instrument instrument, int from, int to) {
        orders.add(new Order(instrument, to));
        changes.add(new LevelChange(instrument, from, to));
        return at(instrument, to);
    }

    public ViewFixture fellBack(Instrument instrument, int from, int to) {
        changes.add(new LevelChange(instrument, from, to));
        fallbacks.add(new LevelChange(instrument, from, to));
        return at(instrument, to);
    }

    public ViewFixture prevented(Instrument instrument, int level) {
        prevented.add(instrument);
        orders.add(new Order(instrument, level));
        return at(instrument, level);
    }

    public ViewFixture event(RoundEvent event) {
        events.add(event);
        return this;
    }

    public ViewFixture withoutTreaty(boolean justExpired) {
        expired = justExpired ? BUSAN.truce() : List.of();
        treaty = Treaty.NONE;
        return this;
    }

    public ViewFixture change(TreatyChange what) {
        change = what;
        return this;
    }

    public ViewFixture signal(Instrument instrument, int about, int notchMilli) {
        signals.add(new SignalReading(instrument, about, notchMilli));
        return this;
    }

    public ViewFixture us(SideFacts facts) {
        us = facts;
        return this;
    }

    public ViewFixture cn(SideFacts facts) {
        cn = facts;
        return this;
    }

    public ViewFixture figures(Figures shown) {
        figures = shown;
        return this;
    }

    public ViewFixture card(ScoreCard card) {
        scores.add(card);
        return this;
    }

    public RoundView view() {
        return new RoundView(
                viewer,
                round,
                levels,
                orders,
                changes,
                fallbacks,
                prevented,
                corrected,
                events,
                expired,
                treaty,
                change,
                treaty,
                signals,
                us,
                cn,
                own(),
                figures,
                scores,
                RatificationView.NOTHING);
    }

    /** Each score that is shown has the luck that the side was told. */
    private List<PrivateFacts> own() {
        List<PrivateFacts> own = new ArrayList<>();
        for (ScoreCard card : scores) {
            long chance = card.pointsMicro().get(Component.CHANCE.ordinal());
            own.add(new PrivateFacts(card.side(), 1_000_000, Math.toIntExact(chance), List.of()));
        }
        return own;
    }

    public static SideFacts calm(int reputationMilli) {
        return new SideFacts(0, List.of(), false, 0, false, false, null, reputationMilli);
    }

    public static SideFacts facts(
            int publicEscalationMilli,
            int severityMilli,
            @Nullable Instrument caught,
            int reputation,
            Instrument... broken) {
        List<BrokenClause> clauses = new ArrayList<>();
        for (Instrument instrument : broken) {
            Clause clause = Treaty.of(BUSAN.truce(), false, 1).on(instrument);
            clauses.add(new BrokenClause(java.util.Objects.requireNonNull(clause), clause.bound() + 1, .1));
        }
        return new SideFacts(publicEscalationMilli, clauses, false, severityMilli, false, false, caught, reputation);
    }

    public static Figures figures(int tariff, int effective, int usTrade, int cnTrade, int soy, int tension) {
        return new Figures(
                false, tariff, effective, 2500, usTrade, cnTrade, soy, -30_000, -20_000, 50, 20, 850, 750, tension);
    }

    /** A score card whose components differ from the truce path by so many score points. */
    public static ScoreCard card(
            Side side, int score, int truce, int soFar, int escalation, Map<Component, Double> differences) {
        double perPoint = BUSAN.anchors().score(side, 1) - BUSAN.anchors().score(side, 0);
        List<Long> points = new ArrayList<>();
        List<Long> onTruce = new ArrayList<>();
        for (Component component : Component.values()) {
            points.add(Math.round(differences.getOrDefault(component, 0.0) / perPoint * 1e6));
            onTruce.add(0L);
        }
        return new ScoreCard(side, false, points, onTruce, score, truce, soFar, escalation);
    }
}
