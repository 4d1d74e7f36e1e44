package dev.truce.cli.kept;

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
import dev.truce.match.record.SeedOrigin;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.protocol.text.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the seat's secret in the folder of settings, so that plain {@code truce} comes back to it. */
public final class SeatKeeper implements Keeper {
    private final Path folder;
    private SavedSeat seat;
    private @Nullable Scenario scenario;

    public SeatKeeper(Path folder, SavedSeat seat) {
        this.folder = folder;
        this.seat = seat;
    }

    /** Says what the room plays, so that its record can be read. */
    public SeatKeeper plays(Scenario played) {
        scenario = played;
        return this;
    }

    /** Keeps the secret that the seat was given; says how to come back. */
    public List<String> keepFirst() {
        List<String> trouble = write(seat.token());
        return trouble.isEmpty() ? TextWidth.wrap("", Texts.of("join.back")) : trouble;
    }

    @Override
    public List<String> keep(ResumeTicket ticket) {
        if (ticket.token().equals(seat.token())) {
            return List.of();
        }
        return write(ticket.token());
    }

    private List<String> write(String token) {
        try {
            seat = seat.renew(folder, token);
            return List.of();
        } catch (IOException refused) {
            return TextWidth.wrap("", Texts.of("join.not-kept", folder));
        }
    }

    @Override
    public void keepDraft(KeptDraft draft) {
        Scenario played = scenario;
        if (played != null) {
            new DraftFile(folder, played).save(draft);
        }
    }

    @Override
    public Optional<KeptDraft> draft() {
        Scenario played = scenario;
        return played == null ? Optional.empty() : new DraftFile(folder, played).load(seat.matchId(), seat.seat());
    }

    @Override
    public boolean comesBack() {
        return true;
    }

    @Override
    public List<String> keepRecord(String recordText) {
        try {
            Path file = AtomicFile.keep(Path.of("truce-" + seat.code() + ".twg"), recordText);
            List<String> lines = new ArrayList<>(AtomicFile.lines(file));
            Scenario played = scenario;
            if (played != null) {
                lines.addAll(
                        Debriefs.whatIf(file, recordText, played, seat.seat().side()));
            }
            return lines;
        } catch (FaultException refused) {
            return refused.fault().lines();
        }
    }

    @Override
    public List<String> checkSeed(String recordText, SeedNotice told) {
        Scenario played = scenario;
        if (played == null || told.hash().isEmpty()) {
            return List.of();
        }
        boolean kept = RecordFile.read(recordText, played)
                .map(match -> match.seedOrigin() instanceof SeedOrigin.Drawn drawn
                        && drawn.matchId().equals(seat.matchId())
                        && drawn.hash().equals(told.hash())
                        && drawn.hashOf(match.setup().seed(), match.setup().tableSeed())
                                .equals(told.hash()))
                .orElse(false);
        return TextWidth.wrap(
                "",
                Texts.of(
                        kept ? "session.seed.kept" : "session.seed.broken",
                        SafeText.line(told.hash(), SeedOrigin.Drawn.HASH_DIGITS)));
    }

    @Override
    public List<RoundView> rounds(String recordText) {
        Scenario played = scenario;
        return played == null ? List.of() : Debriefs.rounds(recordText, played);
    }
}
