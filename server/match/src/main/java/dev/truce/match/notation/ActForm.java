package dev.truce.match.notation;

import java.util.List;

/**
 * How an act is asked for by who does not type it: its word, then a value for each field.
 *
 * @param word the word of the act
 * @param atTables whether it is done at tables, whose numbers stand before it
 * @param isForGood whether it can never be taken back: who asks for it has to say that he is sure
 * @param fields what stands after the word, in order
 */
public record ActForm(String word, boolean atTables, boolean isForGood, List<Field> fields) {
    public ActForm {
        fields = List.copyOf(fields);
    }

    /** What stands after the word of an act. */
    public enum Field {
        /** Open or closed. */
        STATE,
        /** A seat of a table. */
        SEAT,
        /** Minutes and seconds. */
        TIME("1:00"),
        /** Words for people. */
        TEXT,
        /** A bot of the roster. */
        BOT("negotiator"),
        /** A card of the scenario, with its round where that is not the open one. */
        CARD,
        /** A round. */
        ROUND,
        /** The number of a member of the class. */
        MEMBER,
        /** The number of another member. */
        OTHER,
        /** A seat with its table. */
        PLACE,
        /** A seat with its table, or nothing for any. */
        ANY_PLACE,
        /** How somebody is called. */
        NAME,
        /** How a student who is new is called, in quotes. */
        STUDENT,
        /** What he types to enter, in quotes; nothing for his name. */
        STUDENT_ID,
        /** The number of a device that waits. */
        DEVICE;

        private final String usual;

        Field() {
            this("");
        }

        Field(String usual) {
            this.usual = usual;
        }

        /** What is usually meant; empty if there is no such thing. */
        public String usual() {
            return usual;
        }
    }

    /** Returns a form with nothing after its word. */
    static ActForm of(String word, boolean atTables, Field... fields) {
        return new ActForm(word, atTables, false, List.of(fields));
    }

    /** Returns the form of an act that lasts. */
    static ActForm forGood(String word, boolean atTables, Field... fields) {
        return new ActForm(word, atTables, true, List.of(fields));
    }
}
