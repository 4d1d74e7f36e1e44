package dev.truce.cli.command;

import dev.truce.bot.BotFactory;
import dev.truce.bots.policy.Policy;
import dev.truce.bots.policy.PolicyException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.protocol.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the bot that somebody names: one of the roster, or {@code learner:FILE}, which plays the policy of a file. */
final class BotSource {
    static final String OF_FILE = "learner:";
    /** Name of a bot that plays the policy of a file. */
    private static final String OWN = "own-policy";

    private static final int LARGEST_FILE = 200_000;
    private static final int MAX_MESSAGE = 600;

    private BotSource() {}

    /**
     * Returns the bot.
     *
     * @param option the option that names it, for the error message
     * @throws FaultException if there is none; exit code 2 for a name, 1 for a file
     */
    static BotFactory find(String option, String named) throws FaultException {
        return named.startsWith(OF_FILE)
                ? read(option, named.substring(OF_FILE.length())).factory(OWN)
                : MatchOptions.bot(option, named);
    }

    private static Policy read(String option, String file) throws FaultException {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LARGEST_FILE) {
                throw unreadable(option, file, Texts.of("fault.policy.large", LARGEST_FILE), null);
            }
            return Policy.read(Files.readString(path));
        } catch (PolicyException wrong) {
            throw new FaultException(
                    UsageFault.of(
                                    "POLICY_SYNTAX",
                                    SafeText.line(file + ", " + wrong.getMessage(), MAX_MESSAGE),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    Texts.of("fault.next.policy"))
                            .about(option, ""),
                    ExitCodes.FAILED,
                    wrong);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw unreadable(option, file, Texts.of("fault.file.missing"), missing);
        } catch (IOException broken) {
            throw unreadable(option, file, Texts.of("fault.file.unreadable"), broken);
        }
    }

    private static FaultException unreadable(String option, String file, String why, @Nullable Exception cause) {
        return new FaultException(
                UsageFault.of(
                                "FILE_UNREADABLE",
                                Texts.of("fault.file", SafeText.line(file, MAX_MESSAGE), why),
                                Texts.of("fault.unchanged.nothing-started"),
                                option + " learner")
                        .about(option, ""),
                ExitCodes.FAILED,
                cause);
    }
}
