package dev.truce.cli.option;

import dev.truce.bot.line.BotName;
import dev.truce.bot.line.model.ModelFileException;
import dev.truce.bots.Roster;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.text.SafeText;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of a bot, and tells people why nobody can play under it. */
public final class BotConverter implements ITypeConverter<BotName> {
    private static final int MAX_MESSAGE = 600;

    /** Codes of models that cannot play, whatever the command line says. */
    private static final Set<Refusal.Code> MODELS = Set.of(ModelFileException.ModelRefusal.values());

    @Override
    public BotName convert(String typed) throws WrongValue {
        return BotName.parse(typed).orThrow(BotConverter::wrong);
    }

    /** Returns the fault of a name that is refused. */
    static WrongValue wrong(Refusal refusal) {
        boolean isFile = refusal.code() == BotName.Fault.FILE_UNREADABLE
                || refusal.code() == BotName.Fault.POLICY_SYNTAX
                || MODELS.contains(refusal.code());
        return new WrongValue(isFile ? ExitCodes.FAILED : ExitCodes.USAGE, place -> fault(refusal, place));
    }

    private static UsageFault fault(Refusal refusal, WrongValue.Place place) {
        boolean isUnknown = refusal.code() == BotName.Fault.UNKNOWN_BOT;
        String what = Texts.of(refusal);
        String legal = isUnknown ? String.join(" ", Roster.names()) : SafeText.line(refusal.legal(), MAX_MESSAGE);
        return UsageFault.unstarted(refusal.code().name(), what, next(refusal, place))
                .about(place.field(), legal);
    }

    private static String next(Refusal refusal, WrongValue.Place place) {
        if (MODELS.contains(refusal.code())) {
            return Texts.of("fault.next.model." + refusal.code().name());
        }
        return switch ((BotName.Fault) refusal.code()) {
            case UNKNOWN_BOT -> place.before() + (refusal.legal().isEmpty() ? "tft" : refusal.legal());
            case FILE_UNREADABLE -> place.before() + "learner";
            case POLICY_SYNTAX -> Texts.of("fault.next.policy");
            case NO_GREETING -> Texts.of("fault.next.check-bot");
            case UNKNOWN_OPTION, BAD_VALUE ->
                refusal.legal().isEmpty()
                        ? Texts.of("fault.next.check-bot")
                        : Texts.of("fault.next.setting", SafeText.line(refusal.legal(), MAX_MESSAGE));
        };
    }
}
