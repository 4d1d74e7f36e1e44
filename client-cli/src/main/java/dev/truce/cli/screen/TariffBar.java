package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.view.Figures;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.print.Look;
import dev.truce.story.words.NumberText;
import java.util.List;

/** The displayed US tariff as a bar against the line of normal trade, and the trade figures below it. */
public final class TariffBar {
    /** Forty columns are 100 percent; the line of normal trade stands after the twelfth. */
    private static final int CELLS = 40;

    private static final int LINE = TradeFacts.NORMAL_TRADE * CELLS / 100;
    private static final int TRADE_CELLS = 30;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    private final Look look;

    /** @param look how bars are drawn */
    public TariffBar(Look look) {
        this.look = look;
    }

    /** Returns the tariff line. */
    public String tariff(Figures figures) {
        int shown = NumberText.percent(figures.displayedTariffBasisPoints());
        String bar = look.blocks()
                ? blockTariff(figures.displayedTariffBasisPoints())
                : asciiTariff(figures.displayedTariffBasisPoints());
        return Texts.of("round.tariff", shown, bar, NumberText.percentTenth(figures.usWedgeBasisPoints()));
    }

    /** Returns the trade lines: one in ASCII, two with bars in block mode. */
    List<String> trade(Figures figures) {
        String us = Texts.of("round.trade.us", bn(figures.usFromCnUsdMillions()));
        String cn = Texts.of("round.trade.cn", bn(figures.cnFromUsUsdMillions()));
        int usShare = TradeFacts.usFromCnShare(figures);
        int cnShare = TradeFacts.cnFromUsShare(figures);
        String soy = Texts.of("round.trade.soy", NumberText.oneDecimal(figures.soyTonnesThousands()));
        Rows rows = new Rows();
        if (look.blocks()) {
            String bars = "%s  %s %s";
            rows.row(
                    Texts.of("round.trade"), String.format(bars, us, cells(usShare), Texts.of("round.share", usShare)));
            rows.row("", String.format(bars, cn, cells(cnShare), Texts.of("round.share.short", cnShare) + ", " + soy));
        } else {
            rows.row(
                    Texts.of("round.trade"),
                    us + ", " + Texts.of("round.share", usShare) + "  " + cn + ", "
                            + Texts.of("round.share.short", cnShare) + ", " + soy);
        }
        return rows.lines();
    }

    private static String bn(int millions) {
        return NumberText.oneDecimal(millions);
    }

    private static String asciiTariff(int basisPoints) {
        int filled = Math.min(CELLS, Math.floorDiv(basisPoints * CELLS + 5_000, 10_000));
        StringBuilder bar = new StringBuilder("[");
        for (int cell = 0; cell < CELLS; cell++) {
            if (cell == LINE) {
                bar.append('|');
            }
            bar.append(cell < filled ? '#' : '.');
        }
        return bar.append(basisPoints > 10_000 ? '>' : ']').toString();
    }

    private static String blockTariff(int basisPoints) {
        int eighths = Math.min(CELLS * 8, Math.floorDiv(basisPoints * CELLS * 8, 10_000));
        String bar = eighths(eighths);
        int full = Math.min(LINE, bar.length());
        return bar.substring(0, full) + " ".repeat(LINE - full) + "│" + bar.substring(full);
    }

    private static String cells(int percent) {
        return eighths(Math.min(100, percent) * TRADE_CELLS * 8 / 100);
    }

    private static String eighths(int eighths) {
        String bar = "█".repeat(eighths / 8);
        return eighths % 8 == 0 ? bar : bar + EIGHTHS.charAt(eighths % 8);
    }
}
