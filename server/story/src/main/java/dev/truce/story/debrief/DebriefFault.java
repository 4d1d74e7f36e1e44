package dev.truce.story.debrief;

import dev.truce.engine.orders.Refusal;

/** Why records are not those of one class. Names never change. */
public enum DebriefFault implements Refusal.Code {
    /** There is no record. */
    NO_TABLES,
    /** There are more records than a class may have tables. */
    TOO_MANY_TABLES,
    /** The rules make something else of a record. */
    TABLE_DIFFERS,
    /** A record was taken while its match went on. */
    TABLE_NOT_OVER,
    /** A table was played by other rules, in another scenario or under other conditions. */
    OTHER_RULES,
    /** A table had other chance. */
    OTHER_SEED,
    /** No record is of the table that is to be told. */
    NO_SUCH_TABLE,
    /** Two records are of one table. */
    TABLE_TWICE
}
