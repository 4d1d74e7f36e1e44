package dev.truce.protocol.codec;

import dev.truce.protocol.codec.table.CodecTable;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.FlagTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.codec.table.WireLists;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.v2.ActDone;
import dev.truce.protocol.v2.ActPreviewed;
import dev.truce.protocol.v2.ClassChanged;
import dev.truce.protocol.v2.ClassEntered;
import dev.truce.protocol.v2.ClassMember;
import dev.truce.protocol.v2.ClassOpened;
import dev.truce.protocol.v2.ClassRead;
import dev.truce.protocol.v2.ClassText;
import dev.truce.protocol.v2.ClassWatched;
import dev.truce.protocol.v2.ClassesListed;
import dev.truce.protocol.v2.Delivery;
import dev.truce.protocol.v2.DeskEntered;
import dev.truce.protocol.v2.HeldDevice;
import dev.truce.protocol.v2.HelpCall;
import dev.truce.protocol.v2.LogLine;
import dev.truce.protocol.v2.OpenedClass;
import dev.truce.protocol.v2.PublicRound;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.v2.ServerEnvelope.BodyCase;
import dev.truce.protocol.v2.StudentKey;
import dev.truce.protocol.v2.TableChanged;
import dev.truce.protocol.v2.TablePhase;
import dev.truce.protocol.v2.TablePreview;
import dev.truce.protocol.v2.TableRefusal;
import dev.truce.protocol.v2.TableSeat;
import java.util.Set;

/** Maps what a server says about a class, in both directions: a row a kind. */
final class ClassNewsCodec {
    private static final EnumTable<ClassNews.TablePhase, TablePhase> PHASES =
            EnumTable.of(ClassNews.TablePhase.class, TablePhase.class, "TABLE_PHASE_");

    private static final FlagTable<RoomFact, ClassChanged, ClassChanged.Builder> FACTS = new FlagTable<
                    RoomFact, ClassChanged, ClassChanged.Builder>(RoomFact.class)
            .row(RoomFact.CANNOT_SAVE, ClassChanged::getCannotSave, ClassChanged.Builder::setCannotSave);

    private static final CodecTable<ClassNews, ServerEnvelope, ServerEnvelope.Builder, BodyCase> TABLE =
            new CodecTable<>(BodyCase.class);

    static {
        entering();
        watching();
        acting();
        states();
        lists();
    }

    private ClassNewsCodec() {}

    private static void entering() {
        TABLE.row(
                ClassNews.Opened.class,
                BodyCase.CLASS_OPENED,
                (opened, to) -> {
                    ClassOpened.Builder wire = ClassOpened.newBuilder()
                            .setClassId(opened.classId())
                            .setClassCode(opened.classCode())
                            .setTables(opened.tables());
                    for (ClassNews.StudentKey student : opened.students()) {
                        wire.addStudents(StudentKey.newBuilder()
                                .setMember(student.member())
                                .setStudent(student.student())
                                .setKey(student.key()));
                    }
                    to.setClassOpened(wire);
                },
                (from, field) -> new ClassNews.Opened(
                        from.getClassOpened().getClassId(),
                        from.getClassOpened().getClassCode(),
                        from.getClassOpened().getStudentsList().stream()
                                .map(student -> new ClassNews.StudentKey(
                                        student.getMember(), student.getStudent(), student.getKey()))
                                .toList(),
                        from.getClassOpened().getTables()));
        TABLE.row(
                ClassNews.Entered.class,
                BodyCase.CLASS_ENTERED,
                (entered, to) -> to.setClassEntered(ClassEntered.newBuilder()
                        .setClassId(entered.classId())
                        .setTitle(entered.title())
                        .setHasSeat(entered.hasSeat())
                        .setHeld(entered.held())),
                (from, field) -> new ClassNews.Entered(
                        from.getClassEntered().getClassId(),
                        from.getClassEntered().getTitle(),
                        from.getClassEntered().getHasSeat(),
                        from.getClassEntered().getHeld()));
        TABLE.row(
                ClassNews.DeskEntered.class,
                BodyCase.DESK_ENTERED,
                (entered, to) -> to.setDeskEntered(DeskEntered.newBuilder()
                        .setClassId(entered.classId())
                        .setClassCode(entered.classCode())
                        .setTitle(entered.title())
                        .setDesk(entered.desk())
                        .setToken(entered.token())
                        .setTables(entered.tables())),
                (from, field) -> new ClassNews.DeskEntered(
                        from.getDeskEntered().getClassId(),
                        from.getDeskEntered().getClassCode(),
                        from.getDeskEntered().getTitle(),
                        from.getDeskEntered().getDesk(),
                        from.getDeskEntered().getToken(),
                        from.getDeskEntered().getTables()));
    }

