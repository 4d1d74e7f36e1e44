package dev.truce.cli.option;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.story.words.Language;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the language is chosen: by {@code --lang}, else by {@code TRUCE_LANG}, else English. The locale of the
 * system is not asked, so that a command prints the same on every machine.
 */
public final class LanguageChoice {
    private static final String OPTION = "--lang";
    private static final String VARIABLE = "TRUCE_LANG";

    private LanguageChoice() {}

    /**
     * Returns the language that is asked for.
     *
     * @param arguments the command line, not yet parsed
     * @param environment the environment variables
     * @throws FaultException if it is none of this program's
     */
    public static Language of(String[] arguments, Map<String, String> environment) throws FaultException {
        String option = option(arguments);
        if (option != null) {
            return find(option, OPTION + " zh");
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        return variable.isEmpty() ? Language.EN : find(variable, VARIABLE + "=zh");
    }

    /** Returns what follows the option, or null if it is absent or has no value, which the parser then refuses. */
    private static @Nullable String option(String[] arguments) {
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
            if (arguments[i].startsWith(OPTION + "=")) {
                return arguments[i].substring(OPTION.length() + 1);
            }
        }
        return null;
    }

    private static Language find(String asked, String next) throws FaultException {
        return Language.find(asked)
                .orElseThrow(() -> FaultException.usage(UsageFault.unstarted(
                                "UNKNOWN_LANGUAGE", Texts.of("fault.lang", asked, Texts.list(Language.words())), next)
                        .about(next.startsWith(OPTION) ? OPTION : VARIABLE, String.join(" ", Language.words()))));
    }
}
