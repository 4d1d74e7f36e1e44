package dev.truce.cli.command;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.CardName;
import dev.truce.engine.orders.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that says which shock card is played in which round: a line each, as in {@code 3 leak CN.SOY}; # begins a comment. */
final class CardFile {
    /** Seven kinds in 64 rounds, and as much comment. */
    private static final int MAX_LINES = 1_000;

    private static final int MAX_BYTES = 64 * 1024;
    private static final Pattern LINE = Pattern.compile("(\\d{1,2})\\.?\\s+(.{1,64})");

    /** A card and the round in which it takes effect. */
    record Entry(int round, String card) {}

    private CardFile() {}

    /**
     * Reads the file.
     *
     * @throws FaultException if it cannot be read, or a line is no card; the message names the line
     */
    static List<Entry> read(Path file) throws FaultException {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text(file).lines().toList();
        if (lines.size() > MAX_LINES) {
            throw wrong(file, MAX_LINES + 1, Texts.of("fault.cards.long", MAX_LINES));
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                entries.add(entry(file, i + 1, line));
            }
        }
        return entries;
    }

    private static Entry entry(Path file, int number, String line) throws FaultException {
        Matcher matcher = LINE.matcher(line);
        int round = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (round < 1 || round > Limits.MAX_ROUNDS) {
            throw wrong(file, number, Texts.of("fault.cards.line"));
        }
        Reply<Card> reply = CardName.read(matcher.group(2));
        if (reply instanceof Reply.Refused<Card> refused) {
            String legal = refused.refusal().legal();
            String what = Texts.of(refused.refusal());
            throw wrong(file, number, legal.isEmpty() ? what : Texts.of("fault.cards.legal", what, legal));
        }
        return new Entry(round, ((Reply.Done<Card>) reply).value().text());
    }

    private static String text(Path file) throws FaultException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new FaultException(unreadable(file, Texts.of("fault.file.large")));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new FaultException(unreadable(file, Texts.of("fault.file.unreadable")), ExitCodes.FAILED, broken);
        }
    }

    private static FaultException wrong(Path file, int line, String what) {
        return new FaultException(
                UsageFault.of(
                                "CARDS_UNREADABLE",
                                Texts.of("fault.cards", file.getFileName(), line, what),
                                Texts.of("fault.unchanged.nothing-started"),
                                "3 leak CN.SOY")
                        .about("line " + line, ""),
                ExitCodes.USAGE,
                null);
    }

    private static UsageFault unreadable(Path file, String why) {
        return UsageFault.of(
                "FILE_UNREADABLE",
                Texts.of("fault.file", file, why),
                Texts.of("fault.unchanged.nothing-started"),
                Texts.of("fault.next.other-file"));
    }
}
