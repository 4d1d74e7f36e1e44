package dev.truce.match.record.verify;

import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import java.util.Optional;
import java.util.function.Function;

/** The result of playing a record again and comparing. */
public sealed interface Verification {
    /**
     * Everything agrees.
     *
     * @param rounds rounds compared
     * @param chain the last link, 64 hex digits
     */
    record Verified(int rounds, String chain) implements Verification {}

    /**
     * Something differs.
     *
     * @param round first round that differs; 0 is what stands before round 1
     * @param what what differs: scenario, setup, seed, orders, hash, ending, result or trailer
     * @param expected what the replay gives
     * @param found what the record says
     */
    record Differs(int round, String what, String expected, String found) implements Verification {}

    /** The file is no record. */
    record Unreadable(RecordFault fault) implements Verification {}

    /** Plays a record again and compares. */
    static Verification verify(MatchRecord match, Rules rules) {
        return RecordReplay.compare(match, rules);
    }

    /**
     * Reads a file in either form, plays it again and compares.
     *
     * @param file the bytes of the whole file
     * @param shelf finds a scenario by its id
     */
    static Verification verify(byte[] file, Function<String, Optional<Scenario>> shelf) {
        RecordReading reading = RecordReader.read(file, shelf);
        if (reading instanceof RecordReading.Read read) {
            return verify(read.match(), Rules.of(read.scenario()));
        }
        return new Unreadable(((RecordReading.Unreadable) reading).fault());
    }
}
