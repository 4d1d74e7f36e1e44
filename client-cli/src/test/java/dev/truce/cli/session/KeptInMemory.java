package dev.truce.cli.session;

import dev.truce.cli.seat.Keeper;
import dev.truce.cli.seat.Keeper.KeptDraft;
import dev.truce.engine.view.RoundView;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the draft as long as the test lasts. */
final class KeptInMemory implements Keeper {
    private @Nullable KeptDraft kept;
    private Runnable whenRecordIsKept = () -> {};

    /** What happens when the record is kept. */
    void whenRecordIsKept(Runnable then) {
        whenRecordIsKept = then;
    }

    @Override
    public List<String> keep(ResumeTicket ticket) {
        return List.of();
    }

    @Override
    public void keepDraft(KeptDraft draft) {
        kept = draft;
    }

    @Override
    public Optional<KeptDraft> draft() {
        return Optional.ofNullable(kept);
    }

    @Override
    public boolean comesBack() {
        return true;
    }

    @Override
    public List<String> keepRecord(String recordText) {
        whenRecordIsKept.run();
        return List.of("kept");
    }

    @Override
    public List<String> checkSeed(String recordText, SeedNotice told) {
        return List.of();
    }

    @Override
    public List<RoundView> rounds(String recordText) {
        return List.of();
    }
}
