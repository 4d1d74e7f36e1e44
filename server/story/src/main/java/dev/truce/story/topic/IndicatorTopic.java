package dev.truce.story.topic;

import dev.truce.engine.board.Side;
import dev.truce.engine.indicator.Constituency;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.indicator.SectorTrade;
import dev.truce.engine.view.Figures;
import dev.truce.story.facts.Markets;
import dev.truce.story.page.Block;
import dev.truce.story.page.Figure;
import dev.truce.story.page.Figure.Shown;
import dev.truce.story.page.FigureGroup;
import dev.truce.story.page.FigureGroup.Compared;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Unit;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Markets, trade and polls after a round, each with where it went since the round before. */
public final class IndicatorTopic {
    private static final int BASIS_POINTS = 100;
    private static final int MILLIONS = 1000;
    private static final int LABEL = 18;
    private static final int POLL = 13;
    private static final int TRADE = 26;
    private static final int TRADE_DIGITS = 6;

    private static final List<Figure<Indicators>> MARKETS = List.of(
            Figure.of("indicators.soya", "soya", Unit.USD_PER_BUSHEL, Indicators::soyaCentsPerBushel)
                    .scaled(100, 2)
                    .withPercentChange()
                    .inLine(),
            Figure.of("indicators.equities.US", "us_equities", Unit.NONE, Indicators::usEquities)
                    .withPercentChange()
                    .inLine(),
            Figure.of("indicators.equities.CN", "cn_equities", Unit.NONE, Indicators::cnEquities)
                    .withPercentChange()
                    .inLine(),
            Figure.of("indicators.dysprosium", "dysprosium", Unit.USD_PER_KG, Indicators::dysprosiumUsdPerKg)
                    .withPercentChange()
                    .inLine(),
            Figure.of("indicators.freight", "freight", Unit.USD_PER_BOX, Indicators::freightUsdPerBox)
                    .withPercentChange()
                    .inLine(),
            Figure.of("indicators.tariff", "displayed_tariff", Unit.PERCENT, Indicators::displayedTariffBasisPoints)
                    .scaled(BASIS_POINTS, 0)
                    .withPercentChange());

    private static final List<Figure<Indicators>> DUTIES = List.of(
            Figure.of("indicators.duty.US", "us_duty", Unit.PERCENT, Indicators::usDutyBasisPoints)
                    .scaled(BASIS_POINTS, 1)
                    .withPercentChange(),
            Figure.of("indicators.duty.CN", "cn_duty", Unit.PERCENT, Indicators::cnDutyBasisPoints)
                    .scaled(BASIS_POINTS, 1)
                    .withPercentChange());

    private static final List<Figure<Flows>> FLOWS = List.of(
            Figure.of("indicators.trade.us", "us_from_cn", Unit.USD_MILLIONS, Flows::usFromCn)
                    .scaled(MILLIONS, 1)
                    .withPercentChange()
                    .exactForPrograms(),
            Figure.of("indicators.trade.cn", "cn_from_us", Unit.USD_MILLIONS, Flows::cnFromUs)
                    .scaled(MILLIONS, 1)
                    .withPercentChange()
                    .exactForPrograms());

    private final Phrases phrases;
    private final FigureGroup<Indicators> markets;

    /** Goods imports, million dollars. */
    private record Flows(int usFromCn, int cnFromUs) {
        static Flows of(SectorTrade trade) {
            return new Flows(trade.usFromCnUsdMillions(), trade.cnFromUsUsdMillions());
        }

        static Flows all(Indicators of) {
            return new Flows(of.usFromCnUsdMillions(), of.cnFromUsUsdMillions());
        }
    }

    /** What the public of a side thinks. */
    private record Polls(Indicators of, Side side) {}

    /** @param phrases the texts of the language */
    public IndicatorTopic(Phrases phrases) {
        this.phrases = phrases;
        this.markets = new FigureGroup<>(phrases, MARKETS);
    }

    /**
     * Returns all of them.
     *
     * @param now what was published after the round
     * @param before what was published after the round before; the same for the start
     * @param quarter name of the round's quarter
     */
    public Page page(Indicators now, Indicators before, String quarter) {
        List<Part> parts = new ArrayList<>();
        parts.add(heading(now, quarter));
        parts.add(markets.grid("markets", now, before));
        parts.add(new FigureGroup<>(phrases, DUTIES).grid("duties", now, before));
        parts.add(Part.named("normal")
                .drawn(Block.Text.of(phrases.of("indicators.normal", Figures.NORMAL_TARIFF)))
                .datum(List.of("normal_trade_percent"), Figures.NORMAL_TARIFF));
        parts.add(approval(now, before));
        parts.add(trade(now, before));
        return Page.of(parts).programsInOrder("markets", "normal", "duties", "approval", "trade");
    }

