package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.classroom.DeskRules;
import dev.truce.app.host.Outbox;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.log.AuditEvent;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.By;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.store.StoredMember;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what desks want, and what the class does by itself, one act after another. Confined to the tasks of its class. */
final class DeskActs {
    /** Acts that wait for the one that is going on. */
    static final int MAX_WAITING = 32;

    /** How soon the class tries again what there was no place for. */
    static final long AGAIN_MILLIS = 100;

    private final String id;
    private final ClassState state;
    private final ClassStatus status;
    private final ClassPresence presence;
    private final ClassEvents events;
    private final MatchServices services;
    private final LocalMatches matches;
    private final Consumer<Runnable> mailbox;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean acting;
    private boolean triesAgain;

    /**
     * @param mailbox runs a task of the class
     */
    DeskActs(
            String id,
            ClassState state,
            ClassStatus status,
            ClassPresence presence,
            ClassEvents events,
            MatchServices services,
            LocalMatches matches,
            Consumer<Runnable> mailbox) {
        this.id = id;
        this.state = state;
        this.status = status;
        this.presence = presence;
        this.events = events;
        this.services = services;
        this.matches = matches;
        this.mailbox = mailbox;
    }

    /** Reveals the round once all tables have shut it, and opens the next, as the template says. */
    void goOnByItself() {
        if (acting || state.isClosed() || !state.hasBegun()) {
            return;
        }
        status.next().ifPresent(next -> {
            List<ClassEvent.Wish> wanted = next.tables().stream()
                    .<ClassEvent.Wish>map(table -> new ClassEvent.Hosts(table, next.act()))
                    .toList();
            acting = true;
            boolean accepted = events.record(new ClassEvent.Acted(now(), 0, "", next, "", wanted), List.of(), reply -> {
                if (reply instanceof Reply.Refused<ClassNews.Done>) {
                    goOnLater();
                }
            });
            if (accepted) {
                status.acts();
            }
        });
    }

    /** There was no place for what the class wanted to do by itself: who waits goes first, and then it tries again. */
    private void goOnLater() {
        acting = false;
        Runnable next = waiting.poll();
        if (next != null) {
            next.run();
        } else if (!triesAgain && !events.isLost()) {
            triesAgain = true;
            services.timers()
                    .after(
                            AGAIN_MILLIS,
                            () -> mailbox.accept(() -> {
                                triesAgain = false;
                                goOnByItself();
                            }));
        }
    }

    /** Does what a desk wants. */
    void act(int desk, ClassRequest.Act wanted, Consumer<Reply<ClassNews>> answer) {
        if (isAnswered(wanted, answer)) {
            return;
        }
        if (!acting) {
            begin(desk, wanted, answer);
        } else if (waiting.size() < MAX_WAITING) {
            waiting.add(() -> begin(desk, wanted, answer));
        } else {
            answer.accept(Reply.refused(ServerRefusals.retry()));
        }
    }

    /** Answers what was wanted before under the same key; returns whether it was. */
    private boolean isAnswered(ClassRequest.Act wanted, Consumer<Reply<ClassNews>> answer) {
        Optional<Long> before = state.acts().find(wanted.key());
        before.ifPresent(act -> again(act, wanted, answer));
        return before.isPresent();
    }

    private void again(long act, ClassRequest.Act wanted, Consumer<Reply<ClassNews>> answer) {
        boolean same = state.acts()
                .acted(act)
                .map(acted -> isSame(acted, wanted.act()))
                .orElse(false);
        if (!same) {
            answer.accept(Reply.refused(Refusal.of(RefusalCode.MOVE_ID_REUSED, "key")));
        } else if (!events.await(act, reply -> answer.accept(widened(reply)))) {
            events.say(Outbox.Words.answering(answer, () -> new ClassNews.Done(act, List.of(), "")));
        }
    }

    private static Reply<ClassNews> widened(Reply<ClassNews.Done> reply) {
        return reply.then(Reply::done);
    }

    private boolean isSame(ClassEvent.Acted acted, ClassAct wanted) {
        if (wanted instanceof ClassAct.Undo undo) {
            return acted.undoes() > 0 && (undo.act() == 0 || undo.act() == acted.undoes());
        } else if (wanted instanceof ClassAct.Add add && acted.act() instanceof ClassAct.Add added) {
            return NewStudents.isOf(add, added, events.member(added.member()));
        }
        return acted.undoes() == 0 && ClassActNotation.of(acted.act()).equals(ClassActNotation.of(wanted));
    }

    private void begin(int desk, ClassRequest.Act wanted, Consumer<Reply<ClassNews>> answer) {
        // It may have been sent twice while it waited.
        if (isAnswered(wanted, answer)) {
            finished();
            return;
        }
        acting = true;
        services.classListener().acted();
        if (wanted.act() instanceof ClassAct.Undo undo && undo.act() == 0) {
            ClassAct last = new ClassAct.Undo(state.acts().lastOf(desk));
            judge(desk, new ClassRequest.Act(wanted.key(), last, wanted.expected()), answer);
        } else {
            judge(desk, wanted, answer);
        }
    }

