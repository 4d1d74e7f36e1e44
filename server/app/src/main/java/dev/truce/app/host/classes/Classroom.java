package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.HostedMatch;
import dev.truce.app.host.Invitation;
import dev.truce.app.host.Outbox;
import dev.truce.app.host.classes.Classes.ClassPlace;
import dev.truce.app.host.classes.Classes.DeskPlace;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.service.Mailbox;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.store.StoredMember;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A class that is going on: the way in to all that is done with it. All methods return at once and answer later. Thread-safe; all state is
 * touched by the tasks of one mailbox only.
 */
public final class Classroom {
    private final String id;
    private final String code;
    private final ClassState state;
    private final ClassStatus status;
    private final LocalMatches matches;
    private final Mailbox mailbox;
    private final ClassPresence presence;
    private final ClassEvents events;
    private final DeskActs acts;
    private final ClassDoor door;
    private final ClassDocuments documents;
    private final HelpCalls calls;
    private volatile boolean revealed;

    /**
     * A class whose tables are open.
     *
     * @param last number of the last entry of its stream
     * @param onClosed told when it is closed
     * @param onLost told when it can no longer be saved, and has to be read from the journal again
     */
    Classroom(
            String id,
            String code,
            ClassState state,
            List<StoredMember> list,
            long last,
            Catalogue catalogue,
            MatchServices services,
            LocalMatches matches,
            Consumer<Classroom> onClosed,
            Consumer<Classroom> onLost) {
        this.id = id;
        this.code = code;
        this.state = state;
        this.status = new ClassStatus(state);
        this.matches = matches;
        this.mailbox = new Mailbox(services.workers(), services.limits().mailbox());
        Outbox outbox = new Outbox(services.journal(), id, mailbox::post, () -> onLost.accept(this));
        outbox.after(last);
        this.presence = new ClassPresence(
                id,
                state,
                status,
                services.classListener(),
                services::facts,
                told -> outbox.say(Outbox.Words.of(unixMillis -> told.run(), () -> {})));
        TableActs tables = new TableActs(state.setup(), matches, services.timers(), mailbox::post);
        this.events =
                new ClassEvents(state, list, outbox, services.wallClock(), tables, presence, new ClassEvents.Heard() {
                    @Override
                    public void closed() {
                        onClosed.accept(Classroom.this);
                    }

                    @Override
                    public void acted() {
                        acts.finished();
                    }
                });
        this.acts = new DeskActs(id, state, status, presence, events, services, matches, mailbox::post);
        this.door = new ClassDoor(this, code, state, status, events, presence, services, matches, scenario(catalogue));
        this.calls = new HelpCalls(state, events, presence, services);
        this.documents = new ClassDocuments(id, state, status, catalogue, services, mailbox::post);
    }

    public String id() {
        return id;
    }

    /** The code that opens it, or has opened it before it was finished. */
    String code() {
        return code;
    }

    boolean hasDesks() {
        return presence.hasDesks();
    }

    private Scenario scenario(Catalogue catalogue) {
        return catalogue.find(state.setup().template().scenario()).orElseThrow().scenario();
    }

    String keyHash() {
        return state.setup().keyHash();
    }

    /** Returns the answer to the wish that opened the class, without keys. */
    ClassNews openedAgain() {
        return new ClassNews.Opened(id, code, List.of(), state.setup().tables().size());
    }

    /** Returns whether students pick their names from the list. */
    boolean isByList() {
        return state.setup().template().byList();
    }

    /** What who has its code is told before he enters. */
    Invitation invitation() {
        return Invitation.ofClass(state.setup().template().title(), isByList());
    }

    /** Sends its tables again what they had not all done when the server stopped. */
    void goOn() {
        mailbox.post(events::goOn);
    }

    /** Tells everybody who is connected how the class stands, if that is new. */
    void tellChange() {
        mailbox.post(presence::tellChange);
    }

    /** A table tells where it stands. */
    void changed(TableChanged table) {
        mailbox.post(() -> {
            TableChanged changed = status.hear(table);
            presence.tell(changed);
            presence.tellChange();
            acts.goOnByItself();
            if (!status.isOver()) {
                return;
            } else if (revealed) {
                // It has come back into memory.
                matches.atTable(table.matchId(), HostedMatch::reveal);
            } else {
                reveal();
            }
        });
    }

