package dev.truce.app.sim;

import dev.truce.app.encoding.ClassEncoding;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.Referees;
import dev.truce.app.host.classes.ClassBundle;
import dev.truce.app.room.Room;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.Limits;
import dev.truce.engine.round.Rules;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.codec.InputCodec;
import dev.truce.protocol.framing.SharedFrame;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.store.BrokenStream;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What has to be true after every event of a run. It sees three things from outside: what becomes durable, what the server writes to its
 * connections, and what clients are told is saved.
 */
final class Invariants implements SimNetwork.Frames, SimClient.Acks {
    /** How many events pass between two looks at what is dear to look at. */
    private static final int SELDOM = 256;

    private final SimWorld world;
    private final Agenda agenda;
    private final Map<String, MatchLog> logs = new TreeMap<>();
    private final Map<String, ClassLog> classes = new TreeMap<>();
    /** What each viewer of each match was told, by its numbers from 1; by match and viewer. */
    private final Map<String, List<Notice>> told = new TreeMap<>();
    /** The connection that has each seat, by match and seat. */
    private final Map<String, SimChannel> holders = new HashMap<>();

    private int events;

    Invariants(SimWorld world) {
        this.world = world;
        this.agenda = world.agenda();
    }

    // The journal.

    /** An entry is durable. */
    void durable(String stream, long seq, Entry entry) {
        agenda.note(stream.hashCode() * 31L + seq);
        agenda.say(() -> stream + " " + seq + " " + said(entry));
        if (entry instanceof Entry.ClassOpened opened) {
            opens(new ClassLog(opened.opened(), agenda), opened.opened());
        }
        ClassLog ofClass = classes.get(stream);
        if (ofClass != null) {
            ofClass.add(seq, entry);
            return;
        }
        MatchLog match = log(stream);
        match.add(entry);
        Room.TableOf table = match.table();
        if (table != null
                && entry instanceof Entry.InputAccepted accepted
                && InputCodec.of(accepted.payload()) instanceof Input.Hosts hosts) {
            ofClass(table.classId()).did(table.number(), hosts);
        }
    }

    private void opens(ClassLog opened, StoredClass stored) {
        boolean twice = classes.values().stream()
                .anyMatch(other -> other.setup().keyHash().equals(opened.setup().keyHash()));
        if (twice) {
            agenda.breach(2, "one wish has opened two classes, the second is " + stored.classId());
        }
        classes.put(stored.classId(), opened);
    }

    /** Returns what the journal says of a class. */
    ClassLog ofClass(String id) {
        return Objects.requireNonNull(classes.get(id), id);
    }

    private static String said(Entry entry) {
        if (entry instanceof Entry.ClassActed acted) {
            return ClassEncoding.event(acted.payload()).toString();
        }
        return entry instanceof Entry.InputAccepted accepted
                ? InputCodec.of(accepted.payload()).toString()
                : entry.toString();
    }

    /** A batch is durable, all its entries told. */
    void batch(String stream) {
        if (!classes.containsKey(stream)) {
            log(stream).batch();
        }
    }

    private MatchLog log(String stream) {
        return logs.computeIfAbsent(stream, id -> new MatchLog(id, agenda, world::diskNanos));
    }

    void serverIsUp() {
        logs.values().forEach(MatchLog::serverIsUp);
    }

    void serverIsDown() {
        logs.values().forEach(MatchLog::clockStands);
        holders.clear();
    }

    /** Nothing can be saved any more: each clock stands until it is written down again. */
    void nothingCanBeSaved() {
        logs.values().forEach(MatchLog::clockStands);
    }

    @Override
    public void toldAgain() {
        world.marks().hit("event told again");
    }

    @Override
    public void saved(Conversation.Place place, String key, Deed deed) {
        world.marks().hit("saved");
        Seat seat = place.seat();
        // A seat that is ready and says so again has done nothing, and nothing is written.
        boolean mayBeNothing = deed instanceof Deed.Ready;
        if (seat != null && !mayBeNothing && !log(place.matchId()).holds(seat, key)) {
            agenda.breach(1, "a deed of " + seat + " is acknowledged and not in the journal: " + key);
        }
    }

