package dev.truce.cli.desk;

import dev.truce.cli.text.Texts;
import dev.truce.match.Defaults;
import dev.truce.protocol.message.ClassNews.TablePreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what closing a round now would do: a line for each seat. */
public final class AdvanceWords {
    private AdvanceWords() {}

    /**
     * Returns the lines.
     *
     * @param tables as the server told them
     */
    public static List<String> lines(List<TablePreview> tables) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("desk.preview", tables.size()));
        for (TablePreview table : tables) {
            List<Defaults.OfSeat> seats = Defaults.read(table.text());
            if (seats.isEmpty()) {
                // Nothing can be done there, and the server said why.
                lines.add(Texts.of("desk.preview.not", table.table(), Texts.safe(table.text())));
            }
            for (Defaults.OfSeat seat : seats) {
                lines.add(String.format(Locale.ROOT, "%-10s %s", table.table() + "." + seat.seat(), words(seat)));
            }
        }
        return lines;
    }

    private static String words(Defaults.OfSeat seat) {
        String words = switch (seat.origin()) {
            case SEALED, STAND_IN -> Texts.of(seat.ready() ? "desk.preview.sealed.ready" : "desk.preview.sealed");
            case KEPT -> Texts.of("desk.preview.kept", seat.kept());
            case READY -> Texts.of("desk.preview.ready");
            case VACANT -> Texts.of("desk.preview.vacant");
            case ABSENT -> Texts.of("desk.preview.absent");
        };
        if (!seat.bot().isEmpty()) {
            words = Texts.of("desk.preview.bot", seat.bot(), words);
        }
        return seat.next().isEmpty() ? words : Texts.of("desk.preview.next", words, seat.next());
    }

    /** Returns whether something can be done at any of the tables. */
    public static boolean isAny(List<TablePreview> tables) {
        return tables.stream().anyMatch(table -> !Defaults.read(table.text()).isEmpty());
    }
}
