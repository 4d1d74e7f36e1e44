package dev.truce.cli.seat;

import dev.truce.engine.view.RoundView;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import java.util.Optional;

/** Keeps nothing: a seat that was left is not opened again. */
public class NothingKept implements Keeper {
    @Override
    public List<String> keep(ResumeTicket ticket) {
        return List.of();
    }

    @Override
    public void keepDraft(KeptDraft draft) {}

    @Override
    public Optional<KeptDraft> draft() {
        return Optional.empty();
    }

    @Override
    public boolean comesBack() {
        return false;
    }

    @Override
    public List<String> keepRecord(String recordText) {
        return List.of();
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
