package dev.truce.app.sim;

import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.ClassSetup.SeatSetup;
import dev.truce.app.classroom.ClassSetup.TableSetup;
import dev.truce.app.classroom.Template;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An instructor: opens the class or another desk of it, holds it with all that a desk can do, and ends it. */
final class SimDesk extends Person {
    /** Acts that wait for their answers; more is impatience. */
    private static final int MOST_WAITING = 3;

    private final SimClass of;
    private final boolean isFirst;
    private final String openKey;
    private final Map<Integer, TableChanged> tables = new TreeMap<>();
    /** What was asked for and not answered, by its key. */
    private final Map<String, ClassRequest.Act> unanswered = new TreeMap<>();

    private ClassNews.@Nullable Changed seen;
    private String token = "";
    private boolean asked;
    private boolean isIn;
    private boolean reads;
    private boolean hasRead;
    private int acts;

    SimDesk(SimClass of, int house, boolean isFirst) {
        super(of.world(), house, Role.INSTRUCTOR);
        this.of = of;
        this.isFirst = isFirst;
        this.openKey = SimClient.newKey(agenda);
    }

    @Override
    public String toString() {
        return "desk of " + of.id() + (isFirst ? "" : ", another");
    }

    @Override
    boolean isIn() {
        return isIn;
    }

    @Override
    boolean isOver() {
        return hasRead;
    }

    @Override
    void begun() {
        asked = false;
        isIn = false;
        reads = false;
        seen = null;
        tables.clear();
    }

    /** Returns whether it may have taken from a member what opens his seat. */
    boolean mayRevoke(int member) {
        return unanswered.values().stream()
                .map(ClassRequest.Act::act)
                .anyMatch(act -> act instanceof ClassAct.NewKey key && key.member() == member
                        || act instanceof ClassAct.Remove remove && remove.member() == member
                        || act instanceof ClassAct.Erase erase && erase.member() == member
                        || act instanceof ClassAct.Admit);
    }

    boolean mayFinish() {
        return unanswered.values().stream().anyMatch(each -> each.act() instanceof ClassAct.Finish);
    }

    @Override
    public void link(Heard.Link heard) {
        if (heard.state() instanceof LinkState.Closed closed && !token.isEmpty()) {
            lostDesk(closed.refusal());
        }
    }

    /** Its token opened no desk. */
    private void lostDesk(Refusal why) {
        if (why.code() == ConnectionCode.NOT_INSTRUCTOR || why.code() == ConnectionCode.UNKNOWN_CODE) {
            if (!of.isFinished()) {
                agenda.breach(33, this + " is refused with a token that opened it: " + why);
            }
            token = "";
        }
    }

    @Override
    public void ofClass(Heard.OfClass heard) {
        if (heard.news() instanceof ClassNews.Changed changed) {
            seen = changed;
        } else if (heard.news() instanceof TableChanged table) {
            tables.put(table.table(), table);
        }
    }

    @Override
    void act() {
        String code = of.code();
        if (code == null) {
            if (isFirst && !asked) {
                open();
            }
        } else if (!isIn) {
            if (!asked) {
                enter(code);
            }
        } else if (of.isFinished()) {
            if (!reads) {
                read();
            }
        } else if (world.isCalm() || agenda.now(550)) {
            goOn();
        } else if (agenda.now(150)) {
            look(false);
        } else {
            direct(anything());
        }
    }

    private void open() {
        asked = true;
        var unused = current()
                .asks(new ClassRequest.Open(openKey, world.deskKey().reveal(), of.template(), of.list()))
                .thenAccept(reply -> {
                    asked = false;
                    if (news(reply) instanceof ClassNews.Opened opened) {
                        world.marks().hit("class opened");
                        of.opened(opened);
                    } else if (reply instanceof Reply.Refused<ServerMessage> denied
                            && denied.refusal().code() == ConnectionCode.MALFORMED) {
                        agenda.breach(0, "a class is refused: " + denied.refusal());
                    }
                });
    }

    private void enter(String code) {
        asked = true;
        String secret = token.isEmpty() ? world.deskKey().reveal() : token;
        var unused = current().asks(new ClassRequest.EnterDesk(code, secret)).thenAccept(reply -> {
            asked = false;
            if (news(reply) instanceof ClassNews.DeskEntered entered) {
                world.marks().hit(token.isEmpty() ? "desk opened" : "desk opened again by its token");
                token = entered.token();
                isIn = true;
                Map<String, ClassRequest.Act> again = new TreeMap<>(unanswered);
                again.values().forEach(this::send);
            } else if (reply instanceof Reply.Refused<ServerMessage> denied) {
                if (token.isEmpty() && denied.refusal().code() == ConnectionCode.NOT_INSTRUCTOR) {
                    agenda.breach(33, "the desk key opens no desk");
                } else if (denied.refusal().code() == ConnectionCode.NOT_ALLOWED) {
                    // The answer came when it had stopped waiting for it: the desk is open, and it begins again.
                    restart(true);
                } else if (!token.isEmpty()) {
                    lostDesk(denied.refusal());
                }
            }
        });
    }

