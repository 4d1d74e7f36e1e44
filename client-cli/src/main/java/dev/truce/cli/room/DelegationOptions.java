package dev.truce.cli.room;

import dev.truce.bot.line.BotName;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.option.BotConverter;
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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Options of a room in which the sides have several seats. */
public final class DelegationOptions {
    private static final String OF_SIDES = "(US|CN):([1-5])";
    private static final Pattern BOT = Pattern.compile("(?i)(US|CN)\\.([1-4])=(\\S+)");

    @Option(
            names = "--seats",
            paramLabel = "N|US:N,CN:N",
            descriptionKey = "option.seats",
            defaultValue = "1",
            converter = Seats.Converter.class)
    private Seats seats = new Seats(1, 1);

    @Option(names = "--mode", paramLabel = "head|portfolio", descriptionKey = "option.mode", defaultValue = "head")
    private DelegationMode mode = DelegationMode.HEAD;

    @Option(
            names = "--bots",
            paramLabel = "US.1=BOT",
            split = ",",
            descriptionKey = "option.bots",
            converter = MinisterConverter.class)
    private List<HostedMinister> bots = new ArrayList<>();

    /** How many seats the sides have. */
    public record Seats(int us, int cn) {
        int of(Side side) {
            return BySide.pick(side, us, cn);
        }

        /** Reads a number for both sides, or one for each that is named. */
        public static final class Converter implements ITypeConverter<Seats> {
            @Override
            public Seats convert(String typed) throws WrongValue {
                String text = typed.strip().toUpperCase(Locale.ROOT);
                if (text.matches("[1-" + Delegation.MAX_SEATS + "]")) {
                    return new Seats(Integer.parseInt(text), Integer.parseInt(text));
                }
                int[] each = new int[Side.values().length];
                for (String part : text.split(",", -1)) {
                    Matcher side = Pattern.compile(OF_SIDES).matcher(part);
                    if (!side.matches() || each[Side.valueOf(side.group(1)).ordinal()] > 0) {
                        throw wrong(Texts.of("fault.seats", typed), "US:3,CN:2", "1..5");
                    }
                    each[Side.valueOf(side.group(1)).ordinal()] = Integer.parseInt(side.group(2));
                }
                return new Seats(Math.max(1, each[Side.US.ordinal()]), Math.max(1, each[Side.CN.ordinal()]));
            }
        }
    }

    /** Reads a minister's seat and the bot in it. */
    static final class MinisterConverter implements ITypeConverter<HostedMinister> {
        @Override
        public HostedMinister convert(String typed) throws WrongValue, FaultException {
            Matcher text = BOT.matcher(typed.strip());
            if (!text.matches()) {
                throw wrong(Texts.of("fault.bots", typed), "US.1=tft,CN.2=hawk", "");
            }
            Seat seat = new Seat(Side.valueOf(text.group(1).toUpperCase(Locale.ROOT)), Integer.parseInt(text.group(2)));
            try {
                BotName bot = new BotConverter().convert(text.group(3));
                return new HostedMinister(seat, RoomOptions.hosted("--bots", bot));
            } catch (WrongValue wrong) {
                throw wrong.after(seat + "=");
            }
        }
    }

    private static WrongValue wrong(String what, String right, String legal) {
        return new WrongValue(
                ExitCodes.USAGE,
                place -> UsageFault.unstarted("WRONG_USAGE", what, place.before() + right)
                        .about(place.field(), legal));
    }

    DelegationWish wish() throws FaultException {
        for (HostedMinister bot : bots) {
            if (bot.seat().number() >= seats.of(bot.seat().side())) {
                throw wrong(
                                Texts.of("fault.bots-seat", bot.seat()),
                                String.valueOf(bot.seat().number() + 1),
                                "")
                        .at(WrongValue.Place.option("--seats"));
            }
        }
        return seats.us() == 1 && seats.cn() == 1
                ? DelegationWish.HEADS_ALONE
                : new DelegationWish(seats.us(), seats.cn(), mode, bots);
    }
}
