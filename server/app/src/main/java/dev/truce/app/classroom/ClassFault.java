package dev.truce.app.classroom;

import dev.truce.engine.orders.Refusal;

/** Why a class list, or a line of it, cannot be used. Names never change. */
public enum ClassFault implements Refusal.Code {
    /** The file is longer than a list of the most students can be. */
    LIST_TOO_LARGE,
    /** The encoding of the file is none that is recognised. */
    NOT_UTF8,
    /** The file is a workbook that cannot be read. */
    NOT_XLSX,
    /** The quotes of the file do not close. */
    NOT_CSV,
    /** The first line names no column of students. */
    NO_HEADER,
    /** The first line names a column twice. */
    COLUMN_TWICE,
    /** The list has no student whose line can be used. */
    NO_STUDENTS,
    /** The list has more students than a class may have. */
    TOO_MANY_STUDENTS,

    /** The line has no name, or one that cannot be shown. */
    BAD_NAME,
    /** The line has no student number, though the list has such a column, or one that cannot be typed. */
    BAD_ID,
    /** An earlier line has the same student number. */
    SAME_ID,
    /** An earlier line has the same name, and the list has nothing to tell the two apart. */
    SAME_NAME,
    /** The line is of the gradebook, not of a student. */
    NO_STUDENT,
    /** Lines of the list cannot be used, and nobody has agreed to go on without them. */
    LINES_LEFT_OUT,
    /** The table is no number from 1 to the most tables. */
    BAD_TABLE,
    /** The seat is none of a delegation. */
    BAD_SEAT,
    /** The game does not speak this language. */
    BAD_LANGUAGE,
    /** More lines name a table than it has seats. */
    TABLE_FULL,

    /** The line does not say at which table and in which seat the student sat. */
    SEAT_MISSING,
    /** There is no record of the table of a line. */
    TABLE_NOT_PLAYED,
    /** The table of a line had no such seat. */
    SEAT_NOT_PLAYED,
    /** Two lines name one seat of one table. */
    SEAT_TWICE
}
