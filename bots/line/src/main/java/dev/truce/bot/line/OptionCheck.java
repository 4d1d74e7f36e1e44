package dev.truce.bot.line;

import dev.truce.engine.orders.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a bot which options it has, and whether it can be set to what somebody wants of it. */
final class OptionCheck {
    /** A bot that announces more is not listened to any further. */
    private static final int MAX_OPTIONS = 1_000;

    private OptionCheck() {}

    /**
     * Starts a bot, hears what it announces, and ends it.
     *
     * @return what is wrong, or nothing
     */
    static Optional<Refusal> of(BotCommand command, ChildLimits limits) {
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
                return Optional.of(ungreeted(greeted));
            }
            talk.leave();
        } catch (IOException none) {
            return refused(BotName.Fault.NO_GREETING, "", "refused.bot.no-start", String.valueOf(none.getMessage()));
        }
        for (Map.Entry<String, String> setting : command.settings().entrySet()) {
            BotOption option = known.get(setting.getKey());
            if (option == null) {
                return refused(
                        BotName.Fault.UNKNOWN_OPTION,
                        String.join(", ", known.keySet()),
                        "refused.bot.no-option",
                        setting.getKey());
            }
            if (!option.takes(setting.getValue())) {
                return refused(
                        BotName.Fault.BAD_VALUE,
                        option.legal(),
                        "refused.bot.no-value",
                        setting.getValue(),
                        option.name());
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(BotName.Fault code, String legal, String why, Object... named) {
        return Optional.of(Refusal.of(code, "").because(why, named).legal(legal));
    }

    private static Refusal ungreeted(BotReply answer) {
        Refusal why = answer instanceof BotReply.Gone gone ? gone.why() : ((BotReply.Stalled) answer).why();
        return Refusal.of(BotName.Fault.NO_GREETING, "")
                .because(why.key(), why.arguments().toArray());
    }
}
