package dev.truce.cli.screen;

import dev.truce.cli.text.NumberText;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.indicator.Constituency;
import dev.truce.engine.indicator.Indicators;
import dev.truce.engine.indicator.SectorTrade;
import dev.truce.engine.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Markets, trade and polls after a round, each with a sign for where it went since the round before. */
public final class IndicatorBlock {
    private static final int LABEL = 18;
    private static final int FIGURE = 12;
    private static final int HALF = 40;
    private static final int CELL = 13;

    private final Indicators now;
    private final Indicators before;

    /**
     * @param now what was published after the round
     * @param before what was published after the round before; the same for the start
     */
    public IndicatorBlock(Indicators now, Indicators before) {
        this.now = now;
        this.before = before;
    }

    /** Returns the indicators of a round as they are read, or nothing if they are not known here. */
    public static List<String> shown(Markets markets, int round, String quarter, Look look) {
        Indicators now = markets.after(round);
        Indicators before = markets.after(Math.max(0, round - 1));
        if (now == null || before == null) {
            return List.of();
        }
        IndicatorBlock block = new IndicatorBlock(now, before);
        return look.accessible() ? block.sentences(quarter) : block.lines(quarter);
    }

    /** Returns the markets of a round in one line, or an empty text if they are not known here. */
    public static String line(Markets markets, int round) {
        Indicators now = markets.after(round);
        Indicators before = markets.after(Math.max(0, round - 1));
        return now == null || before == null ? "" : new IndicatorBlock(now, before).line();
    }

    /** Returns the markets of a round in a sentence, or an empty text if they are not known here. */
    public static String sentence(Markets markets, int round) {
        Indicators now = markets.after(round);
        Indicators before = markets.after(Math.max(0, round - 1));
        return now == null || before == null ? "" : new IndicatorBlock(now, before).sentence();
    }

    private String sentence() {
        return Texts.of(
                "say.markets",
                dollars(now.soyaCentsPerBushel()),
                trend(Indicators::soyaCentsPerBushel),
                now.usEquities(),
                trend(Indicators::usEquities),
                now.cnEquities(),
                trend(Indicators::cnEquities),
                now.dysprosiumUsdPerKg(),
                trend(Indicators::dysprosiumUsdPerKg),
                now.freightUsdPerBox(),
                trend(Indicators::freightUsdPerBox));
    }

    private String trend(ToIntFunction<Indicators> of) {
        return spoken(of.applyAsInt(now) - of.applyAsInt(before));
    }

    /** Returns the markets in one line of at most 68 columns. */
    public String line() {
        return Texts.of(
                "indicators.line",
                dollars(now.soyaCentsPerBushel()) + sign(Indicators::soyaCentsPerBushel),
                now.usEquities() + sign(Indicators::usEquities),
                now.cnEquities() + sign(Indicators::cnEquities),
                now.dysprosiumUsdPerKg() + sign(Indicators::dysprosiumUsdPerKg),
                now.freightUsdPerBox() + sign(Indicators::freightUsdPerBox));
    }

    /**
     * Returns all of them in 80 columns and 23 lines.
     *
     * @param quarter name of the round's quarter
     */
    public List<String> lines(String quarter) {
        List<String> lines = new ArrayList<>();
        lines.add(
                now.round() == 0
                        ? Texts.of("indicators.head.start")
                        : Texts.of("indicators.head", now.round(), quarter));
        pair(
                lines,
                row("indicators.soya", dollars(now.soyaCentsPerBushel()), Indicators::soyaCentsPerBushel),
                row(
                        "indicators.dysprosium",
                        Integer.toString(now.dysprosiumUsdPerKg()),
                        Indicators::dysprosiumUsdPerKg));
        pair(
                lines,
                row("indicators.equities.US", Integer.toString(now.usEquities()), Indicators::usEquities),
                row("indicators.freight", Integer.toString(now.freightUsdPerBox()), Indicators::freightUsdPerBox));
        pair(
                lines,
                row("indicators.equities.CN", Integer.toString(now.cnEquities()), Indicators::cnEquities),
                row(
                        "indicators.tariff",
                        NumberText.percent(now.displayedTariffBasisPoints()) + " %",
                        Indicators::displayedTariffBasisPoints));
        pair(
                lines,
                row("indicators.duty.US", percent(now.usDutyBasisPoints()), Indicators::usDutyBasisPoints),
                row("indicators.duty.CN", percent(now.cnDutyBasisPoints()), Indicators::cnDutyBasisPoints));
        lines.add(Texts.of("indicators.normal", TariffBar.NORMAL_TRADE));
        polls(lines);
        trade(lines);
        return lines;
    }

    private void polls(List<String> lines) {
        StringBuilder head = new StringBuilder(TextWidth.pad(Texts.of("indicators.approval"), LABEL));
        for (Constituency constituency : Constituency.values()) {
            head.append(TextWidth.pad(Texts.of("constituency." + constituency.name()), CELL));
        }
        lines.add(TextWidth.trimmed(head.toString()));
        for (Side side : Side.values()) {
            StringBuilder row = new StringBuilder(TextWidth.pad(Texts.of("indicators.approval." + side), LABEL));
            for (Constituency constituency : Constituency.values()) {
                int then = before.approval(side, constituency);
                int share = now.approval(side, constituency);
                row.append(TextWidth.pad(share + " " + points(share - then), CELL));
            }
            lines.add(TextWidth.trimmed(row.toString()));
        }
    }

