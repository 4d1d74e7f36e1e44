package dev.truce.match.record.verify;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
     * @param what what differs: scenario, setup, seed, orders, holders, kept, end, deeds, cards, hash, ending, result or trailer
     * @param expected what the replay gives
     * @param found what the record says
     * @param why why what the record says cannot have been, or null if two values differ
     */
    record Differs(
            int round,
            String what,
            String expected,
            String found,
            @Nullable Refusal why) implements Verification {
        /** Two values differ. */
        public Differs(int round, String what, String expected, String found) {
            this(round, what, expected, found, null);
        }

        /** What the record says cannot have been. */
        static Differs refused(int round, String what, Refusal why) {
            return new Differs(round, what, "", why.facts(), why);
        }
    }

    /** Code of what a record says and what cannot have been. */
    enum Code implements Refusal.Code {
        /** The rules make something else of the record. */
        RECORD_DIFFERS
    }

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
     * @param shelf finds the scenario that a record names, or the one of today of that id, so that the difference can be told
     */
    static Verification verify(byte[] file, Function<RulesStamp, Optional<Scenario>> shelf) {
        RecordReading reading = RecordReader.read(file, shelf);
        if (reading instanceof RecordReading.Read read) {
            return verify(read.match(), Rules.of(read.scenario()));
        }
        return new Unreadable(((RecordReading.Unreadable) reading).fault());
    }
}