    // The connections.

    @Override
    public BiConsumer<SimChannel, Object> tap() {
        Connection connection = new Connection();
        return connection::written;
    }

    /** What one connection of the server has written. */
    private final class Connection {
        private String place = "";
        private String seat = "";
        private String match = "";
        private String ofClass = "";
        private long last = -1;

        void written(SimChannel channel, Object message) {
            if (message instanceof SharedFrame shared) {
                said(channel, shared.head());
            } else if (message instanceof ServerFrame frame) {
                said(channel, frame);
            }
        }

        private void said(SimChannel channel, ServerFrame frame) {
            agenda.note(frame.seq() * 1_000_003 + frame.replyTo());
            agenda.say(() ->
                    "to " + channel.remoteAddress() + " " + frame.seq() + " " + frame.replyTo() + " " + brief(frame));
            if (channel.queued() > Wire.QUEUED_BYTES + Wire.SERVER_FRAME_BYTES) {
                agenda.breach(24, "a connection has " + channel.queued() + " bytes queued");
            }
            if (frame.body() instanceof ServerMessage.Seated seated) {
                enter(channel, seated.matchId(), seated.seat().side().name(), seated.seat(), 0);
            } else if (frame.body() instanceof ServerMessage.Watching watching) {
                enter(channel, watching.matchId(), watching.viewer().name(), null, 0);
            } else if (frame.body() instanceof ServerMessage.RoomCreated created) {
                enter(channel, created.matchId(), "PUBLIC", null, 0);
            } else if (frame.body() instanceof ServerMessage.Resumed resumed) {
                enter(channel, resumed.matchId(), resumed.viewer().name(), resumed.seat(), resumed.nextSeq() - 1);
                heardOffers(resumed);
            } else if (frame.seq() != 0 && frame.body() instanceof ServerMessage.Told event) {
                told(channel, frame.seq(), event.notice());
            } else if (frame.body() instanceof ServerMessage.OfClass news) {
                told(news.news());
            }
        }

        private static String brief(ServerFrame frame) {
            String all = frame.body() instanceof ServerMessage.Told event
                    ? "Told " + event.notice()
                    : frame.body().toString();
            return all.substring(0, Math.min(all.length(), 160));
        }

        private void enter(SimChannel channel, String matchId, String viewer, @Nullable Seat at, long from) {
            match = matchId;
            place = matchId + " " + viewer;
            last = from;
            if (at != null) {
                seat = matchId + " " + at;
                holders.put(seat, channel);
            }
        }

        /** Who is told something of a class has entered it or opened a desk of it over this connection. */
        private void told(ClassNews news) {
            if (news instanceof ClassNews.Opened opened && !classes.containsKey(opened.classId())) {
                agenda.breach(31, "a class is open and not on disk");
            } else if (news instanceof ClassNews.DeskEntered desk) {
                ofClass = desk.classId();
            } else if (news instanceof ClassNews.Entered entered) {
                ofClass = entered.classId();
            }
            ClassLog log = classes.get(ofClass);
            if (log != null) {
                log.told(news);
            }
        }

        private void told(SimChannel channel, long seq, Notice notice) {
            if (seq != last + 1) {
                agenda.breach(3, place + " is told event " + seq + " after event " + last);
            }
            last = seq;
            if (!seat.isEmpty() && holders.get(seat) != channel) {
                agenda.breach(17, seat + " is told event " + seq + " over a connection that has lost the seat");
            }
            List<Notice> all = told.computeIfAbsent(place, unused -> new ArrayList<>());
            if (seq > all.size() + 1L) {
                agenda.breach(3, place + " is told event " + seq + " before others");
            } else if (seq == all.size() + 1L) {
                all.add(notice);
                log(match).told(place, notice);
            } else if (!isSame(all.get((int) seq - 1), notice)) {
                agenda.breach(22, place + " is told something else as event " + seq + ": " + notice.getClass());
            }
        }