    private static void watching() {
        TABLE.row(
                ClassNews.Watched.class,
                BodyCase.CLASS_WATCHED,
                (watched, to) -> to.setClassWatched(ClassWatched.newBuilder()
                        .setClassCode(watched.classCode())
                        .setTitle(watched.title())
                        .setTables(watched.tables())
                        .setStartTariff(watched.startTariff())),
                (from, field) -> new ClassNews.Watched(
                        from.getClassWatched().getClassCode(),
                        from.getClassWatched().getTitle(),
                        from.getClassWatched().getTables(),
                        from.getClassWatched().getStartTariff()));
    }

    private static void acting() {
        TABLE.row(
                ClassNews.Previewed.class,
                BodyCase.ACT_PREVIEWED,
                (previewed, to) -> {
                    ActPreviewed.Builder wire = ActPreviewed.newBuilder().setExpected(previewed.expected());
                    previewed
                            .tables()
                            .forEach(table -> wire.addTables(TablePreview.newBuilder()
                                    .setTable(table.table())
                                    .setText(table.text())));
                    to.setActPreviewed(wire);
                },
                (from, field) -> new ClassNews.Previewed(
                        from.getActPreviewed().getTablesList().stream()
                                .map(table -> new ClassNews.TablePreview(table.getTable(), table.getText()))
                                .toList(),
                        from.getActPreviewed().getExpected()));
        TABLE.row(
                ClassNews.Done.class,
                BodyCase.ACT_DONE,
                (done, to) -> {
                    ActDone.Builder wire =
                            ActDone.newBuilder().setAct(done.act()).setSecret(done.secret());
                    for (ClassNews.TableRefusal refusal : done.refusals()) {
                        wire.addRefusals(TableRefusal.newBuilder()
                                .setTable(refusal.table())
                                .setWhy(RefusalCodec.toWire(refusal.why())));
                    }
                    to.setActDone(wire);
                },
                (from, field) -> new ClassNews.Done(
                        from.getActDone().getAct(),
                        WireLists.read(
                                from.getActDone().getRefusalsList(),
                                field + ".refusals",
                                (refusal, at) -> new ClassNews.TableRefusal(
                                        refusal.getTable(), RefusalCodec.toGame(refusal.getWhy()))),
                        from.getActDone().getSecret()));
    }

