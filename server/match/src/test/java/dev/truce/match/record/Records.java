package dev.truce.match.record;

import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordJson;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.referee.Table;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Records to test with. */
public final class Records {
    static final Scenario BUSAN = Scenarios.busan2025R2();

    static final Function<RulesStamp, Optional<Scenario>> SHELF =
            it -> it.scenario().equals(BUSAN.id()) ? Optional.of(BUSAN) : Optional.empty();

    private Records() {}

    /** A match of some rounds, played at random. */
    public static MatchRecord atRandom(int rounds, long seed) {
        Table table = Table.of(rounds, seed);
        SplitMix64 random = new SplitMix64(seed);
        table.start();
        while (!table.referee.isOver()) {
            table.playAtRandom(random);
        }
        return table.referee.record();
    }

    /** Two rounds with all there is: a caption, comments, a variation, orders, somebody ready and somebody absent. */
    public static MatchRecord small() {
        Table table = new Table(Table.setup(2, 42), Table.terms(60_000));
        table.start();
        table.seat("US").submits("RECIP=34; PACE=1");
        table.deadlinePasses();
        table.seat("US").submits("FENT=15");
        table.seat("CN").submits("SOY=0.5; REE5=licensed");
        table.everybodyIsReady();
        MatchRecord match = table.referee.record();
        RecordedRound second = match.rounds().get(1);
        Annotations annotations =
                new Annotations(List.of("{\"too early?\"}"), List.of("(CN HOLD)", "{\"a second thought\"}"));
        return new MatchRecord(
                new RecordTitle("Seminar 3", "2026-03-02", "Group A", "gtft \"1.2\" \\ 第二组"),
                match.rulesStamp(),
                match.setup(),
                match.start(),
                List.of(match.rounds().get(0), new RecordedRound(second.closed(), second.link(), annotations)),
                match.ending(),
                match.result(),
                match.hash());
    }

    static MatchRecord read(String text) {
        return ((RecordReading.Read) RecordReader.read(text, SHELF)).match();
    }

    static RecordFault fault(String text) {
        return ((RecordReading.Unreadable) RecordReader.read(text, SHELF)).fault();
    }

    public static String text(MatchRecord match) {
        return RecordText.write(match, BUSAN);
    }

    public static String json(MatchRecord match) {
        return RecordJson.write(match, BUSAN);
    }
}
