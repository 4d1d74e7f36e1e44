package dev.truce.cli.record;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.signature.RecordKey;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.Hex;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.match.record.text.RecordText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The keys of servers that the user knows: what {@code --key} names, and that of this machine. */
final class KnownKeys {
    /** As many keys as fit into a page that somebody keeps by hand. */
    private static final int MAX_BYTES = 64 * 1024;

    @Option(names = "--key", paramLabel = "FILE|HEX", descriptionKey = "option.verify.key")
    private @Nullable String named;

    /** Who vouches for a record. */
    enum Voucher {
        /** It has no signature. */
        NOBODY,
        /** A server whose key the user has not named. */
        UNKNOWN,
        /** The server that keeps its matches in the usual folder of this machine. */
        THIS_SERVER,
        /** A server whose key the user has named. */
        KNOWN
    }

    /**
     * Checks the signature of a record.
     *
     * @throws FaultException if it is wrong, or a key was named and the record has no signature by it, with exit code 3; or if no key can
     *     be read
     */
    Voucher voucher(Path file, MatchRecord match, Scenario scenario) throws FaultException {
        List<String> known = known();
        RecordSignature signature = match.signature();
        if (signature == null) {
            if (named != null) {
                throw differs("RECORD_UNSIGNED", Texts.of("fault.record-unsigned", file.getFileName()));
            }
            return Voucher.NOBODY;
        }
        if (!RecordKey.holds(signature, RecordText.claims(RecordText.write(match, scenario)))) {
            throw differs(
                    "RECORD_BAD_SIGNATURE",
                    Texts.of("fault.record-bad-signature", file.getFileName(), signature.key()));
        }
        if (named == null) {
            return isOfThisMachine(signature.key()) ? Voucher.THIS_SERVER : Voucher.UNKNOWN;
        }
        if (!known.contains(signature.key())) {
            throw differs("RECORD_OTHER_KEY", Texts.of("fault.record-other-key", file.getFileName(), signature.key()));
        }
        return Voucher.KNOWN;
    }

    private static FaultException differs(String code, String what) {
        return FaultException.differs(
                UsageFault.of(code, what, Texts.of("fault.unchanged.file"), Texts.of("fault.next.record-key")), null);
    }

    /** Returns the keys that were named: one, or the first word of each line of a file that is a key. */
    private List<String> known() throws FaultException {
        String given = named;
        if (given == null || Hex.is(given, Hex.WHOLE)) {
            return given == null ? List.of() : List.of(given);
        }
        String text = InputFile.text(Path.of(given), MAX_BYTES, Texts.of("fault.next.key"));
        List<String> keys = text.lines()
                .map(line -> line.strip().split("\\s", 2)[0])
                .filter(word -> Hex.is(word, Hex.WHOLE))
                .toList();
        if (keys.isEmpty()) {
            throw FaultException.usage(
                    UsageFault.unstarted("BAD_KEY", Texts.of("fault.key", given), Texts.of("fault.next.key")));
        }
        return keys;
    }

    private static boolean isOfThisMachine(String key) {
        try {
            return RecordKey.find(ServerConfig.defaultData())
                    .map(mine -> mine.shown().equals(key))
                    .orElse(false);
        } catch (IOException unreadable) {
            // Somebody else's folder: then it is a server that the user has not named.
            return false;
        }
    }
}
