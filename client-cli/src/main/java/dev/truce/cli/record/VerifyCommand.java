package dev.truce.cli.record;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ScenarioLookup;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.record.SeedOrigin;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.story.print.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce verify FILE}: plays a record again and says whether it is what it claims to be. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ScenarioLookup shelf = new ScenarioLookup();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Parameters(paramLabel = "FILE", descriptionKey = "param.record")
    private Path file = Path.of("");

    @Override
    public Integer call() throws FaultException {
        Printer printer = settings.printer(json);
        RecordReplay replay = RecordFile.replay(file, shelf);
        int verdict = RecordFile.verdict(printer, file, replay);
        if (verdict != ExitCodes.OK) {
            return verdict;
        }
        Verification.Verified verified = (Verification.Verified) replay.verification();
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("type", "verified");
            result.put("rounds", verified.rounds());
            result.put("hash", "sha256:" + verified.chain());
            if (replay.match().seedOrigin() instanceof SeedOrigin.Drawn drawn) {
                result.put("seed_hash", drawn.hash());
            } else if (replay.match().seedOrigin() instanceof SeedOrigin.Chosen) {
                result.put("seed_chosen", true);
            }
            if (replay.match().lossAccepted()) {
                result.put("loss_accepted", true);
            }
            printer.raw(Json.write(result));
        } else {
            printer.lines(List.of(Texts.of("verify.ok", verified.rounds()), Texts.of("verify.hash", verified.chain())));
            if (replay.match().seedOrigin() instanceof SeedOrigin.Drawn drawn) {
                printer.lines(TextWidth.wrap("", Texts.of("verify.seed.drawn", drawn.hash())));
            } else if (replay.match().seedOrigin() instanceof SeedOrigin.Chosen) {
                printer.lines(TextWidth.wrap("", Texts.of("verify.seed.chosen")));
            }
            if (replay.match().lossAccepted()) {
                printer.lines(TextWidth.wrap("", Texts.of("verify.loss")));
            }
        }
        return ExitCodes.OK;
    }
}
