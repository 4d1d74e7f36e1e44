package dev.truce.app.sim;

import dev.truce.engine.orders.Refusal;
import dev.truce.match.Notice;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a place in a match or a class, or wants one. A process of his client may die and another begin; he keeps the tickets of his place,
 * one of each device that he has, and one of them has to open the place whatever happens.
 */
abstract class Person implements SeatListener.ToSome {
    private static final Agenda.Life FOREVER = new Agenda.Life();
    /** As many as a file of a seat holds. */
    private static final int MOST_TICKETS = 4;

    final SimWorld world;
    final Agenda agenda;
    private final int house;
    private final Role role;
    private final String wishKey;
    private @Nullable SimClient client;
    /** The newest first. */
    private final List<ResumeTicket> tickets = new ArrayList<>();

    private int processes;
    private boolean away;
    private boolean up;
    private int open;
    private @Nullable String record;

    Person(SimWorld world, int house, Role role) {
        this.world = world;
        this.agenda = world.agenda();
        this.house = house;
        this.role = role;
        this.wishKey = SimClient.newKey(agenda);
    }

    /** Sits down at his device, and from then on does something now and then. */
    final void begin(long inMillis) {
        later(inMillis, () -> {
            client = process(null);
            live();
        });
    }

    private void live() {
        later(agenda.between(30, world.isCalm() ? 500 : 1_500), () -> {
            if (!isOver() && !away) {
                if (current().isOver()) {
                    restart(true);
                } else {
                    act();
                }
            }
            live();
        });
    }

    /** Does what he would do now. */
    abstract void act();

    /** Returns whether nothing is left for him to do or to hear. */
    boolean isOver() {
        return record != null;
    }

    /** Returns whether he has come in, so that he has something to lose. */
    boolean isIn() {
        return hasPlace();
    }

    /** A ticket opens nothing any more, and he has no other. */
    void outOfTickets(String token, Refusal why) {
        agenda.breach(26, this + " has lost his place: " + why);
    }

    /** Another process of his client begins. */
    void begun() {}

    /** It has the ticket of his place, which it will open. */
    void back() {}

    final void later(long millis, Runnable task) {
        agenda.afterMillis(FOREVER, millis, task);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + house + " " + role;
    }

    private SimClient process(@Nullable ResumeTicket of) {
        begun();
        return new SimClient(agenda, world.network(), house, role, of, wishKey, new Device(of), world.invariants());
    }

    /** His client is killed and started again, with the ticket and nothing else. */
    final void restart(boolean noticed) {
        if (client == null || away) {
            return;
        }
        current().kill(noticed);
        another();
    }

    /** He goes on at another device while the one that he had is still on. */
    final void swap() {
        if (client != null && isIn() && !away) {
            another();
        }
    }

    /** He shuts his device, and is back after a while. */
    final void leave(long millis) {
        away = true;
        current().kill(true);
        later(millis, () -> {
            away = false;
            another();
        });
    }

    /** What he has opens nothing any more. */
    final void forgetTickets() {
        tickets.clear();
    }

    private void another() {
        up = false;
        ResumeTicket had = hasPlace() ? tickets.get(0) : null;
        // Without a ticket the person starts again: nothing that was asked for before was answered.
        client = process(had == null ? null : new ResumeTicket(had.token(), 0));
        if (had != null) {
            back();
        }
    }

    final SimClient current() {
        SimClient now = client;
        if (now == null) {
            throw new IllegalStateException("nobody has begun");
        }
        return now;
    }

    final boolean hasBegun() {
        return client != null;
    }

    final boolean isUp() {
        return up;
    }

    final boolean hasPlace() {
        return !tickets.isEmpty();
    }

    private void drop(@Nullable String token) {
        tickets.removeIf(kept -> kept.token().equals(token));
    }

    /** Returns the open round, 0 if none is. */
    final int openRound() {
        return open;
    }

    /** Returns the record that the match ended with, or null. */
    final @Nullable String record() {
        return record;
    }

    /** What one process hears; what an old one hears is nobody's business any more. */
    private final class Device implements SeatListener.ToSome {
        private final int number = ++processes;
        private @Nullable String token;

        Device(@Nullable ResumeTicket of) {
            token = of == null ? null : of.token();
        }

        private boolean isMine() {
            return number == processes;
        }

        @Override
        public void begun(Heard.Begun heard) {
            if (isMine()) {
                Person.this.begun(heard);
            }
        }

        @Override
        public void told(Heard.Told heard) {
            if (isMine()) {
                Person.this.hear(heard.notice());
                Person.this.told(heard);
            }
        }

        @Override
        public void room(Heard.Room heard) {
            if (isMine()) {
                Person.this.room(heard);
            }
        }

        @Override
        public void ofClass(Heard.OfClass heard) {
            if (isMine()) {
                Person.this.ofClass(heard);
            }
        }

        @Override
        public void newTicket(Heard.NewTicket heard) {
            agenda.say(() -> Person.this + " process " + number + " of " + processes + " ticket "
                    + heard.ticket().token().substring(0, 6));
            // His devices share what opens his place, as files in one home do, and each replaces its own.
            drop(token);
            drop(heard.ticket().token());
            token = heard.ticket().token();
            tickets.add(0, heard.ticket());
            if (tickets.size() > MOST_TICKETS) {
                tickets.remove(MOST_TICKETS);
            }
        }

        @Override
        public void link(Heard.Link heard) {
            agenda.say(() -> Person.this + " process " + number + " of " + processes + ": " + heard.state());
            if (!isMine()) {
                return;
            }
            up = heard.state() instanceof LinkState.Up;
            if (heard.state() instanceof LinkState.Closed closed) {
                world.marks().hit("client gave up " + closed.refusal().code());
                if (closed.refusal().code() == ConnectionCode.BAD_TOKEN && hasPlace()) {
                    drop(token);
                    if (!hasPlace()) {
                        outOfTickets(Objects.requireNonNullElse(token, ""), closed.refusal());
                    }
                }
            } else if (heard.state() instanceof LinkState.TakenOver) {
                world.marks().hit("taken over");
            }
            Person.this.link(heard);
        }
    }

    private void hear(Notice notice) {
        if (notice instanceof Notice.RoundOpened opened) {
            open = opened.observation().over() ? 0 : opened.observation().openRound();
        } else if (notice instanceof Notice.RoundResolved) {
            open = 0;
        } else if (notice instanceof Notice.MatchOver over) {
            String before = record;
            if (before != null && !before.equals(over.recordText())) {
                agenda.breach(26, "the match ended twice with other records");
            }
            record = over.recordText();
        }
    }
}
