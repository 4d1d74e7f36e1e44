package dev.truce.cli.option;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.CardName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** A file that says which shock card is played in which round: a line each, as in {@code 3 leak CN.SOY}; # begins a comment. */
public record CardFile(List<Entry> entries) {
    /** No card. */
    public static final CardFile EMPTY = new CardFile(List.of());

    /** Seven kinds in 64 rounds, and as much comment. */
    private static final int MAX_LINES = 1_000;

    private static final int MAX_BYTES = 64 * 1024;
    private static final Pattern LINE = Pattern.compile("(\\d{1,2})\\.?\\s+(.{1,64})");

    /** A card and the round in which it takes effect. */
    public record Entry(int round, String card) {}

    public CardFile {
        entries = List.copyOf(entries);
    }

    /** Reads the file that an option names. */
    public static final class Converter implements ITypeConverter<CardFile> {
        @Override
        public CardFile convert(String typed) throws FaultException {
            return new CardFile(read(Path.of(typed)));
        }
    }

    /**
     * Reads the file.
     *
     * @throws FaultException if it cannot be read, or a line is no card; the message names the line
     */
    private static List<Entry> read(Path file) throws FaultException {
        List<Entry> entries = new ArrayList<>();
        List<String> lines =
                InputFile.text(file, MAX_BYTES, "--cards FILE").lines().toList();
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
        Card card = CardName.read(matcher.group(2)).orThrow(refusal -> {
            String what = Texts.of(refusal);
            return wrong(
                    file,
                    number,
                    refusal.legal().isEmpty() ? what : Texts.of("fault.cards.legal", what, refusal.legal()));
        });
        return new Entry(round, card.text());
    }

    private static FaultException wrong(Path file, int line, String what) {
        return FaultException.usage(UsageFault.unstarted(
                        "CARDS_UNREADABLE", Texts.of("fault.cards", file.getFileName(), line, what), "3 leak CN.SOY")
                .about("line " + line, ""));
    }
}
