package dev.truce.cli.record;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ScenarioLookup;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.match.record.SeedOrigin;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.story.print.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce verify FILE}: plays a record again and says what was checked, and who vouches for it. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ScenarioLookup shelf = new ScenarioLookup();

    @Mixin
    private final KnownKeys keys = new KnownKeys();

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
        MatchRecord match = replay.match();
        Verification.Verified verified = (Verification.Verified) replay.verification();
        KnownKeys.Voucher voucher =
                keys.voucher(file, match, shelf.find(match.rulesStamp()).orElseThrow());
        if (json) {
            printer.raw(Json.write(object(match, verified, voucher)));
        } else {
            printer.lines(lines(match, verified, voucher));
        }
        return ExitCodes.OK;
    }

    private static Map<String, Object> object(
            MatchRecord match, Verification.Verified verified, KnownKeys.Voucher voucher) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("type", "verified");
        result.put("rounds", verified.rounds());
        result.put("hash", "sha256:" + verified.chain());
        if (match.seedOrigin() instanceof SeedOrigin.Drawn drawn) {
            result.put("seed_hash", drawn.hash());
        } else if (match.seedOrigin() instanceof SeedOrigin.Chosen) {
            result.put("seed_chosen", true);
        }
        if (match.lossAccepted()) {
            result.put("loss_accepted", true);
        }
        result.put("vouched_by", voucher.name().toLowerCase(Locale.ROOT));
        RecordSignature signature = match.signature();
        if (signature != null) {
            result.put("key", signature.key());
        }
        result.put("names_verified", false);
        return result;
    }

    private static List<String> lines(MatchRecord match, Verification.Verified verified, KnownKeys.Voucher voucher) {
        List<String> lines = new ArrayList<>(List.of(
                Texts.of("verify.ok", Texts.phrases().count("rounds.one", "rounds.many", verified.rounds())),
                Texts.of("verify.hash", verified.chain())));
        if (match.seedOrigin() instanceof SeedOrigin.Drawn drawn) {
            lines.addAll(TextWidth.wrap("", Texts.of("verify.seed.drawn", drawn.hash())));
        } else if (match.seedOrigin() instanceof SeedOrigin.Chosen) {
            lines.addAll(TextWidth.wrap("", Texts.of("verify.seed.chosen")));
        }
        if (match.lossAccepted()) {
            lines.addAll(TextWidth.wrap("", Texts.of("verify.loss")));
        }
        RecordSignature signature = match.signature();
        lines.addAll(
                TextWidth.wrap("", Texts.of("vouched." + voucher.name(), signature == null ? "" : signature.key())));
        lines.addAll(TextWidth.wrap("", Texts.of("vouched.not")));
        return lines;
    }
}