    /** No table plays the seed of the class any more, so all may tell how they ended. */
    void reveal() {
        revealed = true;
        state.setup().tables().forEach(each -> matches.atTable(each.matchId(), HostedMatch::reveal));
    }

    /**
     * Does or tells what a desk asks for, over whatever it asks; false if it is nothing for a desk, and then there is no answer.
     *
     * @param desk its number
     */
    public boolean ask(int desk, ClassRequest request, Consumer<Reply<ClassNews>> answer) {
        if (request instanceof ClassRequest.Act act) {
            act(desk, act, answer);
        } else if (request instanceof ClassRequest.Preview preview) {
            preview(desk, preview.act(), answer);
        } else if (request instanceof ClassRequest.Read) {
            read(answer);
        } else if (request instanceof ClassRequest.ReadText read) {
            read(read, answer);
        } else {
            return false;
        }
        return true;
    }

    /** Does what a desk wants. */
    private void act(int desk, ClassRequest.Act wanted, Consumer<Reply<ClassNews>> answer) {
        offer(answer, () -> acts.act(desk, wanted, answer));
    }

    /** Says what an act would do. */
    private void preview(int desk, ClassAct act, Consumer<Reply<ClassNews>> answer) {
        offer(answer, () -> acts.preview(desk, act, answer));
    }

    /** Returns the class list with names, and what desks have done. */
    private void read(Consumer<Reply<ClassNews>> answer) {
        offer(answer, () -> {
            List<ClassNews.LogLine> log = new ArrayList<>();
            state.acts()
                    .newest()
                    .forEach((number, acted) ->
                            log.add(new ClassNews.LogLine(number, acted.unixMillis(), acted.desk(), acted.text())));
            ClassNews read = new ClassNews.ListRead(status.members(events.members(), presence.here()), log);
            events.say(Outbox.Words.answering(answer, () -> read));
        });
    }

    /** Returns part of a document about the class, once its matches are over. */
    void read(ClassRequest.ReadText wanted, Consumer<Reply<ClassNews>> answer) {
        offer(answer, () -> documents.read(wanted, answer));
    }

    /**
     * Opens a desk.
     *
     * @param known whether the desk key was given, so that no ticket or token is needed
     */
    void enterDesk(String secret, boolean known, ClassConnection desk, Consumer<Reply<DeskPlace>> answer) {
        offer(known ? Owner.ofClass(id) : desk.owner(), answer, () -> door.enterDesk(secret, known, desk, answer));
    }

    /**
     * Lets a student in.
     *
     * @param student number or name
     */
    void enter(String student, String key, ClassConnection connection, Consumer<Reply<ClassPlace>> answer) {
        offer(connection.owner(), answer, () -> door.enter(student, key, connection, answer));
    }

    /** Calls the instructor to a seat. */
    void call(TableSeat seat, String text, Consumer<Reply<Long>> answer) {
        offer(Owner.seat(seat), answer, () -> calls.call(seat, text, answer));
    }

    /**
     * Lets somebody watch.
     *
     * @param known whether the desk key was given
     */
    void watch(ClassRequest.Watch wanted, boolean known, ClassConnection watcher, Consumer<Reply<ClassPlace>> answer) {
        offer(known ? Owner.ofClass(id) : watcher.owner(), answer, () -> door.watch(wanted, known, watcher, answer));
    }

    /** A desk, a student who waits or somebody who watches is gone. */
    public void left(ClassConnection connection) {
        mailbox.post(() -> presence.left(connection));
    }

    /** Sends desks and who waits away; they may come back. */
    void retire() {
        mailbox.post(presence::retire);
    }

    ClassNews.OpenedClass line() {
        ClassNews.Changed last = presence.told();
        return new ClassNews.OpenedClass(
                id,
                code,
                state.setup().template().title(),
                state.setup().tables().size(),
                state.students(),
                last == null ? 0 : last.here(),
                last != null && last.begun(),
                false);
    }

    /** Takes what a desk wants. */
    private <T> void offer(Consumer<Reply<T>> answer, Runnable task) {
        offer(Owner.ofClass(id), answer, task);
    }

    private <T> void offer(Owner by, Consumer<Reply<T>> answer, Runnable task) {
        if (!mailbox.offer(by, task)) {
            answer.accept(Reply.refused(ServerRefusals.retry()));
        }
    }
}
