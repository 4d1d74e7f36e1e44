package dev.truce.protocol.message;

import dev.truce.match.deed.ClassAct;

/** What instructors and students want of a class. The fields mean what the schema says about them. */
public sealed interface ClassRequest {
    /**
     * Opens a class.
     *
     * @param key idempotency key that nobody can guess
     * @param deskKey the secret of the server's instructors
     * @param template what the class plays, in YAML
     * @param list who may come, in CSV
     */
    record Open(String key, String deskKey, String template, String list) implements ClassRequest {
        /** Hides secrets and names. */
        @Override
        public String toString() {
            return "Open[]";
        }
    }

    /**
     * Takes one's seat.
     *
     * @param key idempotency key that nobody can guess
     * @param student as the class list has him
     * @param studentKey his key
     */
    record Enter(String key, String classCode, String student, String studentKey) implements ClassRequest {
        /** Hides who it is. */
        @Override
        public String toString() {
            return "Enter[]";
        }
    }

    /**
     * Calls the instructor to the own table.
     *
     * @param text what it is about
     */
    record CallForHelp(String text) implements ClassRequest {}

    /**
     * Opens a desk.
     *
     * @param secret desk key, ticket or token
     */
    record EnterDesk(String classCode, String secret) implements ClassRequest {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "EnterDesk[]";
        }
    }

    /**
     * Watches a table, or all of them.
     *
     * @param key idempotency key that nobody can guess
     * @param table its number, 0 for all
     * @param deskKey for a class that lets nobody else watch, or empty
     */
    record Watch(String key, String classCode, int table, String deskKey) implements ClassRequest {
        /** Leaves the secrets out. */
        @Override
        public String toString() {
            return "Watch[table=" + table + "]";
        }
    }

    /** Asks what an act would do. */
    record Preview(ClassAct act) implements ClassRequest {}

    /**
     * Does something.
     *
     * @param key idempotency key: the same key gives the first answer again
     * @param expected hash of what was shown of an advance, otherwise empty
     */
    record Act(String key, ClassAct act, String expected) implements ClassRequest {}

    /** Asks for the class list and the log of the desks. */
    record Read() implements ClassRequest {}

    /**
     * Asks for a document about a class whose matches are over.
     *
     * @param language its language, by its word
     * @param naming how it calls those who sat at the tables; grades always have real names
     * @param part which part of it, from 1
     * @param classCode the class, empty at a desk of it
     * @param deskKey the secret of the server's instructors, empty at a desk
     * @param table number of the table that a debrief tells alone, 0 for all
     */
    record ReadText(
            ClassDocument document,
            String language,
            Naming naming,
            int part,
            String classCode,
            String deskKey,
            int table)
            implements ClassRequest {
        /** Asks for the first part at a desk. */
        public ReadText(ClassDocument document, String language, Naming naming) {
            this(document, language, naming, 1, "", "", 0);
        }

        /** Returns the wish for another part of the same document. */
        public ReadText part(int other) {
            return new ReadText(document, language, naming, other, classCode, deskKey, table);
        }

        /** Returns the same wish of who has the desk key and no desk. */
        public ReadText of(String code, String key) {
            return new ReadText(document, language, naming, part, code, key, table);
        }

        /** Returns the wish for the debrief of one table alone, 0 for all. */
        public ReadText atTable(int number) {
            return new ReadText(document, language, naming, part, classCode, deskKey, number);
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "ReadText[" + document + ", part=" + part + "]";
        }
    }

    /** A document about a class. */
    enum ClassDocument {
        /** The debrief as lines of a screen. */
        DEBRIEF_TEXT,
        /** The debrief as Markdown. */
        DEBRIEF_MARKDOWN,
        /** The debrief as a web page. */
        DEBRIEF_HTML,
        /** The gradebook that Canvas imports. */
        GRADES,
        /** The records of all tables, and with real names the class list. */
        RECORDS
    }

    /** How a document calls those who sat at the tables. */
    enum Naming {
        /** Not at all. */
        OFF,
        /** As in the game. */
        PSEUDONYM,
        /** By the names of the class list. */
        REAL
    }

    /**
     * Asks for all open classes.
     *
     * @param deskKey the secret of the server's instructors
     */
    record ListAll(String deskKey) implements ClassRequest {
        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "ListAll[]";
        }
    }
}