    private static @Nullable ClassNews news(Reply<ServerMessage> reply) {
        return reply instanceof Reply.Done<ServerMessage> done && done.value() instanceof ServerMessage.OfClass told
                ? told.news()
                : null;
    }

    /** Does what brings the class to its end. */
    private void goOn() {
        ClassNews.Changed now = seen;
        if (now == null) {
            return;
        }
        Optional<Student> without =
                of.students().stream().filter(Student::needsKey).findFirst();
        if (!now.doorsOpen()) {
            direct(new ClassAct.Doors(true));
        } else if (!now.held().isEmpty()) {
            direct(new ClassAct.Admit(now.held().get(0).device()));
        } else if (without.isPresent() && agenda.now(500)) {
            direct(new ClassAct.NewKey(without.get().member()));
        } else {
            tables().ifPresent(this::direct);
        }
    }

    /** Returns what brings the tables on, the one that is behind first. */
    private Optional<ClassAct> tables() {
        ClassSetup setup = of.setup();
        Template template = setup.template();
        boolean calm = world.isCalm();
        TableChanged behind = null;
        for (TableSetup table : setup.tables()) {
            TableChanged told = tables.get(table.number());
            if (told == null || told.phase() == TablePhase.OVER) {
                continue;
            }
            if (behind == null || told.round() < behind.round()) {
                behind = told;
            }
        }
        if (tables.size() < setup.tables().size()) {
            return Optional.empty();
        }
        if (behind == null) {
            return Optional.of(new ClassAct.Finish());
        }
        List<Integer> only = List.of(behind.table());
        boolean helps = agenda.now(calm ? 250 : 20);
        HostAct act = null;
        if (behind.phase() == TablePhase.LOBBY && (calm || agenda.now(200))) {
            act = new HostAct.Start();
            only = agenda.now(800) ? List.of() : only;
        } else if (behind.paused()) {
            act = new HostAct.Unpause();
        } else if (behind.phase() == TablePhase.BETWEEN && (!template.opens() || helps)) {
            act = new HostAct.OpenRound(behind.round(), agenda.now(800) ? HostAct.OpenRound.USUAL : 4_000);
            only = agenda.now(600) ? List.of() : only;
        } else if (behind.phase() == TablePhase.SHUT && (!template.reveals() || helps)) {
            act = new HostAct.Reveal(behind.round());
            only = agenda.now(600) ? List.of() : only;
        } else if (helps && calm) {
            return Optional.of(new ClassAct.FillGaps(List.of(), "hold"));
        }
        return act == null ? Optional.empty() : Optional.of(new ClassAct.AtTables(only, act));
    }

    private ClassAct anything() {
        ClassSetup setup = of.setup();
        TableSetup table =
                setup.tables().get(agenda.chance().nextInt(setup.tables().size()));
        SeatSetup place =
                table.seats().get(agenda.chance().nextInt(table.seats().size()));
        int member = agenda.between(1, of.students().size());
        int what = agenda.between(0, 99);
        if (what < 50) {
            List<Integer> at = agenda.now(400) ? List.of() : List.of(table.number());
            return new ClassAct.AtTables(at, atTable(table, place.seat()));
        } else if (what < 58) {
            return new ClassAct.Move(
                    member, table.number(), place.seat().side(), place.seat().number());
        } else if (what < 66) {
            return new ClassAct.Swap(member, agenda.between(1, of.students().size()));
        } else if (what < 71) {
            return new ClassAct.FillGaps(List.of(), agenda.any("hold", ClassAct.FillGaps.OFF, "match"));
        } else if (what < 78) {
            return new ClassAct.Undo(0);
        } else if (what < 82) {
            return new ClassAct.NewKey(member);
        } else if (what < 86) {
            return new ClassAct.Doors(agenda.now(500));
        } else if (what < 88) {
            return new ClassAct.Rename(member, "Heron " + agenda.between(1, 9));
        } else if (what < 90) {
            return new ClassAct.NewTicket();
        } else if (what < 93) {
            return agenda.now(300) ? new ClassAct.Remove(member) : new ClassAct.Refuse(agenda.between(1, 3));
        } else if (what < 94) {
            return agenda.now(300) ? new ClassAct.Erase(member) : new ClassAct.Doors(true);
        } else if (what < 98) {
            String name = of.nextName();
            if (name != null) {
                boolean anywhere = agenda.now(600);
                Seat seat = place.seat();
                return new ClassAct.Add(
                        name, name, 0, anywhere ? 0 : table.number(), seat.side(), anywhere ? 0 : seat.number());
            }
        }
        return agenda.now(100) ? new ClassAct.Finish() : new ClassAct.Doors(true);
    }

