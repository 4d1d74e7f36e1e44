package dev.truce.story.desk;

import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.story.topic.ClassBoardTopic.SeenTable;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the server told of a class to who watches all its tables; the newest word on each counts. Thread-safe. */
public final class BoardPicture {
    private final TreeMap<Integer, TableChanged> tables = new TreeMap<>();
    private ClassNews.@Nullable Watched watched;
    private ClassNews.@Nullable Changed state;

    /**
     * What is known at one time.
     *
     * @param watched the class, or null before it is there
     * @param state how it stands, or null before it is told
     * @param tables by number
     */
    public record Known(
            ClassNews.@Nullable Watched watched, ClassNews.@Nullable Changed state, List<TableChanged> tables) {
        public Known {
            tables = List.copyOf(tables);
        }

        /** Returns whether every table has told where it stands. */
        public boolean isWhole() {
            return watched != null && state != null && tables.size() >= watched.tables();
        }

        /** Returns how many rounds all tables have resolved; one that a fault has stopped is not waited for. */
        public int revealed() {
            return tables.stream()
                    .filter(table -> table.phase() != TablePhase.FAULT)
                    .mapToInt(table -> table.rounds().size())
                    .min()
                    .orElse(0);
        }

        /** Returns whether no match goes on any more. */
        public boolean isOver() {
            return (state != null && state.closed())
                    || (!tables.isEmpty()
                            && tables.stream()
                                    .allMatch(table ->
                                            table.phase() == TablePhase.OVER || table.phase() == TablePhase.FAULT));
        }

        /** Returns the number of the last round, 0 if nobody may know it. */
        public int lastRound() {
            return tables.stream().mapToInt(TableChanged::lastRound).max().orElse(0);
        }

        /** Returns the tables with what everybody saw of them up to a round. */
        public List<SeenTable> seen(int round) {
            return tables.stream()
                    .map(table -> new SeenTable(
                            table.table(),
                            table.rounds().stream()
                                    .filter(each -> each.round() <= round)
                                    .toList()))
                    .toList();
        }
    }

    /** Takes in what the server said. */
    public synchronized void take(ClassNews news) {
        if (news instanceof ClassNews.Watched all) {
            watched = all;
        } else if (news instanceof ClassNews.Changed changed) {
            state = changed;
        } else if (news instanceof TableChanged table) {
            tables.put(table.table(), table);
        }
    }

    /** Returns what is known now. */
    public synchronized Known known() {
        return new Known(watched, state, List.copyOf(tables.values()));
    }
}