        /** Offers of the other side among what the client has heard. */
        private void heardOffers(ServerMessage.Resumed resumed) {
            Seat at = resumed.seat();
            if (at == null) {
                return;
            }
            int heard = 0;
            List<Notice> all = told.getOrDefault(place, List.of());
            for (int i = 0; i < Math.min(all.size(), resumed.nextSeq() - 1); i++) {
                if (all.get(i) instanceof Notice.OfferChanged changed
                        && changed.offer().maker() != at.side()) {
                    heard = Math.max(heard, changed.offer().id().number());
                }
            }
            if (heard != resumed.heardOffers()) {
                agenda.breach(
                        22, at + " comes back, has heard " + heard + " offers and is told " + resumed.heardOffers());
            }
        }
    }

    /** The end of a clock moves with time, and words to a seat are told to that seat only. */
    private static boolean isSame(Notice before, Notice now) {
        if (before == now) {
            return true;
        }
        if (before instanceof Notice.ClockChanged one && now instanceof Notice.ClockChanged other) {
            return one.withLeftMillis(0).equals(other.withLeftMillis(0));
        }
        if (before instanceof Notice.HostActed && now instanceof Notice.HostActed) {
            return true;
        }
        return before.equals(now);
    }

    // Now and then, and at the end.

    void afterEachEvent() {
        events++;
        SimServer server = world.server();
        if (server != null && events % SELDOM == 0) {
            bounded(server);
            intact(server);
        }
    }

    /** Looks at the queues of a server. */
    void bounded(SimServer server) {
        if (server.journal().depth() > world.limits().journal()) {
            agenda.breach(25, "the journal has " + server.journal().depth() + " writes");
        }
        int matches = world.rooms().size() + world.classes().size() * SimClass.MOST_TABLES;
        int most = matches * 2 * world.limits().mailbox();
        if (server.localMatches().depth() > most) {
            agenda.breach(25, "the mailboxes have " + server.localMatches().depth() + " tasks");
        }
    }

    private void intact(SimServer server) {
        for (BrokenStream found : server.broken().all()) {
            agenda.breach(5, "a match cannot be played again: " + found);
        }
        for (String found : server.broken().claimed()) {
            agenda.breach(1, "a client has heard more of match " + found + " than the journal holds");
        }
    }

    /** All is quiet: what everybody has heard at last is what the journal says. */
    void atTheEnd() {
        SimServer server = world.server();
        if (server != null) {
            intact(server);
        }
        chains();
        for (SimRoom room : world.rooms()) {
            converged(room);
        }
        for (SimClass each : world.classes()) {
            converged(each);
        }
    }

    /** Looks at the links of all streams. */
    void chains() {
        for (String stream : world.disk().allStreams()) {
            world.disk().check(stream).ifPresent(found -> agenda.breach(4, "the chain is broken: " + found));
        }
    }

    private void converged(SimRoom room) {
        String matchId = room.matchId();
        if (matchId == null) {
            agenda.breach(26, "a match never began");
            return;
        }
        StoredMatch stored = world.disk().match(matchId).orElseThrow();
        MatchRecord record = Referees.record(world.catalogue(), stored);
        String text = RecordText.write(record, room.rules().scenario());
        for (Guest person : room.people()) {
            if (!person.isTooLate() && !Objects.equals(person.record(), text)) {
                agenda.breach(
                        26,
                        person.getClass().getSimpleName() + " of match " + matchId
                                + (person.record() == null
                                        ? " has not come to the end of round " + person.openRound()
                                        : " has another record than the journal"));
            }
        }
        hasAllRounds(matchId, record);
        if (room.isOfBotsAlone() && log(matchId).isLeftAlone()) {
            world.marks().hit("foretold");
            isAsForetold(stored, record, room.rules());
        }
    }

