package dev.truce.story.round;

import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.scenario.Calendar;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.Viewer;
import dev.truce.story.facts.Proceedings.RoundTalk;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Figure;
import dev.truce.story.page.FigureGroup;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Unit;
import dev.truce.story.topic.IndicatorTopic;
import dev.truce.story.topic.NewsTopic;
import dev.truce.story.words.CardWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.SignalWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A resolved round; what has nothing to say is left out. */
public final class RoundTopic {
    /** Width of the labels of a round. */
    static final int LABEL = 12;

    private static final List<Figure<Figures>> TARIFFS = List.of(
            Figure.<Figures>forPrograms("displayed_tariff", Unit.PERCENT, Figures::displayedTariffBasisPoints)
                    .scaled(100, 0),
            Figure.<Figures>forPrograms("effective_tariff", Unit.PERCENT, Figures::usWedgeBasisPoints)
                    .scaled(100, 1));

    private static final List<Figure<Figures>> TRADE = List.of(
            Figure.<Figures>forPrograms("us_from_cn", Unit.USD_BN, Figures::usFromCnUsdMillions)
                    .scaled(1000, 1),
            Figure.forPrograms("us_from_cn", Unit.PERCENT_OF_2024, TradeFacts::usFromCnShare),
            Figure.<Figures>forPrograms("cn_from_us", Unit.USD_BN, Figures::cnFromUsUsdMillions)
                    .scaled(1000, 1),
            Figure.forPrograms("cn_from_us", Unit.PERCENT_OF_2024, TradeFacts::cnFromUsShare));

    private static final Figure<Figures> FROM_CN = usdMillions("us_from_cn", Figures::usFromCnUsdMillions);
    private static final Figure<Figures> FROM_US = usdMillions("cn_from_us", Figures::cnFromUsUsdMillions);

    /** What follows the trade in its row; a sentence only for what has one of its own. */
    private static final List<Figure<Figures>> GOODS =
            List.of(Figure.<Figures>of("round.trade.soy", "soy", Unit.MMT, Figures::soyTonnesThousands)
                    .scaled(1000, 1)
                    .inLine());

    private final Wording wording;
    private final int knownRounds;
    private final Reasons reasons;
    private final NewsTopic news;
    private final MoveParts moves;
    private final TreatyParts treaty;
    private final TalkParts talk;
    private final ScoreParts scores;

    /**
     * @param wording the words of the scenario
     * @param knownRounds number of rounds of the match, 0 if nobody may know it
     * @param reasons by what scores are explained; also its news and indicators
     * @param all the texts of all languages that programs get
     */
    public RoundTopic(Wording wording, int knownRounds, Reasons reasons, List<Phrases> all) {
        this(wording, knownRounds, knownRounds, reasons, all);
    }

    /**
     * The same, told when it is known which round was the last.
     *
     * @param lastRound the last round of the match, 0 if it goes on
     */
    public RoundTopic(Wording wording, int knownRounds, int lastRound, Reasons reasons, List<Phrases> all) {
        this.wording = wording;
        this.knownRounds = knownRounds;
        this.reasons = reasons;
        this.news = new NewsTopic(wording.scenario(), wording.phrases(), all);
        this.moves = new MoveParts(wording);
        this.treaty = new TreatyParts(wording, lastRound);
        this.talk = new TalkParts(wording);
        this.scores = new ScoreParts(wording, reasons);
    }

    /** The same with scores explained by their components, without news and indicators. */
    public RoundTopic(Wording wording, int knownRounds) {
        this(wording, knownRounds, Reasons.none(), List.of());
    }

