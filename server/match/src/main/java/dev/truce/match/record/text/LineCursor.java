package dev.truce.match.record.text;

import dev.truce.engine.orders.Refusal;

/** A place in one line of a record's text form. What is expected and does not stand there is an error with line and column. */
final class LineCursor {
    private final String text;
    private final int line;
    private int at;

    LineCursor(String text, int line) {
        this.text = text;
        this.line = line;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** Steps over a word that must stand here. */
    void expect(String word) {
        if (!text.startsWith(word, at)) {
            throw wrong("expected", word);
        }
        at += word.length();
    }

    void expectEnd() {
        if (!isAtEnd()) {
            throw wrong("line-end");
        }
    }

    /** Returns what stands before the first of some characters, or before the end, and steps over it. */
    String until(String stops) {
        int from = at;
        while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Returns the rest of the line and steps over it. */
    String rest() {
        int from = at;
        at = text.length();
        return text.substring(from);
    }

    /** Returns the text between quotes that begins here, in which a backslash stands before a quote or a backslash. */
    String quoted() {
        expect("\"");
        StringBuilder value = new StringBuilder();
        while (!isAt('"')) {
            if (isAt('\\')) {
                at++;
                if (!isAt('"') && !isAt('\\')) {
                    throw wrong("backslash");
                }
            }
            if (isAtEnd()) {
                throw wrong("expected", "\"");
            }
            value.append(text.charAt(at));
            at++;
        }
        at++;
        return value.toString();
    }

    /** Returns the comment or variation that begins here. */
    String aside() {
        int from = at;
        if (isAt('{')) {
            expect("{\"");
            until("\"");
            expect("\"}");
        } else {
            expect("(");
            until("()");
            expect(")");
        }
        return text.substring(from, at);
    }

    /** Says what is wrong here: the end of the key of its sentence, and what that names. */
    RecordSyntax wrong(String sentence, Object... named) {
        return wrongAt(at, sentence, named);
    }

    RecordSyntax wrongAt(int place, String sentence, Object... named) {
        return new RecordSyntax(RecordFault.Code.RECORD_SYNTAX, line, place + 1, sentence, named);
    }

    /** Says that what stands at a place is refused. */
    RecordSyntax refusedAt(int place, Refusal why) {
        return new RecordSyntax(RecordFault.Code.RECORD_SYNTAX, line, place + 1, why);
    }
}
