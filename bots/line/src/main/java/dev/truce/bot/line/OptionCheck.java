package dev.truce.bot.line;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a bot which options it has, and whether it can be set to what somebody wants of it. */
public final class OptionCheck {
    /** A bot that announces more is not listened to any further. */
    private static final int MAX_OPTIONS = 1_000;

    private OptionCheck() {}

    /** What is wrong, in the order in which it is looked for. */
    public enum Code {
        /** The bot cannot be started or does not say which options it has. */
        NO_GREETING,
        /** It has no option of that name. */
        UNKNOWN_OPTION,
        /** The option cannot have that value. */
        BAD_VALUE
    }

    /**
     * Why a bot cannot be set so.
     *
     * @param code what is wrong
     * @param option the option, or empty if the bot does not greet
     * @param detail one sentence that names the wrong thing
     * @param legal what would be right
     */
    public record Refusal(Code code, String option, String detail, String legal) {}

    /**
     * Starts a bot, hears what it announces, and ends it.
     *
     * @return what is wrong, or nothing
     */
    public static Optional<Refusal> of(BotCommand command, ChildLimits limits) {
        if (command.settings().isEmpty()) {
            return Optional.empty();
        }
        Map<String, BotOption> known = new LinkedHashMap<>();
        try (BotDialogue talk = BotDialogue.start(command.words(), limits)) {
            BotReply greeted = talk.greet(
                    announced -> {
                        if (known.size() < MAX_OPTIONS) {
                            BotOption.read(announced).ifPresent(option -> known.put(option.name(), option));
                        }
                    },
                    name -> {});
            if (!(greeted instanceof BotReply.Given)) {
                return Optional.of(new Refusal(Code.NO_GREETING, "", "the bot does not greet: " + detail(greeted), ""));
            }
            talk.leave();
        } catch (IOException none) {
            return Optional.of(
                    new Refusal(Code.NO_GREETING, "", "the bot cannot be started: " + none.getMessage(), ""));
        }
        for (Map.Entry<String, String> setting : command.settings().entrySet()) {
            BotOption option = known.get(setting.getKey());
            if (option == null) {
                return Optional.of(new Refusal(
                        Code.UNKNOWN_OPTION,
                        setting.getKey(),
                        "the bot has no option '" + setting.getKey() + "'",
                        String.join(", ", known.keySet())));
            }
            Optional<String> fault = option.fault(setting.getValue());
            if (fault.isPresent()) {
                return Optional.of(new Refusal(
                        Code.BAD_VALUE,
                        option.name(),
                        "'" + setting.getValue() + "' " + fault.get() + " for the option '" + option.name() + "'",
                        option.legal()));
            }
        }
        return Optional.empty();
    }

    private static String detail(BotReply answer) {
        if (answer instanceof BotReply.Gone gone) {
            return gone.detail();
        } else if (answer instanceof BotReply.Stalled stalled) {
            return stalled.detail();
        }
        return answer.toString();
    }
}