    /**
     * Returns a round.
     *
     * @param view the round as the viewer may see it
     * @param before the round before, or null for the first one known
     * @param heard what was offered and said in it
     */
    public Page page(RoundView view, @Nullable RoundView before, RoundTalk heard) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("type").datum("round"));
        parts.add(opening(view));
        parts.add(headline(view, before));
        parts.addAll(moves.redLines(view, before));
        parts.addAll(moves.ordered(view));
        parts.addAll(events(view));
        parts.addAll(treaty.all(view, before));
        parts.addAll(talk.dealings(view, heard));
        parts.addAll(moves.byThemselves(view));
        parts.addAll(signals(view));
        parts.addAll(talk.said(heard));
        parts.add(tariff(view.figures()));
        parts.add(trade(view.figures()));
        parts.addAll(headlines(view));
        parts.add(markets(view));
        parts.add(scores.escalation(view, before));
        parts.addAll(scores.all(view));
        return Page.of(parts)
                .spokenInOrder(
                        "round",
                        "orders",
                        "corrected",
                        "fallbacks",
                        "events",
                        "breach.US",
                        "caught.US",
                        "breach.CN",
                        "caught.CN",
                        "agreements",
                        "offers",
                        "said",
                        "tariff",
                        "headlines",
                        "trade",
                        "markets",
                        "signals",
                        "score")
                .programsInOrder(
                        "type",
                        "round",
                        "orders",
                        "fallbacks",
                        "corrected",
                        "prevented",
                        "events",
                        "agreements",
                        "offers",
                        "signed",
                        "notices",
                        "said",
                        "tariff",
                        "trade",
                        "escalation",
                        "headlines",
                        "markets",
                        "us");
    }

    private Part opening(RoundView view) {
        Calendar calendar = wording.scenario().calendar();
        String quarter = calendar.quarter(view.round());
        StringBuilder text = new StringBuilder("== ");
        boolean only = knownRounds == 1;
        text.append(
                only
                        ? wording.text("round.only")
                        : knownRounds > 0
                                ? wording.text("round.of", view.round(), knownRounds)
                                : wording.text("round.alone", view.round()));
        text.append(" == ").append(quarter);
        for (Calendar.Mark mark : calendar.marks()) {
            if (mark.round() == view.round()) {
                text.append(" == ").append(wording.of(mark.titles()));
            }
        }
        String year = quarter.substring(0, 4);
        String ordinal = wording.text("say.quarter." + quarter.substring(5));
        String sentence = only
                ? wording.text("say.round.only", ordinal, year)
                : knownRounds > 0
                        ? wording.text("say.round.of", view.round(), knownRounds, ordinal, year)
                        : wording.text("say.round", view.round(), ordinal, year);
        return Part.named("round")
                .drawn(new Block.Heading(text.toString(), true))
                .said(sentence)
                .datum(view.round())
                .datum(List.of("quarter"), quarter);
    }

    private Part headline(RoundView view, @Nullable RoundView before) {
        String text = Headline.of(view, before, wording.scenario()).text(wording, view);
        return Part.named("weightiest").drawn(Block.Text.of(text)).said(text);
    }

    private List<Part> events(RoundView view) {
        List<Part> parts = new ArrayList<>();
        List<Object> names = new ArrayList<>();
        view.events().forEach(event -> names.add(event.name()));
        parts.add(Part.named("events").datum(names));
        for (RoundEvent event : view.events()) {
            String words = new CardWords(wording).event(event, view);
            Part part = Part.named("event").said(wording.text("say.event", words));
            parts.add(event == RoundEvent.SUMMIT ? part : part.drawn(row("round.news", words)));
        }
        return parts;
    }

    private List<Part> signals(RoundView view) {
        List<Part> parts = new ArrayList<>();
        if (view.signals().isEmpty() || view.viewer() == Viewer.OMNISCIENT) {
            return parts;
        }
        SignalWords words = new SignalWords(wording);
        Part part = Part.named("signals").drawn(row("round.signals", words.line(view.signals())));
        for (SignalReading reading : view.signals()) {
            String about = words.about(reading).substring(1);
            part = part.said(wording.text("say.signal", wording.title(reading.instrument()), about));
        }
        parts.add(part);
        return parts;
    }

    private Part tariff(Figures figures) {
        int shown = figures.displayedTariff();
        int distance = shown - Figures.NORMAL_TARIFF;
        String duty = NumberText.percentTenth(figures.usWedgeBasisPoints());
        return new FigureGroup<>(wording.phrases(), TARIFFS)
                .data(Part.named("tariff"), figures)
                .datum(List.of("normal_trade_percent"), Figures.NORMAL_TARIFF)
                .drawn(new Block.Gauge(
                        wording.text("round.tariff", shown, Block.Gauge.PLACE, duty),
                        figures.displayedTariffBasisPoints(),
                        Figures.NORMAL_TARIFF))
                .said(wording.text(distance >= 0 ? "say.tariff.above" : "say.tariff.below", shown, Math.abs(distance)))
                .said(wording.text("say.duty", duty));
    }

    private static Figure<Figures> usdMillions(String name, ToLongFunction<Figures> of) {
        return Figure.of("", name, Unit.USD_MILLIONS, of).scaled(1000, 1).exactForPrograms();
    }

    private Part trade(Figures figures) {
        int us = TradeFacts.usFromCnShare(figures);
        int cn = TradeFacts.cnFromUsShare(figures);
        FigureGroup<Figures> goods = new FigureGroup<>(wording.phrases(), GOODS);
        List<Block.Bar> bars = List.of(
                new Block.Bar(
                        wording.text(
                                "round.trade.us",
                                FROM_CN.show(wording.phrases(), figures, figures)
                                        .value()),
                        us,
                        wording.text("round.share", us)),
                new Block.Bar(
                        wording.text(
                                "round.trade.cn",
                                FROM_US.show(wording.phrases(), figures, figures)
                                        .value()),
                        cn,
                        wording.text("round.share.short", cn) + goods.values(figures)));
        Part part = new FigureGroup<>(wording.phrases(), TRADE)
                .data(Part.named("trade"), figures)
                .drawn(new Block.Bars(wording.text("round.trade"), LABEL, bars))
                .said(wording.text("say.trade", us, cn));
        return goods.spoken(goods.data(part, figures), figures);
    }

    private List<Part> headlines(RoundView view) {
        List<NewsItem> items = reasons.press().of(view.round(), knownRounds);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("headlines").datum(List.of("news"), news.objects(items)));
        for (String line : news.headlines(items)) {
            parts.add(Part.named("headline").drawn(row("round.news", line)).said(line));
        }
        return parts;
    }

    private Part markets(RoundView view) {
        IndicatorTopic topic = new IndicatorTopic(wording.phrases());
        Indicators published = reasons.markets().after(view.round());
        Part part = Part.named("markets")
                .datum(List.of("indicators"), published == null ? null : topic.page(published, published, ""));
        String line = topic.line(reasons.markets(), view.round());
        return line.isEmpty()
                ? part
                : part.drawn(row("round.markets", line)).said(topic.sentence(reasons.markets(), view.round()));
    }

    private Block row(String key, String text) {
        return new Block.Labelled(wording.text(key), LABEL, text);
    }
}
