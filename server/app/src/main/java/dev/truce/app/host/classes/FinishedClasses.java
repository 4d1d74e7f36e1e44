package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.room.RoomCode;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClassNews;
import dev.truce.store.EventStore;
import dev.truce.store.StoredClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Classes that are finished, as far as somebody asks for one: their tables stand still, and their documents are told until they are removed.
 * Thread-safe; answers come later, from other threads.
 */
final class FinishedClasses {
    /** Those in memory at a time, with their lists; of those without a desk, the one that nobody has asked for the longest makes room. */
    static final int MAX = 32;

    /** How many a list has: those of some weeks, of which an instructor still wants grades. */
    static final int MAX_LISTED = 20;

    private final LocalMatches matches;
    private final Supplier<EventStore> store;
    private final Function<StoredClass, Classroom> maker;
    /** By id, the one that was asked for last at the end. */
    private final Map<String, Classroom> inMemory = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param matches runs what reads the journal
     * @param maker brings one back
     */
    FinishedClasses(LocalMatches matches, Supplier<EventStore> store, Function<StoredClass, Classroom> maker) {
        this.matches = matches;
        this.store = store;
        this.maker = maker;
    }

    /** Keeps a class that was finished just now; returns whether there is room. */
    synchronized boolean keep(Classroom classroom) {
        if (inMemory.size() >= MAX && !inMemory.containsKey(classroom.id())) {
            Optional<Classroom> idle =
                    inMemory.values().stream().filter(each -> !each.hasDesks()).findFirst();
            if (idle.isEmpty()) {
                return false;
            }
            inMemory.remove(idle.get().id());
        }
        inMemory.put(classroom.id(), classroom);
        return true;
    }

    /** Those in memory. */
    synchronized Collection<Classroom> inMemory() {
        return List.copyOf(inMemory.values());
    }

    /** Drops a class that is no longer known to be what is on disk; it is read again when somebody asks for it. */
    synchronized void drop(Classroom classroom) {
        inMemory.remove(classroom.id(), classroom);
    }

    /** Returns the class that had a code last, if it is in memory: for those of whom it is not known that they may ask. */
    synchronized Optional<Classroom> find(String typed) {
        return RoomCode.parse(typed)
                .flatMap(code -> new ArrayList<>(inMemory.values())
                        .stream()
                                .filter(classroom -> classroom.code().equals(code.text()))
                                .reduce((older, newer) -> newer));
    }

    /**
     * Does something with the class that had a code last, which is read from the journal if need be.
     *
     * @param unknown the refusal if there was no such class
     */
    <T> void with(String typed, Refusal unknown, Consumer<Reply<T>> answer, Consumer<Classroom> task) {
        Optional<RoomCode> code = RoomCode.parse(typed);
        if (code.isEmpty()) {
            answer.accept(Reply.refused(unknown));
            return;
        }
        matches.read(answer, () -> {
            Optional<StoredClass> kept =
                    KeptClass.finished(store.get(), code.get().text());
            Optional<Classroom> found = kept.flatMap(this::classroom);
            if (found.isPresent()) {
                task.accept(found.get());
            } else {
                answer.accept(Reply.refused(kept.isPresent() ? ServerRefusals.retry() : unknown));
            }
        });
    }

    /**
     * Returns the newest classes that are finished, the last that was opened first. Reads the journal, so it runs where that may be read.
     *
     * @param over whether a class of this id goes on no more
     */
    List<ClassNews.OpenedClass> newest(Predicate<String> over) {
        EventStore journal = store.get();
        return journal.newestClosed(MAX_LISTED).stream()
                .filter(kept -> over.test(kept.classId()))
                .flatMap(kept ->
                        setup(kept)
                                .map(setup -> line(
                                        kept,
                                        setup,
                                        journal.members(kept.classId()).size()))
                                .stream())
                .toList();
    }

    /** Returns the setup of a class; empty if it cannot be read, for which no other is missed. */
    static Optional<ClassSetup> setup(StoredClass kept) {
        try {
            return Optional.of(ClassEncoding.setup(kept.setup()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static ClassNews.OpenedClass line(StoredClass kept, ClassSetup setup, int members) {
        return new ClassNews.OpenedClass(
                kept.classId(),
                Objects.requireNonNullElse(kept.code(), ""),
                setup.template().title(),
                setup.tables().size(),
                members,
                0,
                true,
                true);
    }

    private Optional<Classroom> classroom(StoredClass kept) {
        synchronized (this) {
            Classroom here = inMemory.get(kept.classId());
            if (here != null) {
                return Optional.of(here);
            }
        }
        Classroom made = maker.apply(kept);
        synchronized (this) {
            // Somebody may have brought it back in the meantime; of two, one would not know what the other writes.
            Classroom here = inMemory.get(kept.classId());
            if (here != null) {
                return Optional.of(here);
            }
            return keep(made) ? Optional.of(made) : Optional.empty();
        }
    }
}