    private static void states() {
        TABLE.row(
                ClassNews.Changed.class,
                BodyCase.CLASS_CHANGED,
                (changed, to) -> {
                    ClassChanged.Builder wire = ClassChanged.newBuilder()
                            .setDoorsOpen(changed.doorsOpen())
                            .setBegun(changed.begun())
                            .setClosed(changed.closed())
                            .setMembers(changed.members())
                            .setHere(changed.here())
                            .addAllWaiting(changed.waiting())
                            .setAct(changed.act())
                            .addAllCalls(changed.calls().stream()
                                    .map(call -> HelpCall.newBuilder()
                                            .setMember(call.member())
                                            .setText(call.text())
                                            .setUnixMillis(call.unixMillis())
                                            .build())
                                    .toList())
                            .setAnnounced(changed.announced())
                            .addAllHeld(changed.held().stream()
                                    .map(held -> HeldDevice.newBuilder()
                                            .setDevice(held.device())
                                            .setMember(held.member())
                                            .setUnixMillis(held.unixMillis())
                                            .build())
                                    .toList());
                    FACTS.write(changed.facts(), wire);
                    to.setClassChanged(wire);
                },
                (from, field) -> new ClassNews.Changed(
                        from.getClassChanged().getDoorsOpen(),
                        from.getClassChanged().getBegun(),
                        from.getClassChanged().getClosed(),
                        from.getClassChanged().getMembers(),
                        from.getClassChanged().getHere(),
                        from.getClassChanged().getWaitingList(),
                        from.getClassChanged().getAct(),
                        from.getClassChanged().getCallsList().stream()
                                .map(call ->
                                        new ClassNews.HelpCall(call.getMember(), call.getText(), call.getUnixMillis()))
                                .toList(),
                        from.getClassChanged().getAnnounced(),
                        from.getClassChanged().getHeldList().stream()
                                .map(held -> new ClassNews.HeldDevice(
                                        held.getDevice(), held.getMember(), held.getUnixMillis()))
                                .toList(),
                        FACTS.read(from.getClassChanged())));
        TABLE.row(
                ClassNews.TableChanged.class,
                BodyCase.TABLE_CHANGED,
                (changed, to) -> {
                    TableChanged.Builder wire = TableChanged.newBuilder()
                            .setTable(changed.table())
                            .setMatchId(changed.matchId())
                            .setPhase(PHASES.toWire(changed.phase()))
                            .setPaused(changed.paused())
                            .setRoundId(changed.round())
                            .setDeadlineUnixMillis(changed.deadlineUnixMillis())
                            .setLeftMillis(changed.leftMillis())
                            .setLastRound(changed.lastRound());
                    changed.rounds().forEach(round -> wire.addRounds(toWire(round)));
                    changed.seats().forEach(seat -> wire.addSeats(toWire(seat)));
                    to.setTableChanged(wire);
                },
                (from, field) -> {
                    TableChanged wire = from.getTableChanged();
                    return new ClassNews.TableChanged(
                            wire.getTable(),
                            wire.getMatchId(),
                            PHASES.toGame(wire.getPhase(), field + ".phase"),
                            wire.getPaused(),
                            wire.getRoundId(),
                            wire.getDeadlineUnixMillis(),
                            wire.getLeftMillis(),
                            WireLists.read(wire.getSeatsList(), field + ".seats", ClassNewsCodec::toGame),
                            wire.getLastRound(),
                            WireLists.read(wire.getRoundsList(), field + ".rounds", ClassNewsCodec::round));
                });
    }

    private static PublicRound toWire(dev.truce.engine.view.PublicRound round) {
        return PublicRound.newBuilder()
                .setRoundId(round.round())
                .setTariff(round.tariff())
                .addAllBroke(round.broke().stream().map(WireBoard.SIDES::toWire).toList())
                .setCommunique(round.communique())
                .build();
    }

    private static dev.truce.engine.view.PublicRound round(PublicRound wire, String field) throws UnreadableException {
        return new dev.truce.engine.view.PublicRound(
                wire.getRoundId(),
                wire.getTariff(),
                WireLists.read(wire.getBrokeList(), field + ".broke", WireBoard.SIDES::toGame),
                wire.getCommunique());
    }

    private static TableSeat toWire(ClassNews.TableSeat seat) {
        TableSeat.Builder wire = TableSeat.newBuilder()
                .setSeat(WireBoard.toWire(seat.seat()))
                .setPseudonym(seat.pseudonym())
                .setMember(seat.member())
                .setHere(seat.here())
                .setBot(seat.bot())
                .setVacant(seat.vacant())
                .setSubmitted(seat.submitted())
                .setReady(seat.ready())
                .setQuietSinceUnixMillis(seat.quietSinceUnixMillis());
        if (seat.message() != null) {
            wire.setMessage(Delivery.newBuilder()
                    .setDelivered(seat.message().delivered())
                    .setUnixMillis(seat.message().unixMillis()));
        }
        return wire.build();
    }

    private static ClassNews.TableSeat toGame(TableSeat wire, String field) throws UnreadableException {
        return new ClassNews.TableSeat(
                WireBoard.toGame(wire.getSeat(), field + ".seat"),
                wire.getPseudonym(),
                wire.getMember(),
                wire.getHere(),
                wire.getBot(),
                wire.getVacant(),
                wire.getSubmitted(),
                wire.getReady(),
                wire.getQuietSinceUnixMillis(),
                wire.hasMessage()
                        ? new ClassNews.Delivery(
                                wire.getMessage().getDelivered(),
                                wire.getMessage().getUnixMillis())
                        : null);
    }

