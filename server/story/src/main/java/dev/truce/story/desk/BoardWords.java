package dev.truce.story.desk;

import dev.truce.engine.scenario.Calendar;
import dev.truce.match.notation.TimeText;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.story.board.BoardCard;
import dev.truce.story.page.Page;
import dev.truce.story.topic.ClassBoardTopic;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        String time = time(known, now);
        String left = time.isEmpty() || isPaused(known) ? time : phrases.of("session.left-time", time);
        return left.isEmpty() ? round(known) : round(known) + " | " + left;
    }

    /** Returns which round is open; or that there is none. */
    public String round(ClassPicture.Known known) {
        int round = openRound(known);
        if (known.isOver()) {
            return phrases.of("board.over");
        } else if (round == 0) {
            boolean shut = known.tables().stream().anyMatch(table -> table.phase() == TablePhase.SHUT);
            boolean begun = known.state() != null && known.state().begun();
            return phrases.of(shut ? "board.shut" : begun ? "board.between" : "board.not-begun");
        }
        return known.lastRound() > 1
                ? phrases.of("board.round.of", round, known.lastRound())
                : phrases.of("span.one", round);
    }

    private static Stream<TableChanged> open(ClassPicture.Known known) {
        return known.tables().stream().filter(ClassPicture::isOpen);
    }

    /** The open round, 0 where none is. */
    private static int openRound(ClassPicture.Known known) {
        return known.isOver()
                ? 0
                : open(known).mapToInt(TableChanged::round).max().orElse(0);
    }

    /** Returns whether all stands still in an open round. */
    public boolean isPaused(ClassPicture.Known known) {
        return openRound(known) > 0 && open(known).allMatch(TableChanged::paused);
    }

    /** Returns what the open round has left, or that it is paused; empty where no time runs. */
    public String time(ClassPicture.Known known, long now) {
        if (isPaused(known)) {
            return phrases.of("tables.paused");
        }
        long left = openRound(known) == 0
                ? 0
                : open(known)
                        .mapToLong(table -> ClassPicture.left(table, now))
                        .max()
                        .orElse(0);
        return left == 0 ? "" : TimeText.left(left);
    }

    /** Returns how many tables have closed the open round, after the word of the time if one runs; empty where none is open. */
    public String ready(ClassPicture.Known known, long now) {
        long open = open(known).count();
        long shut = shut(known);
        if (known.isOver() || open + shut == 0) {
            return "";
        }
        boolean runs = !time(known, now).isEmpty() && !isPaused(known);
        return phrases.of(runs ? "class-board.ready.left" : "class-board.ready", shut, open + shut);
    }

    private static long shut(ClassPicture.Known known) {
        return known.tables().stream()
                .filter(table -> table.phase() == TablePhase.SHUT)
                .count();
    }

    /** Returns where the open round lies in time, in a sentence or two; empty where nobody told. */
    public String where(ClassPicture.Known known) {
        ClassNews.Watched watched = known.watched();
        int round = openRound(known);
        Calendar calendar = watched == null ? null : watched.calendar();
        if (watched == null || calendar == null || round == 0) {
            return "";
        }
        String quarter = calendar.quarter(round);
        int year = quarter.indexOf('Q');
        List<String> texts = new ArrayList<>();
        texts.add(phrases.of("class-board.quarter", quarter.substring(0, year), quarter.substring(year + 1)));
        for (Calendar.Mark mark : calendar.marks()) {
            if (mark.round() == round) {
                texts.add(safe.line(phrases.language().of(mark.titles()), MAX_TITLE));
            }
        }
        if (calendar.isSummit(round)) {
            texts.add(phrases.of("class-board.where.summit"));
        }
        int next = watched.redLineDates().stream()
                .filter(date -> date >= round)
                .findFirst()
                .orElse(0);
        if (next > 0) {
            texts.add(
                    next == round ? phrases.of("class-board.where.date") : phrases.of("class-board.where.next", next));
        }
        String stop = phrases.of("class-board.where.stop");
        return String.join(stop, texts) + stop.stripTrailing();
    }

    /** Returns the page of the newest round that all tables have resolved. */
    public Page page(ClassPicture.Known known) {
        List<BoardCard> cards = known.cards();
        return page(known, cards, cards);
    }

    /** Returns the same with the rows of some cards, and what is counted over all. */
    public Page page(ClassPicture.Known known, List<BoardCard> all, List<BoardCard> shown) {
        return new ClassBoardTopic(phrases, title(known)).page(all, shown, known.lastRound(), known.isOver());
    }

    /** Returns who is here before the beginning. */
    public String here(ClassNews.Changed state, int tables) {
        String where = phrases.count("class-board.tables.one", "class-board.tables.many", tables);
        return phrases.of("board.here", state.here(), state.members(), where);
    }

    /** Returns what is so for a while, and what was announced last. */
    public List<String> told(ClassPicture.Known known) {
        List<String> lines = new ArrayList<>();
        ClassNews.Changed state = known.state();
        if (state != null) {
            lines.addAll(DeskWords.facts(phrases, state));
        }
        if (state != null && !state.announced().isEmpty()) {
            lines.add(phrases.of("board.announced", safe.line(state.announced(), MAX_WORDS)));
        }
        return lines;
    }

    /** Returns how far the open round is, what is so for a while, and what was announced last. */
    public List<String> now(ClassPicture.Known known) {
        List<String> lines = new ArrayList<>();
        long shut = shut(known);
        if (shut > 0) {
            lines.add(phrases.of("board.progress", shut, shut + open(known).count()));
        }
        lines.addAll(told(known));
        return lines;
    }
}