    /** Returns all of them after a round, or nothing if they are not known here. */
    public Optional<Page> page(Markets known, int round, String quarter) {
        return compared(known, round).map(of -> page(of.now(), of.before(), quarter));
    }

    /** Returns the markets in one line of at most 68 columns. */
    public String line(Indicators now, Indicators before) {
        return markets.line(now, before);
    }

    /** Returns the same after a round, or an empty text if they are not known here. */
    public String line(Markets known, int round) {
        return compared(known, round).map(of -> line(of.now(), of.before())).orElse("");
    }

    public String sentence(Indicators now, Indicators before) {
        return phrases.of("say.markets", markets.clauses(now, before, false));
    }

    /** Returns the same after a round, or an empty text if they are not known here. */
    public String sentence(Markets known, int round) {
        return compared(known, round).map(of -> sentence(of.now(), of.before())).orElse("");
    }

    private static Optional<Compared<Indicators>> compared(Markets known, int round) {
        Indicators now = known.after(round);
        Indicators before = known.after(Math.max(0, round - 1));
        return now == null || before == null ? Optional.empty() : Optional.of(new Compared<>("", now, before));
    }

    private Part heading(Indicators now, String quarter) {
        Part part = Part.named("heading");
        return now.round() == 0
                ? part.drawn(new Block.Heading(phrases.of("indicators.head.start"), false))
                        .said(phrases.of("spoken.indicators.start"))
                : part.drawn(new Block.Heading(phrases.of("indicators.head", now.round(), quarter), false))
                        .said(phrases.of("spoken.indicators.head", now.round(), quarter));
    }

    private Part approval(Indicators now, Indicators before) {
        List<Figure<Polls>> figures = new ArrayList<>();
        for (Constituency constituency : Constituency.values()) {
            figures.add(Figure.of(
                    "constituency." + constituency.name(),
                    constituency.name().toLowerCase(Locale.ROOT),
                    Unit.NONE,
                    polls -> polls.of().approval(polls.side(), constituency)));
        }
        FigureGroup<Polls> group = new FigureGroup<>(phrases, figures);
        List<Compared<Polls>> sides = new ArrayList<>();
        Part part = Part.named("approval");
        for (Side side : Side.values()) {
            Polls polls = new Polls(now, side);
            Polls then = new Polls(before, side);
            sides.add(new Compared<>(phrases.of("indicators.approval." + side), polls, then));
            for (Figure<Polls> figure : figures) {
                Shown shown = figure.show(phrases, polls, then);
                part = part.said(phrases.of(
                        "spoken.approval",
                        figure.title(phrases),
                        phrases.of("side." + side),
                        shown.value(),
                        phrases.of(shown.trend().key())));
            }
            part = part.datum(List.of(side.name().toLowerCase(Locale.ROOT) + "_approval"), group.object(polls));
        }
        return part.drawn(group.table(Block.Column.left(phrases.of("indicators.approval"), LABEL), POLL, 0, sides));
    }

    private Part trade(Indicators now, Indicators before) {
        FigureGroup<Flows> group = new FigureGroup<>(phrases, FLOWS);
        List<Compared<Flows>> rows = new ArrayList<>();
        List<Map<String, Object>> objects = new ArrayList<>();
        Part part = Part.named("trade");
        for (int i = 0; i < now.sectors().size(); i++) {
            SectorTrade sector = now.sectors().get(i);
            String title = phrases.of("sector." + sector.sector().name());
            Flows flows = Flows.of(sector);
            Flows then = Flows.of(before.sectors().get(i));
            rows.add(new Compared<>("  " + title, flows, then));
            part = part.said(phrases.of("spoken.sector", title, group.clauses(flows, then, true)));
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("sector", sector.sector().name());
            object.putAll(group.object(flows));
            objects.add(object);
        }
        rows.add(new Compared<>("  " + phrases.of("indicators.trade.all"), Flows.all(now), Flows.all(before)));
        return part.drawn(group.table(
                        Block.Column.left(phrases.of("indicators.trade"), LABEL), TRADE, TRADE_DIGITS, rows))
                .datum(objects);
    }
}