    private static void lists() {
        TABLE.row(
                ClassNews.ListRead.class,
                BodyCase.CLASS_READ,
                (read, to) -> {
                    ClassRead.Builder wire = ClassRead.newBuilder();
                    read.members().forEach(member -> wire.addMembers(toWire(member)));
                    for (ClassNews.LogLine line : read.log()) {
                        wire.addLog(LogLine.newBuilder()
                                .setAct(line.act())
                                .setUnixMillis(line.unixMillis())
                                .setDesk(line.desk())
                                .setText(line.text()));
                    }
                    to.setClassRead(wire);
                },
                (from, field) -> new ClassNews.ListRead(
                        WireLists.read(
                                from.getClassRead().getMembersList(), field + ".members", ClassNewsCodec::member),
                        from.getClassRead().getLogList().stream()
                                .map(line -> new ClassNews.LogLine(
                                        line.getAct(), line.getUnixMillis(), line.getDesk(), line.getText()))
                                .toList()));
        TABLE.row(
                ClassNews.TextRead.class,
                BodyCase.CLASS_TEXT,
                (read, to) -> to.setClassText(ClassText.newBuilder()
                        .setPart(read.part())
                        .setParts(read.parts())
                        .setSha256(read.sha256())
                        .setText(read.text())),
                (from, field) -> new ClassNews.TextRead(
                        from.getClassText().getPart(),
                        from.getClassText().getParts(),
                        from.getClassText().getSha256(),
                        from.getClassText().getText()));
        TABLE.row(
                ClassNews.Listed.class,
                BodyCase.CLASSES_LISTED,
                (listed, to) -> {
                    ClassesListed.Builder wire = ClassesListed.newBuilder();
                    listed.classes().forEach(opened -> wire.addClasses(toWire(opened)));
                    to.setClassesListed(wire);
                },
                (from, field) -> new ClassNews.Listed(from.getClassesListed().getClassesList().stream()
                        .map(ClassNewsCodec::toGame)
                        .toList()));
    }

    private static ClassMember toWire(ClassNews.Member member) {
        ClassMember.Builder wire = ClassMember.newBuilder()
                .setMember(member.member())
                .setName(member.name())
                .setStudent(member.student())
                .setTable(member.table())
                .setPseudonym(member.pseudonym())
                .setHere(member.here())
                .setRemoved(member.removed());
        if (member.seat() != null) {
            wire.setSeat(WireBoard.toWire(member.seat()));
        }
        return wire.build();
    }

    private static ClassNews.Member member(ClassMember wire, String field) throws UnreadableException {
        return new ClassNews.Member(
                wire.getMember(),
                wire.getName(),
                wire.getStudent(),
                wire.getTable(),
                wire.hasSeat() ? WireBoard.toGame(wire.getSeat(), field + ".seat") : null,
                wire.getPseudonym(),
                wire.getHere(),
                wire.getRemoved());
    }

    private static OpenedClass toWire(ClassNews.OpenedClass opened) {
        return OpenedClass.newBuilder()
                .setClassId(opened.classId())
                .setClassCode(opened.classCode())
                .setTitle(opened.title())
                .setTables(opened.tables())
                .setMembers(opened.members())
                .setHere(opened.here())
                .setBegun(opened.begun())
                .build();
    }

    private static ClassNews.OpenedClass toGame(OpenedClass wire) {
        return new ClassNews.OpenedClass(
                wire.getClassId(),
                wire.getClassCode(),
                wire.getTitle(),
                wire.getTables(),
                wire.getMembers(),
                wire.getHere(),
                wire.getBegun());
    }

    /** Returns the kinds that have a row. */
    static Set<Class<? extends ClassNews>> kinds() {
        return TABLE.types();
    }

    static boolean reads(BodyCase kind) {
        return TABLE.reads(kind);
    }

    static void write(ClassNews news, ServerEnvelope.Builder to) {
        TABLE.write(news, to);
    }

    static ClassNews read(ServerEnvelope from) throws UnreadableException {
        return TABLE.read(from, from.getBodyCase(), "");
    }
}
