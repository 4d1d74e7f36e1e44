package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.host.Outbox;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.By;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.message.ClassNews;
import dev.truce.store.Entry;
import dev.truce.store.StoredMember;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The events of a class on their way: written first, then done at its tables, finished once every table has answered. Confined to the
 * tasks of its class.
 */
final class ClassEvents {
    private final ClassState state;
    private final Map<Integer, StoredMember> members = new TreeMap<>();
    private final Outbox outbox;
    private final Clock clock;
    private final TableActs tables;
    private final ClassPresence presence;
    private final Heard heard;
    /** What desks and students wait for by the number of the event. */
    private final Map<Long, List<Consumer<ClassNews.Done>>> unanswered = new HashMap<>();

    /** Told after those who wait for an event. */
    interface Heard {
        /** The class is closed. */
        void closed();

        /** An act is finished, so that the next may begin. */
        void acted();
    }

    ClassEvents(
            ClassState state,
            List<StoredMember> list,
            Outbox outbox,
            Clock clock,
            TableActs tables,
            ClassPresence presence,
            Heard heard) {
        this.state = state;
        list.forEach(member -> members.put(member.member(), member));
        this.outbox = outbox;
        this.clock = clock;
        this.tables = tables;
        this.presence = presence;
        this.heard = heard;
    }

    /** The list of the class, with names. */
    Collection<StoredMember> members() {
        return members.values();
    }

    StoredMember member(int number) {
        StoredMember member = members.get(number);
        if (member == null) {
            throw new IllegalStateException("no member " + number);
        }
        return member;
    }

    /** Sends tables again what they had not all done when the server stopped. */
    void goOn() {
        state.acts().open().forEach(this::send);
    }

    /** Tells somebody too once an event is finished. */
    void await(long number, Consumer<ClassNews.Done> done) {
        unanswered.computeIfAbsent(number, unused -> new ArrayList<>()).add(done);
    }

    /**
     * Writes what no table has to do anything for.
     *
     * @param done told once it is on disk
     * @return whether there was a place for it
     */
    boolean record(ClassEvent event, Runnable done) {
        if (!outbox.reserve()) {
            return false;
        }
        state.apply(outbox.next(), event);
        outbox.write(List.of(new Entry.ClassActed(ClassEncoding.toBytes(event))));
        outbox.say(unixMillis -> done.run());
        return true;
    }

    /** Returns whether nothing can be written any more, until the class is read from the journal again. */
    boolean isLost() {
        return outbox.hasFailed();
    }

    /** Returns the refusal of what there was no place for. */
    <T> Reply<T> busy() {
        return outbox.busy();
    }

    /**
     * Writes what happens; once that is on disk, tables are sent what they have to do.
     *
     * @param changed lines of the list that replace those of the same members
     * @param done told once every table has answered
     * @return whether there was a place for it
     */
    boolean record(
            ClassEvent event, List<StoredMember> changed, Consumer<ClassNews.Done> done, Consumer<Refusal> refused) {
        if (!outbox.reserve()) {
            refused.accept(ServerRefusals.retry());
            return false;
        }
        long number = outbox.next();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.ClassActed(ClassEncoding.toBytes(event)));
        boolean closes = event instanceof ClassEvent.Acted acted && acted.act() instanceof ClassAct.Close;
        if (closes) {
            entries.add(new Entry.ClassClosed());
        }
        state.apply(number, event);
        changed.forEach(member -> members.put(member.member(), member));
        await(number, done);
        outbox.write(entries, changed);
        outbox.say(new Outbox.Words() {
            @Override
            public void say(long unixMillis) {
                send(number, event);
                presence.tellChange();
                presence.tellSeats();
            }

            @Override
            public void withhold() {
                unanswered.remove(number);
                refused.accept(ServerRefusals.later());
            }
        });
        return true;
    }

    private void send(long number, ClassEvent event) {
        if (!(event instanceof ClassEvent.Finished)) {
            tables.send(number, by(event), event.wanted(), refusals -> answered(number, event, refusals));
        }
    }

    private static By by(ClassEvent event) {
        if (event instanceof ClassEvent.Acted acted) {
            return acted.desk() > 0 ? new By.Desk(acted.desk()) : new By.Clock();
        }
        return new By.Policy();
    }

    private void answered(long number, ClassEvent event, List<ClassNews.TableRefusal> refusals) {
        Runnable after = () -> {
            // Before the desk is answered: what is asked after its answer has to find no class.
            if (state.isClosed()) {
                heard.closed();
            }
            List<Consumer<ClassNews.Done>> asking = unanswered.remove(number);
            if (asking != null) {
                asking.forEach(one -> one.accept(new ClassNews.Done(number, refusals, "")));
            }
            if (event instanceof ClassEvent.Acted) {
                heard.acted();
            }
        };
        if (event.wanted().isEmpty() && !(event instanceof ClassEvent.Acted)) {
            after.run();
            return;
        }
        ClassEvent finished = new ClassEvent.Finished(
                clock.millis(),
                number,
                refusals.stream()
                        .map(refusal -> new ClassEvent.TableRefusal(
                                refusal.table(), refusal.why().refusal().code().name()))
                        .toList());
        if (!record(finished, after)) {
            // Sent again after a restart, which has no second effect.
            after.run();
        }
    }
}
