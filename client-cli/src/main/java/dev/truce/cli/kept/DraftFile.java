package dev.truce.cli.kept;

import dev.truce.cli.option.PrivateFile;
import dev.truce.cli.seat.Keeper.KeptDraft;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Seat;
import dev.truce.match.notation.OrderReader;
import dev.truce.match.notation.OrderText;
import dev.truce.protocol.text.SafeText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The draft of a seat on disk, beside the secret of the seat and readable by its owner only. */
final class DraftFile {
    private static final String FILE = "draft";
    private static final int MAX_TIME = 16;

    private final Path file;
    private final Scenario scenario;

    DraftFile(Path folder, Scenario scenario) {
        this.file = folder.resolve(FILE);
        this.scenario = scenario;
    }

    /** Writes the draft; what cannot be written is not kept, and the match goes on. */
    void save(KeptDraft draft) {
        Orders saved = draft.saved();
        StringBuilder text = new StringBuilder();
        line(text, "match", draft.matchId());
        line(text, "seat", draft.seat().toString());
        line(text, "round", Integer.toString(draft.round()));
        line(text, "orders", OrderText.of(draft.orders(), scenario));
        if (saved != null) {
            line(text, "saved", OrderText.of(saved, scenario));
            line(text, "at", draft.savedAt());
        }
        try {
            PrivateFile.write(file, text.toString());
        } catch (IOException full) {
            // A draft is a comfort; the seat itself has told already if its folder cannot be written.
            return;
        }
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }

    /** Reads the draft of a seat; empty if there is none, or it is that of another seat. */
    Optional<KeptDraft> load(String matchId, Seat seat) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        Orders orders = orders(values.getProperty("orders", ""), seat);
        String round = values.getProperty("round", "");
        if (orders == null
                || !round.matches("\\d{1,3}")
                || !matchId.equals(values.getProperty("match"))
                || !seat.toString().equals(values.getProperty("seat"))) {
            return Optional.empty();
        }
        return Optional.of(new KeptDraft(
                matchId,
                seat,
                Integer.parseInt(round),
                orders,
                orders(values.getProperty("saved", ""), seat),
                SafeText.line(values.getProperty("at", ""), MAX_TIME)));
    }

    private @Nullable Orders orders(String text, Seat seat) {
        Reply<Orders> read = OrderReader.read(text, seat.side(), scenario);
        return read instanceof Reply.Done<Orders> done ? done.value() : null;
    }
}
