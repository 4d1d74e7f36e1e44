package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.host.Outbox;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
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
    /** Desks and students who wait, by the numbers of the events that are not finished. */
    private final Map<Long, List<Consumer<Reply<ClassNews.Done>>>> unanswered = new HashMap<>();

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
        Map<Long, ClassEvent> open = state.acts().open();
        open.keySet().forEach(number -> unanswered.put(number, new ArrayList<>()));
        open.forEach(this::send);
        if (open.isEmpty() && state.isClosed()) {
            heard.closed();
        }
    }

    /** Tells somebody too once an event is finished; returns whether it is not. */
    boolean await(long number, Consumer<Reply<ClassNews.Done>> answer) {
        List<Consumer<Reply<ClassNews.Done>>> asking = unanswered.get(number);
        return asking != null && asking.add(answer);
    }

    private void answer(long number, Reply<ClassNews.Done> reply) {
        List<Consumer<Reply<ClassNews.Done>>> asking = unanswered.remove(number);
        if (asking != null) {
            asking.forEach(one -> one.accept(reply));
        }
    }

    /**
     * Writes what no table has to do anything for.
     *
     * @param done told once it is on disk
     * @param answer gets the refusal if it cannot be written
     */
    <T> void record(ClassEvent event, Runnable done, Consumer<Reply<T>> answer) {
        if (!write(event, done, () -> answer.accept(Reply.refused(ServerRefusals.later())))) {
            answer.accept(outbox.busy());
        }
    }

    private boolean write(ClassEvent event, Runnable done, Runnable withheld) {
        if (!outbox.reserve()) {
            return false;
        }
        state.apply(outbox.next(), event);
        outbox.write(List.of(new Entry.ClassActed(ClassEncoding.toBytes(event))));
        outbox.say(Outbox.Words.of(unixMillis -> done.run(), withheld));
        return true;
    }

    /** Says something once all is on disk that the class has written before; of a class that is lost nobody knows what of that is. */
    void say(Outbox.Words words) {
        outbox.say(words);
    }

    /** Returns whether nothing can be written any more, until the class is read from the journal again. */
    boolean isLost() {
        return outbox.hasFailed();
    }

    /**
     * Writes what happens; once that is on disk, tables are sent what they have to do.
     *
     * @param changed lines of the list that replace those of the same members
     * @param answer told once every table has answered, or why nothing was done
     * @return whether there was a place for it
     */
    boolean record(ClassEvent event, List<StoredMember> changed, Consumer<Reply<ClassNews.Done>> answer) {
        if (!outbox.reserve()) {
            answer.accept(outbox.busy());
            return false;
        }
        long number = outbox.next();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.ClassActed(ClassEncoding.toBytes(event)));
        if (closes(event)) {
            entries.add(new Entry.ClassClosed());
        }
        state.apply(number, event);
        changed.forEach(member -> members.put(member.member(), member));
        unanswered.put(number, new ArrayList<>(List.of(answer)));
        outbox.write(entries, changed);
        outbox.say(Outbox.Words.of(
                unixMillis -> {
                    send(number, event);
                    presence.tellChange();
                    presence.tellSeats();
                },
                () -> answer(number, Reply.refused(ServerRefusals.later()))));
        return true;
    }

    private static boolean closes(ClassEvent event) {
        return event instanceof ClassEvent.Acted acted && acted.act() instanceof ClassAct.Finish;
    }

    private void send(long number, ClassEvent event) {
        if (!(event instanceof ClassEvent.Finished)) {
            tables.send(number, event, refusals -> answered(number, event, refusals));
        }
    }

    private void answered(long number, ClassEvent event, List<TableActs.Refused> refusals) {
        Runnable after = () -> {
            // Before the desk is answered: what is asked after its answer has to find no class.
            if (state.isClosed()) {
                heard.closed();
            }
            // A class that ends ends its matches; one that is over already is no refusal of that.
            List<ClassNews.TableRefusal> told = refusals.stream()
                    .filter(refusal -> !(closes(event) && refusal.why().code() == RefusalCode.WRONG_PHASE))
                    .map(TableActs.Refused::told)
                    .toList();
            // What was announced is known once tables have taken it.
            presence.tellChange();
            answer(number, Reply.done(new ClassNews.Done(number, told, "")));
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
                refusals.stream().map(TableActs.Refused::written).toList());
        // What was done stays done: who asks again is told so.
        if (!write(finished, after, () -> answer(number, Reply.refused(ServerRefusals.later())))) {
            // Sent again after a restart, which has no second effect.
            after.run();
        }
    }
}
