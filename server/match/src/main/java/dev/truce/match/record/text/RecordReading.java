package dev.truce.match.record.text;

import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord;

/** The result of reading a record. */
public sealed interface RecordReading {
    /** The record, and the scenario that it was played in. */
    record Read(MatchRecord match, Scenario scenario) implements RecordReading {}

    /** The text is no record. */
    record Unreadable(RecordFault fault) implements RecordReading {}
}