    private void trade(List<String> lines) {
        lines.add(TextWidth.pad(Texts.of("indicators.trade"), LABEL)
                + TextWidth.pad(Texts.of("indicators.trade.us"), CELL * 2)
                + Texts.of("indicators.trade.cn"));
        for (int i = 0; i < now.sectors().size(); i++) {
            SectorTrade here = now.sectors().get(i);
            SectorTrade then = before.sectors().get(i);
            lines.add(tradeRow(
                    Texts.of("sector." + here.sector().name()),
                    here.usFromCnUsdMillions(),
                    then.usFromCnUsdMillions(),
                    here.cnFromUsUsdMillions(),
                    then.cnFromUsUsdMillions()));
        }
        lines.add(tradeRow(
                Texts.of("indicators.trade.all"),
                now.usFromCnUsdMillions(),
                before.usFromCnUsdMillions(),
                now.cnFromUsUsdMillions(),
                before.cnFromUsUsdMillions()));
    }

    private static String tradeRow(String label, int us, int usBefore, int cn, int cnBefore) {
        return TextWidth.trimmed(TextWidth.pad("  " + label, LABEL)
                + TextWidth.pad(TextWidth.padLeft(NumberText.oneDecimal(us), 6) + " " + change(us, usBefore), CELL * 2)
                + TextWidth.padLeft(NumberText.oneDecimal(cn), 6) + " " + change(cn, cnBefore));
    }

    private static void pair(List<String> lines, String left, String right) {
        lines.add(TextWidth.trimmed(TextWidth.pad(left, HALF) + right));
    }

    private String row(String key, String figure, ToIntFunction<Indicators> of) {
        return TextWidth.pad(Texts.of(key), LABEL)
                + TextWidth.pad(figure, FIGURE - 2)
                + change(of.applyAsInt(now), of.applyAsInt(before));
    }

    private String sign(ToIntFunction<Indicators> of) {
        return sign(of.applyAsInt(now) - of.applyAsInt(before));
    }

    /** Up, down and the same differ by their signs, so that no colour is needed. */
    private static String sign(int change) {
        return change == 0 ? "=" : change > 0 ? "^" : "v";
    }

    private static String points(int change) {
        return change == 0 ? "=" : sign(change) + Math.abs(change);
    }

    /** Returns a sign with the change in percent, for example {@code ^1.7}. */
    private static String change(int now, int before) {
        int change = now - before;
        if (change == 0 || before == 0) {
            return sign(change);
        }
        long tenths = Math.round(1000.0 * Math.abs(change) / Math.abs(before));
        return sign(change) + NumberText.tenth(tenths) + " %";
    }

    private static String percent(int basisPoints) {
        return NumberText.percentTenth(basisPoints) + " %";
    }

    private static String dollars(int cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    /** Returns all of them as sentences. */
    public List<String> sentences(String quarter) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                now.round() == 0
                        ? Texts.of("spoken.indicators.start")
                        : Texts.of("spoken.indicators.head", now.round(), quarter));
        say(sentences, "indicators.soya", dollars(now.soyaCentsPerBushel()), Indicators::soyaCentsPerBushel);
        say(sentences, "indicators.equities.US", Integer.toString(now.usEquities()), Indicators::usEquities);
        say(sentences, "indicators.equities.CN", Integer.toString(now.cnEquities()), Indicators::cnEquities);
        say(
                sentences,
                "indicators.dysprosium",
                Integer.toString(now.dysprosiumUsdPerKg()),
                Indicators::dysprosiumUsdPerKg);
        say(sentences, "indicators.freight", Integer.toString(now.freightUsdPerBox()), Indicators::freightUsdPerBox);
        say(
                sentences,
                "indicators.tariff",
                Integer.toString(NumberText.percent(now.displayedTariffBasisPoints())),
                Indicators::displayedTariffBasisPoints);
        say(
                sentences,
                "indicators.duty.US",
                NumberText.percentTenth(now.usDutyBasisPoints()),
                Indicators::usDutyBasisPoints);
        say(
                sentences,
                "indicators.duty.CN",
                NumberText.percentTenth(now.cnDutyBasisPoints()),
                Indicators::cnDutyBasisPoints);
        for (Side side : Side.values()) {
            for (Constituency constituency : Constituency.values()) {
                int share = now.approval(side, constituency);
                sentences.add(Texts.of(
                        "spoken.approval",
                        Texts.of("constituency." + constituency.name()),
                        Wording.side(side),
                        share,
                        spoken(share - before.approval(side, constituency))));
            }
        }
        for (int i = 0; i < now.sectors().size(); i++) {
            SectorTrade here = now.sectors().get(i);
            SectorTrade then = before.sectors().get(i);
            sentences.add(Texts.of(
                    "spoken.sector",
                    Texts.of("sector." + here.sector().name()),
                    NumberText.oneDecimal(here.usFromCnUsdMillions()),
                    spoken(here.usFromCnUsdMillions() - then.usFromCnUsdMillions()),
                    NumberText.oneDecimal(here.cnFromUsUsdMillions()),
                    spoken(here.cnFromUsUsdMillions() - then.cnFromUsUsdMillions())));
        }
        List<String> lines = new ArrayList<>();
        sentences.forEach(sentence -> lines.addAll(TextWidth.wrap("", sentence)));
        return lines;
    }

    private void say(List<String> sentences, String key, String figure, ToIntFunction<Indicators> of) {
        sentences.add(Texts.of(
                "spoken.indicator", Texts.of(key), figure, spoken(of.applyAsInt(now) - of.applyAsInt(before))));
    }

    private static String spoken(int change) {
        return Texts.of(change == 0 ? "spoken.trend.same" : change > 0 ? "spoken.trend.up" : "spoken.trend.down");
    }
}
