package dev.truce.tournament.run;

import dev.truce.bot.BotFault;
import dev.truce.bot.Conduct;
import java.util.List;

/**
 * How a bot behaved in a match.
 *
 * @param ending the worst that happened
 * @param illegal rounds in which something of it was refused
 * @param timeouts rounds in which it did not answer in time
 * @param crashes rounds in which it crashed
 * @param stalls rounds in which it stopped answering for good
 * @param noAnswers rounds in which its model gave no usable answer
 * @param refused all that was refused of it; none if the conduct was read from a file
 */
public record SeatConduct(
        SeatEnding ending, int illegal, int timeouts, int crashes, int stalls, int noAnswers, List<Refused> refused) {
    /**
     * Something that was refused.
     *
     * @param round the round, from 1
     * @param code why
     * @param item what, as the bot wrote it; empty if that is not known
     */
    public record Refused(int round, String code, String item) {}

    public SeatConduct {
        refused = List.copyOf(refused);
    }

    /** A conduct of which only the numbers are known. */
    public SeatConduct(SeatEnding ending, int illegal, int timeouts, int crashes, int stalls, int noAnswers) {
        this(ending, illegal, timeouts, crashes, stalls, noAnswers, List.of());
    }

    /** Nothing went wrong. */
    public static final SeatConduct CLEAN = new SeatConduct(SeatEnding.NORMAL, 0, 0, 0, 0, 0);

    /** Nobody knows, since the program failed. */
    public static final SeatConduct UNKNOWN = new SeatConduct(SeatEnding.SERVER_FAULT, 0, 0, 0, 0, 0);

    /** Counts the faults of a bot. */
    public static SeatConduct of(Conduct conduct) {
        if (conduct.isClean()) {
            return CLEAN;
        }
        int illegal = 0;
        int timeouts = 0;
        int crashes = 0;
        int stalls = 0;
        int noAnswers = 0;
        SeatEnding worst = SeatEnding.NORMAL;
        for (BotFault fault : conduct.faults()) {
            SeatEnding ending = ending(fault.kind());
            switch (ending) {
                case ILLEGAL -> illegal++;
                case TIMEOUT -> timeouts++;
                case STALL -> stalls++;
                case NO_ANSWER -> noAnswers++;
                case CRASH, NORMAL, SERVER_FAULT -> crashes++;
            }
            worst = ending.compareTo(worst) > 0 ? ending : worst;
        }
        List<Refused> refused = conduct.refused().stream()
                .map(fault -> new Refused(fault.round(), fault.code(), fault.item()))
                .toList();
        return new SeatConduct(worst, illegal, timeouts, crashes, stalls, noAnswers, refused);
    }

    private static SeatEnding ending(BotFault.Kind kind) {
        return switch (kind) {
            case CRASH -> SeatEnding.CRASH;
            case ILLEGAL -> SeatEnding.ILLEGAL;
            case NO_ANSWER -> SeatEnding.NO_ANSWER;
            case LATE, TIMEOUT -> SeatEnding.TIMEOUT;
            case STALL -> SeatEnding.STALL;
        };
    }

    /** Returns whether nothing went wrong. */
    public boolean isClean() {
        return ending == SeatEnding.NORMAL;
    }
}
