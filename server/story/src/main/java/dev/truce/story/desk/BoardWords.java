package dev.truce.story.desk;

import dev.truce.match.notation.TimeText;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.story.page.Page;
import dev.truce.story.topic.ClassBoardTopic;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;

/**
 * What the board of a class says beside the facts of its rounds, in the same words on every screen.
 *
 * @param phrases the texts of the language
 * @param safe makes text of strangers fit to be shown
 */
public record BoardWords(Phrases phrases, DeskWords.Safe safe) {
    private static final int MAX_TITLE = 40;
    private static final int MAX_WORDS = 500;

    /** Returns what the class is called. */
    public String title(ClassPicture.Known known) {
        ClassNews.Watched watched = known.watched();
        return watched == null ? "" : safe.line(watched.title(), MAX_TITLE);
    }

    /** Returns whether the doors are open, or that the class is closed. */
    public String doors(ClassNews.Changed state) {
        return DeskWords.doors(phrases, state);
    }

    /** Returns which round is open and how much time it has left; or that there is none. */
    public String phase(ClassPicture.Known known, long now) {
        List<TableChanged> open =
                known.tables().stream().filter(ClassPicture::isOpen).toList();
        if (known.isOver()) {
            return phrases.of("board.over");
        } else if (open.isEmpty()) {
            boolean shut = known.tables().stream().anyMatch(table -> table.phase() == TablePhase.SHUT);
            boolean begun = known.state() != null && known.state().begun();
            return phrases.of(shut ? "board.shut" : begun ? "board.between" : "board.not-begun");
        }
        int round = open.stream().mapToInt(TableChanged::round).max().orElse(0);
        String number = known.lastRound() > 1
                ? phrases.of("board.round.of", round, known.lastRound())
                : phrases.of("span.one", round);
        if (open.stream().allMatch(TableChanged::paused)) {
            return number + " | " + phrases.of("tables.paused");
        }
        long left = open.stream()
                .mapToLong(table -> ClassPicture.left(table, now))
                .max()
                .orElse(0);
        return left == 0 ? number : number + " | " + phrases.of("session.left-time", TimeText.left(left));
    }

    /** Returns the page of the newest round that all tables have resolved. */
    public Page page(ClassPicture.Known known) {
        ClassNews.Watched watched = known.watched();
        int start = watched == null ? 0 : watched.startTariff();
        return new ClassBoardTopic(phrases, title(known), start).page(known.seen(known.revealed()), known.lastRound());
    }

    /** Returns who is here before the beginning. */
    public String here(ClassNews.Changed state, int tables) {
        String where = phrases.count("class-board.tables.one", "class-board.tables.many", tables);
        return phrases.of("board.here", state.here(), state.members(), where);
    }

    /** Returns what is so for a while, how far the open round is, and what was announced last. */
    public List<String> now(ClassPicture.Known known) {
        List<String> lines = new ArrayList<>();
        ClassNews.Changed state = known.state();
        if (state != null) {
            lines.addAll(DeskWords.facts(phrases, state));
        }
        long open = known.tables().stream().filter(ClassPicture::isOpen).count();
        long shut = known.tables().stream()
                .filter(table -> table.phase() == TablePhase.SHUT)
                .count();
        if (shut > 0) {
            lines.add(phrases.of("board.progress", shut, shut + open));
        }
        if (state != null && !state.announced().isEmpty()) {
            lines.add(phrases.of("board.announced", safe.line(state.announced(), MAX_WORDS)));
        }
        return lines;
    }
}