    private void judge(int desk, ClassRequest.Act wanted, Consumer<Reply<ClassNews>> answer) {
        Reply<List<ClassEvent.Wish>> judged = judge(wanted.act());
        if (judged instanceof Reply.Refused<List<ClassEvent.Wish>> denied) {
            refuse(denied.refusal(), answer);
        } else if (wanted.act() instanceof ClassAct.Undo undo && status.isUsed(instead(undo), now())) {
            refuse(ServerRefusals.notUndoable(undo.act()), answer);
        } else if (wanted.act() instanceof ClassAct.AtTables at && at.act() instanceof HostAct.Advance advance) {
            preview(desk, at, advance, preview -> advance(desk, wanted, advance, preview, answer));
        } else {
            carryOut(desk, wanted, ((Reply.Done<List<ClassEvent.Wish>>) judged).value(), answer);
        }
    }

    private ClassAct instead(ClassAct.Undo undo) {
        return state.undoing(undo.act()).orElseThrow();
    }

    private Reply<List<ClassEvent.Wish>> judge(ClassAct act) {
        Reply<List<ClassEvent.Wish>> judged = new DeskRules(state, presence.here(), status.over()).judge(act);
        return act instanceof ClassAct.Add add && judged instanceof Reply.Done<List<ClassEvent.Wish>>
                ? NewStudents.refusal(
                                add, events.members(), state.setup().template().byList())
                        .map(Reply::<List<ClassEvent.Wish>>refused)
                        .orElse(judged)
                : judged;
    }

    private void preview(int desk, ClassAct.AtTables at, HostAct.Advance advance, Consumer<Advances.Preview> done) {
        Advances.preview(state.tables(at.tables()), advance, new By.Desk(desk), matches, mailbox, done);
    }

    /** Says what an act would do. */
    void preview(int desk, ClassAct act, Consumer<Reply<ClassNews>> answer) {
        Reply<List<ClassEvent.Wish>> judged = judge(act);
        if (judged instanceof Reply.Refused<List<ClassEvent.Wish>> denied) {
            answer.accept(denied.as());
        } else if (act instanceof ClassAct.AtTables at && at.act() instanceof HostAct.Advance advance) {
            preview(
                    desk,
                    at,
                    advance,
                    preview ->
                            answer.accept(Reply.done(new ClassNews.Previewed(preview.tables(), preview.expected()))));
        } else {
            answer.accept(Reply.done(new ClassNews.Previewed(List.of(), "")));
        }
    }

    private void advance(
            int desk,
            ClassRequest.Act wanted,
            HostAct.Advance act,
            Advances.Preview preview,
            Consumer<Reply<ClassNews>> answer) {
        if (wanted.expected().equals(preview.expected()) && !preview.hashes().isEmpty()) {
            carryOut(desk, wanted, preview.wanted(act), answer);
        } else {
            String shown = String.join(
                    "; ",
                    preview.tables().stream()
                            .map(table -> table.table() + ": " + table.text())
                            .toList());
            refuse(
                    Refusal.of(RefusalCode.STALE_PREVIEW, "expected")
                            .naming(shown)
                            .legal(preview.expected()),
                    answer);
        }
    }

    private void refuse(Refusal refusal, Consumer<Reply<ClassNews>> answer) {
        answer.accept(Reply.refused(refusal));
        finished();
    }

    private void carryOut(
            int desk, ClassRequest.Act wanted, List<ClassEvent.Wish> wishes, Consumer<Reply<ClassNews>> answer) {
        List<StoredMember> changed = new ArrayList<>();
        String secret = "";
        String ticketHash = "";
        ClassAct act = wanted.act();
        if (wanted.act() instanceof ClassAct.Add add) {
            String key = StudentKeys.draw(services.random(), StudentKeys.KEY);
            // Where students pick their names a key opens nothing.
            secret = state.setup().template().byList() ? "" : key;
            ClassAct.Add seated = state.seated(add, status.over());
            changed.add(NewStudents.line(seated.member(), add, StudentKeys.hash(id, key)));
            act = seated;
        } else if (wanted.act() instanceof ClassAct.NewTicket) {
            secret = StudentKeys.draw(services.random(), StudentKeys.TICKET);
            ticketHash = StudentKeys.hash(id, secret);
        } else if (wanted.act() instanceof ClassAct.NewKey key) {
            secret = StudentKeys.draw(services.random(), StudentKeys.KEY);
            changed.add(events.member(key.member()).withKey(StudentKeys.hash(id, secret)));
        } else if (wanted.act() instanceof ClassAct.Erase erase) {
            changed.add(events.member(erase.member()).erased());
        }
        String told = secret;
        long undoes = 0;
        if (act instanceof ClassAct.Undo undo) {
            act = instead(undo);
            undoes = undo.act();
        }
        events.record(
                new ClassEvent.Acted(now(), desk, wanted.key(), act, ticketHash, undoes, wishes), changed, reply -> {
                    if (reply instanceof Reply.Refused<ClassNews.Done> denied) {
                        refuse(denied.refusal(), answer);
                        return;
                    }
                    ClassNews.Done done = ((Reply.Done<ClassNews.Done>) reply).value();
                    services.audit()
                            .write(
                                    AuditEvent.DESK_ACTED,
                                    "class",
                                    id,
                                    "desk",
                                    desk,
                                    "act",
                                    ClassActNotation.word(wanted.act()),
                                    "number",
                                    done.act());
                    answer.accept(Reply.done(new ClassNews.Done(done.act(), done.refusals(), told)));
                });
    }

    /** An act is finished; the next may begin. */
    void finished() {
        acting = false;
        Runnable next = waiting.poll();
        if (next != null) {
            next.run();
        } else {
            goOnByItself();
        }
    }

    private long now() {
        return services.wallClock().millis();
    }
}
