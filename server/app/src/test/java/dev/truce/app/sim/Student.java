package dev.truce.app.sim;

import dev.truce.app.room.PlaceToken;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A student of a class: comes with his slip or picks his name, plays, calls for help, goes away and is back, at this device or another. */
final class Student extends Person {
    private final SimClass of;
    private final int member;
    private final String name;
    private final RandomDeeds deeds;
    /** The slip; or what his device has drawn, where students pick their names. Null if he has none. */
    private @Nullable String key;
    /** The event of the class since which his key is his. */
    private long keySince;

    private String match = "";
    private Seat at = Seat.US_HEAD;
    private boolean asked;
    private int calls;
    private boolean waits;
    private boolean opened;
    private boolean isShutOut;

    Student(SimClass of, int member, String name, int house) {
        super(of.world(), house, Role.PLAYER);
        this.of = of;
        this.member = member;
        this.name = name;
        this.deeds = new RandomDeeds(this, name + "k", at);
        if (of.isByList()) {
            this.key = drawn();
        }
    }

    private String drawn() {
        return SimClient.newKey(agenda).toUpperCase(Locale.ROOT);
    }

    int member() {
        return member;
    }

    /** Is given a slip. */
    void gets(String slip, long since) {
        if (!of.isByList() && since >= keySince) {
            key = slip;
            keySince = since;
        }
    }

    /** Returns whether he has to ask a desk for a slip. */
    boolean needsKey() {
        return key == null && of.code() != null && !isOver();
    }

    @Override
    boolean isOver() {
        if (super.isOver()) {
            return true;
        }
        if (of.code() == null) {
            return false;
        }
        ClassLog log = of.log();
        boolean hasPlayed = log.hasEntered(member)
                && log.seatOf(member).map(at -> log.hasBegun(at.table())).orElse(false);
        return log.isOut(member) || (log.isClosed() && (!hasPlayed || key == null || isShutOut));
    }

    @Override
    void begun() {
        asked = false;
        waits = false;
        deeds.begun();
    }

    @Override
    void act() {
        String code = of.code();
        String mine = key;
        if (code == null || mine == null) {
            return;
        }
        if (hasPlace()) {
            plays();
        } else if (!asked && (!waits || agenda.now(100))) {
            asked = true;
            enter(code, mine);
        } else if (agenda.now(20)) {
            leave(agenda.between(500, 5_000));
        }
    }

    private void plays() {
        int what = world.isCalm() ? 1_000 : agenda.between(0, 999);
        if (what < 15) {
            otherDevice();
        } else if (what < 35) {
            leave(agenda.between(500, 8_000));
        } else if (what < 50) {
            call();
        } else {
            deeds.act();
        }
    }

    /** Goes on where he has nothing but his slip, or not even that. */
    private void otherDevice() {
        world.marks().hit("student at another device");
        forgetTickets();
        if (of.isByList()) {
            key = drawn();
            opened = false;
        }
        leave(agenda.between(100, 2_000));
    }

    private void call() {
        ClassLog log = of.log();
        String text = name + " asks " + ++calls;
        var unused = current().asks(new ClassRequest.CallForHelp(text)).thenAccept(reply -> {
            if (reply instanceof Reply.Done<ServerMessage> done && done.value() instanceof ServerMessage.Saved) {
                world.marks().hit("student called");
                if (!log.hasCalled(text)) {
                    agenda.breach(31, this + " has called, and the journal does not know");
                }
            }
        });
    }

    private void enter(String code, String shown) {
        ClassLog log = of.log();
        boolean wasOut = log.isOut(member);
        long since = keySince;
        long known = log.last();
        var unused = current()
                .asks(new ClassRequest.Enter(SimClient.newKey(agenda), code, name, shown))
                .thenAccept(reply -> {
                    if (reply instanceof Reply.Refused<ServerMessage> denied) {
                        // Sooner than he is told to come back, as people are.
                        long wait = denied.refusal().retryAfterMillis() / 2;
                        SimClient asking = current();
                        later(wait, () -> asked &= asking != current());
                        refused(denied.refusal(), shown, since);
                        return;
                    }
                    asked = false;
                    if (wasOut) {
                        agenda.breach(33, this + " comes in, whom a desk has taken out");
                    } else {
                        entered(((Reply.Done<ServerMessage>) reply).value(), known);
                    }
                });
    }

    private void entered(ServerMessage message, long known) {
        if (message instanceof ServerMessage.Seated seated) {
            world.marks().hit("student seated");
            if (!of.log().hasEntered(member)) {
                agenda.breach(31, this + " has a seat, and the journal does not know that he came");
            }
            waits = false;
            opened = true;
            keySince = of.isByList() ? known : keySince;
            sits(seated.matchId(), seated.seat());
        } else if (message instanceof ServerMessage.OfClass told && told.news() instanceof ClassNews.Entered entered) {
            world.marks().hit(entered.held() > 0 ? "device held" : "student waits");
            waits = true;
        }
    }

    private void sits(String matchId, Seat seat) {
        if (!matchId.equals(match) || !seat.equals(at)) {
            match = matchId;
            at = seat;
            deeds.sits(seat);
        }
    }

    private void refused(Refusal why, String shown, long since) {
        world.marks().hit("student refused " + why.code());
        ClassLog log = of.log();
        if (why.code() == ConnectionCode.WRONG_KEY || why.code() == ConnectionCode.UNKNOWN_MEMBER) {
            boolean mayBe = log.isOut(member) || log.revokedAt(member) > since || of.mayRevoke(member);
            if (!mayBe) {
                agenda.breach(33, this + " is refused with a key that is his: " + why);
            }
            if (shown.equals(key) && !of.isByList() && log.revokedAt(member) > since) {
                key = null;
            }
        } else if (why.code() == ConnectionCode.UNKNOWN_CODE || why.key().endsWith("class_not_open.ended")) {
            // A server that was started since knows the finished class no more, and its document tells the rest.
            isShutOut = log.isClosed();
            if (!isShutOut && !of.mayFinish()) {
                agenda.breach(33, this + " is refused by a class that is open: " + why);
            }
        } else if (why.code() == ConnectionCode.SEAT_HELD && shown.equals(key)) {
            if (opened && log.revokedAt(member) <= since && !of.mayRevoke(member)) {
                agenda.breach(33, this + " is refused at the device that has opened his seat: " + why);
            }
            key = drawn();
            opened = false;
        }
    }

    @Override
    public void told(Heard.Told heard) {
        deeds.told(heard.notice());
    }

    @Override
    public void ofClass(Heard.OfClass heard) {
        if (heard.news() instanceof ClassNews.Entered entered && entered.hasSeat()) {
            waits = false;
        }
    }

    @Override
    public void link(Heard.Link heard) {
        if (heard.state() instanceof LinkState.Closed closed
                && (closed.refusal().code() == ClosingCause.PLACE_REVOKED
                        || closed.refusal().code() == ClosingCause.SEAT_GIVEN_ON)) {
            world.marks().hit("student sent away " + closed.refusal().code());
            forgetTickets();
        }
    }

    /** A desk may have taken it from him; the slip opens his seat all the same. */
    @Override
    void outOfTickets(String token, Refusal why) {
        if (PlaceToken.parse(token)
                .flatMap(shown -> world.disk().matchOfToken(shown.hash()))
                .isPresent()) {
            agenda.breach(33, this + " is refused with a token that the journal knows: " + why);
        }
    }

    @Override
    boolean isIn() {
        return super.isIn() || waits;
    }

    @Override
    public String toString() {
        return "member " + member;
    }

    /** Returns the match in which he sat last. */
    String match() {
        return match;
    }
}
