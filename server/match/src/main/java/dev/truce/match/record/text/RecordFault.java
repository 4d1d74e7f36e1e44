package dev.truce.match.record.text;

import dev.truce.engine.orders.Refusal;

/**
 * Why a text is no record.
 *
 * @param code what is wrong
 * @param line line in the text, from 1
 * @param column column in the line, from 1
 * @param why what its sentence says and names; the code of orders and deeds that are refused is their own
 */
public record RecordFault(Code code, int line, int column, Refusal why) {
    /** What is wrong with a text. Codes never change. */
    public enum Code implements Refusal.Code {
        /** Larger than any record. */
        RECORD_TOO_LARGE,
        /** A line is not what stands there in a record. */
        RECORD_SYNTAX,
        /** The end is missing. */
        RECORD_TRUNCATED,
        /** Written in another version of the form, which another version of the program reads. */
        RECORD_VERSION,
        /** No such scenario here. */
        RECORD_UNKNOWN_SCENARIO,
        /** The scenario of that name has other values here. */
        RECORD_OTHER_SCENARIO,
        /** Written for rules that this version does not have. */
        RECORD_UNKNOWN_RULESET,
        /** The form for other programs, which is not read here. */
        RECORD_MACHINE_FORM
    }
}