    private HostAct atTable(TableSetup table, Seat seat) {
        TableChanged told = tables.get(table.number());
        int round = told == null ? 1 : Math.max(1, told.round() - (agenda.now(100) ? 1 : 0));
        Side side = seat.side();
        int number = seat.number();
        return switch (agenda.between(0, 16)) {
            case 0, 1 -> new HostAct.Pause();
            case 2, 3 -> new HostAct.Unpause();
            case 4 -> new HostAct.Extend(round, agenda.any(5_000L, 20_000L, -3_000L));
            case 5 -> new HostAct.Grant(round, 1L + agenda.between(0, 20_000), side, number);
            case 6 -> new HostAct.Announce(0, "five minutes");
            case 7 -> new HostAct.Message(side, number, "look at your treaty");
            case 8, 9 -> new HostAct.StandIn(side, number, agenda.any("hold", "tft", "match"));
            case 10 -> new HostAct.HandBack(side, number);
            case 11 -> new HostAct.Vacate(side, number);
            case 12 -> new HostAct.PlayCard(round + agenda.between(0, 1), "leak CN.SOY");
            case 13 -> new HostAct.Advance(round, "");
            case 14 -> new HostAct.OpenRound(round, HostAct.OpenRound.USUAL);
            case 15 -> new HostAct.EndWith(round);
            default -> new HostAct.Reveal(round);
        };
    }

    private void direct(ClassAct act) {
        if (unanswered.size() >= MOST_WAITING) {
            return;
        }
        world.marks().hit("desk " + said(act));
        String key = (isFirst ? "d" : "e") + ++acts;
        if (act instanceof ClassAct.AtTables at && at.act() instanceof HostAct.Advance) {
            var unused = current().asks(new ClassRequest.Preview(act)).thenAccept(reply -> {
                if (news(reply) instanceof ClassNews.Previewed shown) {
                    ask(new ClassRequest.Act(key, act, shown.expected()));
                }
            });
        } else {
            ask(new ClassRequest.Act(key, act, ""));
        }
    }

    private static String said(ClassAct act) {
        Object what = act instanceof ClassAct.AtTables at ? at.act() : act;
        return what.getClass().getSimpleName();
    }

    private void ask(ClassRequest.Act wish) {
        unanswered.put(wish.key(), wish);
        send(wish);
        if (agenda.now(40)) {
            send(wish);
        }
    }

    private void send(ClassRequest.Act wish) {
        var unused = current().asks(wish).thenAccept(reply -> {
            if (news(reply) instanceof ClassNews.Done done) {
                world.marks().hit("desk's act done");
                unanswered.remove(wish.key());
                of.log().acknowledged(wish.key(), wish.act(), done.act());
                if (wish.act() instanceof ClassAct.NewKey key && !done.secret().isEmpty()) {
                    of.student(key.member()).ifPresent(who -> who.gets(done.secret(), done.act()));
                } else if (wish.act() instanceof ClassAct.Add add) {
                    of.log()
                            .added(done.act())
                            .ifPresent(member -> of.added(member, add.name(), done.secret(), done.act()));
                }
            } else if (reply instanceof Reply.Refused<ServerMessage> denied) {
                world.marks().hit("desk refused " + denied.refusal().code());
                if (denied.refusal().retryAfterMillis() > 0) {
                    later(denied.refusal().retryAfterMillis(), () -> again(wish));
                } else if (!(denied.refusal().code() instanceof ClientCode)) {
                    unanswered.remove(wish.key());
                }
            }
        });
    }

    /** Asks again for what may have been done already. */
    private void again(ClassRequest.Act wish) {
        if (isIn && unanswered.containsKey(wish.key())) {
            send(wish);
        }
    }

    /** Reads the list and the log. */
    private void look(boolean atTheEnd) {
        ClassLog log = of.log();
        long known = log.last();
        var unused = current().asks(new ClassRequest.Read()).thenAccept(reply -> {
            if (news(reply) instanceof ClassNews.ListRead list) {
                world.marks().hit("desk has read the list");
                log.read(list, known);
                if (atTheEnd) {
                    log.seats(list);
                }
            }
        });
    }

    /** Reads the records of the finished class, in their parts. */
    private void read() {
        reads = true;
        look(true);
        part(1, new ArrayList<>());
    }

    private void part(int number, List<String> parts) {
        ClassRequest wish = new ClassRequest.ReadText(
                ClassRequest.ClassDocument.RECORDS, "en", ClassRequest.Naming.PSEUDONYM, number, "", "", 0);
        var unused = current().asks(wish).thenAccept(reply -> {
            if (news(reply) instanceof ClassNews.TextRead text) {
                parts.add(text.text());
                if (text.part() < text.parts()) {
                    part(number + 1, parts);
                } else {
                    hasRead = true;
                    of.hasRecords(String.join("", parts));
                }
            } else if (reply instanceof Reply.Refused<ServerMessage> denied) {
                world.marks().hit("documents refused " + denied.refusal().code());
                reads = false;
                hasRead = of.hasNoRecords(denied.refusal());
            }
        });
    }
}
