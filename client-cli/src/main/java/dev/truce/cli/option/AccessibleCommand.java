package dev.truce.cli.option;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truce accessible on}: from now on facts are told in sentences, for screen readers; without a word it says how it stands. */
@Command(name = "accessible")
public final class AccessibleCommand implements Callable<Integer> {
    /** What may be chosen. */
    private enum Wish {
        ON("1"),
        OFF("0");

        private final String kept;

        Wish(String kept) {
            this.kept = kept;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private final Settings settings = new Settings();

    @Parameters(paramLabel = "on|off", arity = "0..1", descriptionKey = "param.accessible")
    private @Nullable Wish wish;

    @Override
    public Integer call() throws FaultException {
        Printer printer = settings.printer(false);
        Wish wanted = wish;
        if (wanted == null) {
            printer.lines(
                    TextWidth.wrap("", Texts.of(settings.look().accessible() ? "accessible.on" : "accessible.off")));
            return ExitCodes.OK;
        }
        KeptSettings kept = new KeptSettings(settings.folder());
        try {
            kept.keep(KeptSettings.ACCESSIBLE, wanted.kept);
        } catch (IOException refused) {
            throw FaultException.failed(
                    UsageFault.of(
                            "FILE_UNWRITABLE",
                            Texts.of("fault.unwritable", kept),
                            Texts.of("fault.unchanged.everything"),
                            "ACCESSIBLE=1 truce play"),
                    refused);
        }
        printer.lines(TextWidth.wrap(
                "",
                Texts.of(wanted == Wish.ON ? "accessible.on" : "accessible.off") + " "
                        + Texts.of("accessible.kept", kept)));
        return ExitCodes.OK;
    }
}
