package dev.truce.cli.kept;

import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.record.Debriefs;
import dev.truce.cli.record.RecordFile;
import dev.truce.cli.seat.Keeper;
import dev.truce.cli.seat.Keeper.KeptDraft;
import dev.truce.cli.text.Texts;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.SeedNotice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what a practice match needs to go on later, if it is on disk, and its record at the end. */
public final class PracticeKeeper implements Keeper {
    private final Scenario scenario;
    private final @Nullable Path wished;
    private final boolean tellsSeed;
    private final @Nullable PracticeMatch match;
    private final EmbeddedServer server;
    private SavedSeat seat;
    private boolean keepsRecord = true;

    /**
     * @param wished file of the record, or null for one named after scenario and seed
     * @param tellsSeed whether the seed was a secret until the end
     * @param match where it is kept, or null if it is gone with the program
     */
    public PracticeKeeper(
            Scenario scenario,
            @Nullable Path wished,
            boolean tellsSeed,
            @Nullable PracticeMatch match,
            EmbeddedServer server,
            SavedSeat seat) {
        this.scenario = scenario;
        this.wished = wished;
        this.tellsSeed = tellsSeed;
        this.match = match;
        this.server = server;
        this.seat = seat;
    }

    /** Keeps the secret that the seat was given first. */
    public List<String> keepFirst() {
        return write(seat.token());
    }

    @Override
    public List<String> keep(ResumeTicket ticket) {
        return write(ticket.token());
    }

    private List<String> write(String token) {
        if (match == null) {
            return List.of();
        }
        try {
            seat = seat.renew(match.folder(), token);
            return List.of();
        } catch (IOException refused) {
            return TextWidth.wrap("", Texts.of("join.not-kept", match.folder()));
        }
    }

    @Override
    public void keepDraft(KeptDraft draft) {
        if (match != null) {
            new DraftFile(match.folder(), scenario).save(draft);
        }
    }

    @Override
    public Optional<KeptDraft> draft() {
        return match == null
                ? Optional.empty()
                : new DraftFile(match.folder(), scenario).load(seat.matchId(), seat.seat());
    }

    @Override
    public boolean comesBack() {
        return match != null;
    }

    /** Returns the same that keeps no record either. */
    PracticeKeeper withoutRecord() {
        keepsRecord = false;
        return this;
    }

    @Override
    public List<String> keepRecord(String recordText) {
        if (!keepsRecord) {
            return List.of();
        }
        Long seed = RecordFile.read(recordText, scenario)
                .map(record -> record.setup().seed())
                .orElse(null);
        try {
            Path file = AtomicFile.keep(AtomicFile.file(wished, scenario, seed), recordText);
            if (match != null) {
                server.deleteAtEnd(match.folder());
            }
            List<String> lines = new ArrayList<>(AtomicFile.lines(file));
            lines.addAll(Debriefs.whatIf(file, recordText, scenario, seat.seat().side()));
            if (tellsSeed && seed != null) {
                lines.addAll(TextWidth.wrap("", Texts.of("play.seed", seed)));
            }
            return lines;
        } catch (FaultException refused) {
            return refused.fault().lines();
        }
    }

    /** The server is in this process. */
    @Override
    public List<String> checkSeed(String recordText, SeedNotice told) {
        return List.of();
    }

    @Override
    public List<RoundView> rounds(String recordText) {
        return Debriefs.rounds(recordText, scenario);
    }
}
