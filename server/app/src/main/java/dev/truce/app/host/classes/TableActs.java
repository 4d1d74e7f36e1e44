package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.host.HostedMatch;
import dev.truce.app.host.SavedDeed;
import dev.truce.app.host.matches.LocalMatches;
import dev.truce.app.host.service.Timers;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Input;
import dev.truce.match.deed.By;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.story.bundles.Bundles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends tables what they have to do, each its own in order, and waits until all have answered. Confined to the tasks of its class. */
final class TableActs {
    /** How many acts one event has for a table: its seats twice, and what all do. */
    static final int ACTS_A_TABLE = 32;

    /** How soon a table is asked again that is too busy. */
    private static final long AGAIN_MILLIS = 100;

    /** How often; a table that takes nothing for so long is not waited for. */
    private static final int TRIES = 100;

    private final ClassSetup setup;
    private final LocalMatches matches;
    private final Timers timers;
    private final Consumer<Runnable> mailbox;

    /**
     * @param mailbox runs a task of the class
     */
    TableActs(ClassSetup setup, LocalMatches matches, Timers timers, Consumer<Runnable> mailbox) {
        this.setup = setup;
        this.matches = matches;
        this.timers = timers;
        this.mailbox = mailbox;
    }

    /**
     * A table refused something.
     *
     * @param done how much of what it had to do it did before
     */
    record Refused(int table, int done, Refusal why) {
        ClassNews.TableRefusal told() {
            return new ClassNews.TableRefusal(table, new ServerMessage.Refused(why.saying(Bundles.inEnglish(why)), ""));
        }

        ClassEvent.TableRefusal written() {
            return new ClassEvent.TableRefusal(table, why.code().name(), done);
        }
    }

    /**
     * Sends what an event wants.
     *
     * @param number number of the event; done again under the same number, nothing has a second effect
     * @param done gets the refusals, once every table has answered
     */
    void send(long number, ClassEvent event, Consumer<List<Refused>> done) {
        Map<Integer, List<ClassEvent.Wish>> byTable = new LinkedHashMap<>();
        event.wanted()
                .forEach(wish -> byTable.computeIfAbsent(wish.table(), unused -> new ArrayList<>())
                        .add(wish));
        if (byTable.isEmpty()) {
            done.accept(List.of());
            return;
        }
        Sending sending = new Sending(number, event, byTable.size(), done);
        byTable.forEach((table, wishes) -> next(wishes, 0, TRIES, sending));
    }

    private static final class Sending {
        private final List<Refused> refusals = new ArrayList<>();
        private final long number;
        private final By by;
        /** Why who sits there has to leave. */
        private final ClosingCause leaves;

        private final Consumer<List<Refused>> done;
        private int missing;

        Sending(long number, ClassEvent event, int missing, Consumer<List<Refused>> done) {
            this.number = number;
            this.missing = missing;
            if (event instanceof ClassEvent.Acted acted) {
                by = acted.desk() > 0 ? new By.Desk(acted.desk()) : new By.Clock();
                leaves = isOfSeats(acted.act()) ? ClosingCause.SEAT_GIVEN_ON : ClosingCause.PLACE_REVOKED;
            } else {
                by = new By.Policy();
                leaves = ClosingCause.PLACE_REVOKED;
            }
            this.done = done;
        }

        /** Whose seat changes enters again by himself. Where what opens it changes, that would take it from who gets it. */
        private static boolean isOfSeats(ClassAct act) {
            return act instanceof ClassAct.Swap || act instanceof ClassAct.Move || act instanceof ClassAct.Remove;
        }

        void answered() {
            missing--;
            if (missing == 0) {
                done.accept(refusals);
            }
        }
    }

    private void next(List<ClassEvent.Wish> wishes, int index, int tries, Sending sending) {
        if (index == wishes.size()) {
            sending.answered();
            return;
        }
        ClassEvent.Wish wish = wishes.get(index);
        Consumer<Reply<SavedDeed>> answer = reply -> mailbox.accept(() -> {
            if (reply instanceof Reply.Refused<SavedDeed> denied) {
                if (denied.refusal().retryAfterMillis() > 0 && tries > 0) {
                    timers.after(AGAIN_MILLIS, () -> mailbox.accept(() -> next(wishes, index, tries - 1, sending)));
                    return;
                }
                sending.refusals.add(new Refused(wish.table(), index, denied.refusal()));
                // What comes after it may rest on it: a round is not opened at a table that did not start.
                sending.answered();
            } else {
                next(wishes, index + 1, TRIES, sending);
            }
        });
        matches.atTable(
                setup.table(wish.table()).orElseThrow().matchId(),
                answer,
                match -> carryOut(match, index, wish, sending, answer));
    }

    private static void carryOut(
            HostedMatch match, int index, ClassEvent.Wish wish, Sending sending, Consumer<Reply<SavedDeed>> answer) {
        if (wish instanceof ClassEvent.Hosts hosts) {
            long number = sending.number * ACTS_A_TABLE + index;
            match.direct(new Input.Hosts(sending.by, number, hosts.act()), answer);
        } else if (wish instanceof ClassEvent.Release release) {
            match.release(release.seat(), sending.leaves, answer);
        } else if (wish instanceof ClassEvent.Renames renames) {
            match.rename(renames.seat(), renames.pseudonym(), answer);
        }
    }
}
