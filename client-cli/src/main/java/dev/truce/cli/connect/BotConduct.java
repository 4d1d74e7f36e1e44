package dev.truce.cli.connect;

import dev.truce.bot.BotFault;
import dev.truce.bot.Conduct;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Says what a bot got wrong in a match. */
public final class BotConduct {
    private static final int MAX_LINES = 8;
    private static final int MAX_DETAIL = 160;

    private BotConduct() {}

    /** Returns the lines, none for a bot that did everything right. */
    public static List<String> lines(Side side, Conduct conduct) {
        List<String> lines = new ArrayList<>();
        List<BotFault> faults = conduct.faults();
        for (BotFault fault : faults.subList(0, Math.min(MAX_LINES, faults.size()))) {
            lines.addAll(TextWidth.wrap("", Texts.of("bot.fault", side, fault.kind(), fault.round(), told(fault))));
        }
        if (faults.size() > MAX_LINES) {
            lines.add(Texts.of("bot.faults.more", side, faults.size() - MAX_LINES));
        }
        return lines;
    }

    private static String told(BotFault fault) {
        Refusal refusal = fault.refusal();
        return refusal == null
                ? SafeText.line(fault.detail(), MAX_DETAIL)
                : SafeText.line(
                        fault.kind() == BotFault.Kind.ILLEGAL || fault.kind() == BotFault.Kind.LATE
                                ? refusal.code().name() + ": " + Texts.of(refusal)
                                : Texts.of(refusal),
                        MAX_DETAIL);
    }
}
