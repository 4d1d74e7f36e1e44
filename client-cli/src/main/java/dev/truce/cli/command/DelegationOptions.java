package dev.truce.cli.command;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.match.Seat;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.message.DelegationWish.HostedMinister;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Options of a room in which the sides have several seats. */
final class DelegationOptions {
    private static final Pattern OF_SIDES = Pattern.compile("(US|CN):([1-5])(?:,(US|CN):([1-5]))?");
    private static final Pattern BOT = Pattern.compile("(?i)(US|CN)\\.([1-4])=(\\S+)");

    @Option(names = "--seats", paramLabel = "N|US:N,CN:N", descriptionKey = "option.seats", defaultValue = "1")
    private String seats = "1";

    @Option(names = "--mode", paramLabel = "head|portfolio", descriptionKey = "option.mode", defaultValue = "head")
    private String mode = "head";

    @Option(names = "--bots", paramLabel = "US.1=BOT", split = ",", descriptionKey = "option.bots")
    private List<String> bots = new ArrayList<>();

    DelegationWish wish() throws FaultException {
        int[] each = seats();
        DelegationMode decides = DelegationMode.find(mode)
                .orElseThrow(() -> wrong("--mode", Texts.of("fault.mode", mode), "--mode portfolio", "head portfolio"));
        List<HostedMinister> ministers = new ArrayList<>();
        for (String bot : bots) {
            Matcher text = BOT.matcher(bot.strip());
            if (!text.matches()) {
                throw wrong("--bots", Texts.of("fault.bots", bot), "--bots US.1=tft,CN.2=hawk", "");
            }
            Seat seat = new Seat(Side.valueOf(text.group(1).toUpperCase(Locale.ROOT)), Integer.parseInt(text.group(2)));
            if (seat.number() >= each[BySide.pick(seat.side(), 0, 1)]) {
                throw wrong("--bots", Texts.of("fault.bots-seat", seat), "--seats " + (seat.number() + 1), "");
            }
            ministers.add(new HostedMinister(
                    seat, MatchOptions.bot("--bots", text.group(3)).name()));
        }
        return each[0] == 1 && each[1] == 1
                ? DelegationWish.HEADS_ALONE
                : new DelegationWish(each[0], each[1], decides, ministers);
    }

    /** Returns the seats of the US and of China. */
    private int[] seats() throws FaultException {
        String text = seats.strip().toUpperCase(Locale.ROOT);
        if (text.matches("[1-" + Delegation.MAX_SEATS + "]")) {
            return new int[] {Integer.parseInt(text), Integer.parseInt(text)};
        }
        Matcher sides = OF_SIDES.matcher(text);
        if (!sides.matches() || sides.group(1).equals(sides.group(3))) {
            throw wrong("--seats", Texts.of("fault.seats", seats), "--seats US:3,CN:2", "1..5");
        }
        int[] each = {1, 1};
        each[sides.group(1).equals("US") ? 0 : 1] = Integer.parseInt(sides.group(2));
        if (sides.group(3) != null) {
            each[sides.group(3).equals("US") ? 0 : 1] = Integer.parseInt(sides.group(4));
        }
        return each;
    }

    private static FaultException wrong(String option, String what, String next, String legal) {
        return new FaultException(
                UsageFault.of("WRONG_USAGE", what, Texts.of("fault.unchanged.nothing-started"), next)
                        .about(option, legal),
                ExitCodes.USAGE,
                null);
    }
}
