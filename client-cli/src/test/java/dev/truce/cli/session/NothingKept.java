package dev.truce.cli.session;

import dev.truce.cli.seat.Keeper;
import dev.truce.engine.view.RoundView;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;

/** Keeps nothing. */
final class NothingKept implements Keeper {
    @Override
    public List<String> keep(ResumeTicket ticket) {
        return List.of();
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