    private void converged(SimClass each) {
        if (!each.isFinished()) {
            agenda.breach(26, "a class has not come to its end");
            return;
        }
        for (SimDesk desk : each.desks()) {
            if (!desk.isOver()) {
                agenda.breach(26, desk + " has not read the records of its class");
            }
        }
        Map<String, String> texts = new TreeMap<>();
        for (int number : playedTables(each)) {
            StoredMatch stored = table(each, number);
            MatchRecord record = Referees.record(world.catalogue(), stored);
            if (!(Verification.verify(record, each.rules()) instanceof Verification.Verified)) {
                agenda.breach(5, "table " + number + " cannot be verified");
            }
            hasAllRounds(stored.room().matchId(), record);
            texts.put(
                    stored.room().matchId(),
                    RecordText.write(record, each.rules().scenario()));
        }
        for (Student student : each.students()) {
            if (!student.isOver()) {
                agenda.breach(26, student + " has not come to the end of round " + student.openRound());
            } else if (student.record() != null
                    && texts.containsKey(student.match())
                    && !Objects.equals(student.record(), texts.get(student.match()))) {
                agenda.breach(26, student + " has another record than the journal");
            }
        }
    }

    private StoredMatch table(SimClass each, int number) {
        String matchId = each.setup().table(number).orElseThrow().matchId();
        return world.disk().match(matchId).orElseThrow();
    }

    /** Returns the tables of a class at which a round was played. */
    Set<Integer> playedTables(SimClass each) {
        Set<Integer> played = new TreeSet<>();
        each.setup().tables().forEach(setup -> {
            if (!table(each, setup.number()).rounds().isEmpty()) {
                played.add(setup.number());
            }
        });
        return played;
    }

    /** A desk was told the records of its class, with which its debrief is made: each match that was played, once, as the journal has it. */
    void bundle(SimClass each, String text) {
        Optional<ClassBundle> bundle = ClassBundle.read(text);
        Set<Integer> told = bundle.map(read -> read.records().keySet()).orElse(new TreeSet<>());
        if (!told.equals(playedTables(each))) {
            agenda.breach(35, "the records of a class are those of tables " + told + ", not " + playedTables(each));
            return;
        }
        bundle.orElseThrow().records().forEach((number, record) -> {
            boolean same =
                    RecordReader.read(record, id -> Optional.of(each.rules().scenario()))
                                    instanceof RecordReading.Read read
                            && read.match()
                                    .hash()
                                    .equals(Referees.ended(world.catalogue(), table(each, number))
                                            .hash());
            if (!same) {
                agenda.breach(35, "the record of table " + number + " is not that of the journal");
            }
        });
    }

    /** Looks whether a record has the rounds that the journal has closed. */
    void hasAllRounds(String matchId, MatchRecord record) {
        log(matchId).ended(record);
    }

    /** Looks whether bots of the server have played a match as they do without one. */
    void isAsForetold(StoredMatch stored, MatchRecord record, Rules rules) {
        if (!foretold(stored, record, rules).equals(record.hash())) {
            agenda.breach(
                    27,
                    "bots of the server have played match " + stored.room().matchId()
                            + " otherwise than without a server");
        }
    }

    /** What the same bots play in process. */
    private static String foretold(StoredMatch stored, MatchRecord record, Rules rules) {
        Map<Seat, BotFactory> bots = new HashMap<>();
        stored.seats()
                .forEach(seat -> bots.put(seat.seat(), Roster.find(seat.name()).orElseThrow()));
        long seed = MatchSpec.of(stored.room().setup()).seed().value();
        Pairing pairing = new Pairing(
                Objects.requireNonNull(bots.get(Seat.US_HEAD)),
                Objects.requireNonNull(bots.get(Seat.CN_HEAD)),
                BotSeat.seedOf(seed, BotSeat.HEAD),
                Limits.STEPS_A_ROUND);
        Played played = new InProcessMatch(rules).play(record.setup(), pairing, Recording.CHAIN);
        return Objects.requireNonNull(played.record()).hash();
    }
}
