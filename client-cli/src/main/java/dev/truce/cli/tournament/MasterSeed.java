package dev.truce.cli.tournament;

import dev.truce.bot.line.BotName;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.tournament.result.RunCard;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/**
 * The master seed that somebody wishes for a tournament: a number, or the first line of the standard input. A command that plays may not
 * learn it, or it would know all chance of its matches beforehand. It can read the command line of this program and the folder of
 * results, so a seed that commands may not know stands in neither while they play.
 *
 * @param number the seed, or null if it comes from the standard input
 */
public record MasterSeed(@Nullable Long number) {
    /** Stands for the standard input. */
    private static final String INPUT = "-";

    private static final String OPTION = "--seed";

    /** The seed of a tournament of which all bots are part of the program, if nobody says otherwise. */
    private static final long USUAL = 1;

    /** Seeds below this are few enough to be tried. */
    private static final long FEW = 1L << 40;

    /** Longest line that is read, in bytes. */
    private static final int MAX_LINE = 40;

    /** Reads what was typed. */
    static final class Converter implements ITypeConverter<MasterSeed> {
        @Override
        public MasterSeed convert(String typed) throws WrongValue {
            if (typed.equals(INPUT)) {
                return new MasterSeed(null);
            }
            try {
                return new MasterSeed(Long.valueOf(typed));
            } catch (NumberFormatException none) {
                throw WholeNumber.noNumber(typed, USUAL);
            }
        }
    }

    /**
     * Returns the seed of a tournament.
     *
     * @param wish what was typed, or null
     * @param bots as they were named
     * @throws FaultException if the standard input has no seed
     */
    static long of(@Nullable MasterSeed wish, List<String> bots) throws FaultException {
        if (wish != null) {
            return wish.value();
        }
        return hasCommand(bots) ? new SecureRandom().nextLong() & Long.MAX_VALUE : USUAL;
    }

    /**
     * Returns the seed.
     *
     * @throws FaultException if it comes from the standard input, which has none
     */
    long value() throws FaultException {
        Long known = number;
        return known == null ? read(System.in) : known;
    }

    private static long read(InputStream in) throws FaultException {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0 && next != '\n' && line.length() < MAX_LINE; next = in.read()) {
                line.append((char) next);
            }
            return Long.parseLong(line.toString().strip());
        } catch (IOException | NumberFormatException none) {
            throw FaultException.usage(UsageFault.unstarted(
                            "WRONG_USAGE",
                            Texts.of("fault.tournament.seed.input"),
                            "echo 7046029254386353131 | truce tournament --seed - ...")
                    .about(OPTION, ""));
        }
    }

    static boolean hasCommand(List<String> bots) {
        return bots.stream().anyMatch(BotName::isCommand);
    }

    /**
     * Returns whether commands play that may not know the seed: it stands on no command line.
     *
     * @param words the command line of this program, which may go on with what another began
     */
    static boolean isSealed(RunCard card, List<String> words) {
        return hasCommand(card.settings().bots()) && !isTyped(card.commandLine()) && !isTyped(words);
    }

    /** Returns whether a number stands on the command line. */
    private static boolean isTyped(List<String> words) {
        boolean typed = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(OPTION + "=")) {
                typed |= !word.equals(OPTION + "=" + INPUT);
            } else if (word.equals(OPTION) && i + 1 < words.size()) {
                typed |= !words.get(i + 1).equals(INPUT);
            }
        }
        return typed;
    }

    /** Returns what somebody should know whose seed commands could learn; the words as in {@link #isSealed}. */
    static List<String> warnings(RunCard card, List<String> words) {
        if (!hasCommand(card.settings().bots())) {
            return List.of();
        }
        if (!isSealed(card, words)) {
            return List.of(Texts.of("tournament.seed.typed"));
        }
        long seed = card.settings().seed();
        return seed > -FEW && seed < FEW ? List.of(Texts.of("tournament.seed.short")) : List.of();
    }
}
