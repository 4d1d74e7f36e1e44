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
import dev.truce.protocol.message.ClassNews;
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
    void send(long number, By by, List<ClassEvent.Wish> wanted, Consumer<List<Refused>> done) {
        Map<Integer, List<ClassEvent.Wish>> byTable = new LinkedHashMap<>();
        wanted.forEach(wish -> byTable.computeIfAbsent(wish.table(), unused -> new ArrayList<>())
                .add(wish));
        if (byTable.isEmpty()) {
            done.accept(List.of());
            return;
        }
        Gathering gathering = new Gathering(byTable.size(), done);
        byTable.forEach((table, wishes) -> next(number, by, wishes, 0, TRIES, gathering));
    }

    private static final class Gathering {
        private final List<Refused> refusals = new ArrayList<>();
        private final Consumer<List<Refused>> done;
        private int missing;

        Gathering(int missing, Consumer<List<Refused>> done) {
            this.missing = missing;
            this.done = done;
        }

        void answered() {
            missing--;
            if (missing == 0) {
                done.accept(refusals);
            }
        }
    }

    private void next(long number, By by, List<ClassEvent.Wish> wishes, int index, int tries, Gathering gathering) {
        if (index == wishes.size()) {
            gathering.answered();
            return;
        }
        ClassEvent.Wish wish = wishes.get(index);
        Consumer<Reply<SavedDeed>> answer = reply -> mailbox.accept(() -> {
            if (reply instanceof Reply.Refused<SavedDeed> denied) {
                if (denied.refusal().retryAfterMillis() > 0 && tries > 0) {
                    timers.after(
                            AGAIN_MILLIS,
                            () -> mailbox.accept(() -> next(number, by, wishes, index, tries - 1, gathering)));
                    return;
                }
                gathering.refusals.add(new Refused(wish.table(), index, denied.refusal()));
                // What comes after it may rest on it: a round is not opened at a table that did not start.
                gathering.answered();
            } else {
                next(number, by, wishes, index + 1, TRIES, gathering);
            }
        });
        matches.atTable(
                setup.table(wish.table()).orElseThrow().matchId(),
                answer,
                match -> carryOut(match, number * ACTS_A_TABLE + index, by, wish, answer));
    }

    private static void carryOut(
            HostedMatch match, long number, By by, ClassEvent.Wish wish, Consumer<Reply<SavedDeed>> answer) {
        if (wish instanceof ClassEvent.Hosts hosts) {
            match.direct(new Input.Hosts(by, number, hosts.act()), answer);
        } else if (wish instanceof ClassEvent.Release release) {
            match.release(release.seat(), answer);
        } else if (wish instanceof ClassEvent.Renames renames) {
            match.rename(renames.seat(), renames.pseudonym(), answer);
        }
    }
}
