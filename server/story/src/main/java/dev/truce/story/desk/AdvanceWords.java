package dev.truce.story.desk;

import dev.truce.engine.text.TextWidth;
import dev.truce.match.Defaults;
import dev.truce.protocol.message.ClassNews.TablePreview;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Says what closing a round now would do: a line for each seat. */
public final class AdvanceWords {
    private static final int SEAT = 10;

    private AdvanceWords() {}

    /**
     * Returns the lines.
     *
     * @param words of the desk
     * @param tables as the server told them
     */
    public static List<String> lines(DeskWords words, List<TablePreview> tables) {
        List<String> lines = new ArrayList<>();
        lines.add(words.phrases().of("desk.preview", tables.size()));
        for (TablePreview table : tables) {
            List<Defaults.OfSeat> seats = Defaults.read(table.text());
            if (seats.isEmpty()) {
                // Nothing can be done there, and the server said why.
                lines.add(words.phrases().of("desk.preview.not", table.table(), words.safe(table.text())));
            }
            for (Defaults.OfSeat seat : seats) {
                lines.add(TextWidth.pad(table.table() + "." + seat.seat(), SEAT) + " " + seat(words.phrases(), seat));
            }
        }
        return lines;
    }

    private static String seat(Phrases phrases, Defaults.OfSeat seat) {
        String words = switch (seat.origin()) {
            case SEALED, STAND_IN -> phrases.of(seat.ready() ? "desk.preview.sealed.ready" : "desk.preview.sealed");
            case KEPT -> phrases.of("desk.preview.kept", seat.kept());
            case READY -> phrases.of("desk.preview.ready");
            case VACANT -> phrases.of("desk.preview.vacant");
            case ABSENT -> phrases.of("desk.preview.absent");
        };
        if (!seat.bot().isEmpty()) {
            words = phrases.of("desk.preview.bot", seat.bot(), words);
        }
        return seat.next().isEmpty() ? words : phrases.of("desk.preview.next", words, seat.next());
    }

    /** Returns whether something can be done at any of the tables. */
    public static boolean isAny(List<TablePreview> tables) {
        return tables.stream().anyMatch(table -> !Defaults.read(table.text()).isEmpty());
    }
}
