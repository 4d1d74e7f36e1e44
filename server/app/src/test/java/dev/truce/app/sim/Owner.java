package dev.truce.app.sim;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Notice;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.NettySeatClient.WatchTicket;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;

/** Opens the room, looks on, and presses what an owner can press. */
final class Owner extends Guest {
    /** Acts that wait for their answers; more is impatience. */
    private static final int MOST_WAITING = 3;

    private final RoomRequest wish;
    private boolean asked;
    private boolean watches;
    private boolean started;
    private boolean paused;
    private int round;
    private int waiting;

    Owner(SimRoom room, int house, Role role, RoomRequest wish) {
        super(room, house, role);
        this.wish = wish;
    }

    @Override
    void begun() {
        asked = false;
        waiting = 0;
    }

    @Override
    public void begun(Heard.Begun heard) {
        started = true;
        room.started(heard.matchId());
    }

    @Override
    public void told(Heard.Told heard) {
        if (heard.notice() instanceof Notice.ClockChanged changed) {
            paused = changed.paused();
        } else if (heard.notice() instanceof Notice.RoundOpened opened) {
            round = opened.observation().openRound();
        }
    }

    @Override
    void act() {
        if (!hasPlace()) {
            if (!asked) {
                asked = true;
                var unused = current().createRoom(wish).thenAccept(reply -> {
                    if (reply instanceof Reply.Done<RoomTicket> done) {
                        room.opened(done.value());
                    } else {
                        asked = false;
                    }
                });
            }
        } else if (!watches) {
            // The answer may have come when he had stopped waiting for it.
            Conversation.Place at = current().place();
            if (!at.roomCode().isEmpty()) {
                room.opened(new RoomTicket(at.roomCode(), at.matchId()));
            }
            String code = room.code();
            if (code != null) {
                var unused =
                        current().watch(code).thenAccept(reply -> watches |= reply instanceof Reply.Done<WatchTicket>);
            }
        } else if (!started) {
            if (room.isComplete() || agenda.now(50)) {
                direct(new HostAct.Start());
            }
        } else if (world.isCalm()) {
            goOn();
        } else if (agenda.now(250)) {
            direct(anything());
        } else if (paused || room.terms().pace() == RoundPace.GATED) {
            goOn();
        }
    }

    private void goOn() {
        if (paused) {
            direct(new HostAct.Unpause());
        } else if (room.terms().pace() == RoundPace.GATED) {
            direct(
                    agenda.now(500)
                            ? new HostAct.Reveal(Math.max(1, round))
                            : new HostAct.OpenRound(round + 1, wish.windowMillis()));
        }
    }

    private HostAct anything() {
        int open = Math.max(1, round - (agenda.now(100) ? 1 : 0));
        Side side = agenda.any(Side.US, Side.CN);
        return switch (agenda.between(0, 12)) {
            case 0, 1 -> new HostAct.Pause();
            case 2, 3 -> new HostAct.Unpause();
            case 4 -> new HostAct.Extend(open, agenda.any(5_000L, 20_000L, -3_000L));
            case 5 -> new HostAct.Grant(open, 1L + agenda.between(0, 20_000), side, 0);
            case 6 -> new HostAct.Announce(0, "five minutes");
            case 7 -> new HostAct.Message(side, 0, "look at your treaty");
            case 8 -> new HostAct.StandIn(side, 0, agenda.any("hold", "tft", "match"));
            case 9 -> new HostAct.HandBack(side, 0);
            case 10 -> new HostAct.PlayCard(open + agenda.between(0, 1), "leak CN.SOY");
            case 11 -> new HostAct.Advance(open, "");
            default -> new HostAct.Reveal(open);
        };
    }

    /** Closes a round early once it was shown what would happen. */
    private void advance(HostAct.Advance asked, Refusal refusal) {
        if (refusal.code() == RefusalCode.STALE_PREVIEW && asked.expected().isEmpty()) {
            direct(new HostAct.Advance(asked.round(), refusal.legal()));
        }
    }

    private void direct(HostAct act) {
        if (waiting >= MOST_WAITING) {
            return;
        }
        waiting++;
        world.marks().hit("act " + act.getClass().getSimpleName());
        var unused = current().directs(act).thenAccept(reply -> {
            waiting--;
            if (act instanceof HostAct.Advance shown && reply instanceof Reply.Refused<?> denied) {
                advance(shown, denied.refusal());
            } else if (act instanceof HostAct.Advance) {
                world.marks().hit("round closed early");
            }
        });
    }
}
