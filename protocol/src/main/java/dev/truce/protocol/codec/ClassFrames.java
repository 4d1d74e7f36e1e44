package dev.truce.protocol.codec;

import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.table.CodecTable;
import dev.truce.protocol.codec.table.EnumTable;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.AdmitDevice;
import dev.truce.protocol.v2.AtTables;
import dev.truce.protocol.v2.CallForHelp;
import dev.truce.protocol.v2.ClassAct.KindCase;
import dev.truce.protocol.v2.ClassDocument;
import dev.truce.protocol.v2.ClassNaming;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ClientEnvelope.BodyCase;
import dev.truce.protocol.v2.CloseClass;
import dev.truce.protocol.v2.DeskAct;
import dev.truce.protocol.v2.EnterClass;
import dev.truce.protocol.v2.EnterDesk;
import dev.truce.protocol.v2.EraseMember;
import dev.truce.protocol.v2.FillGaps;
import dev.truce.protocol.v2.ListClasses;
import dev.truce.protocol.v2.MoveMember;
import dev.truce.protocol.v2.NewKey;
import dev.truce.protocol.v2.NewTicket;
import dev.truce.protocol.v2.OpenClass;
import dev.truce.protocol.v2.PreviewAct;
import dev.truce.protocol.v2.ReadClass;
import dev.truce.protocol.v2.ReadClassText;
import dev.truce.protocol.v2.RefuseDevice;
import dev.truce.protocol.v2.RemoveMember;
import dev.truce.protocol.v2.RenameMember;
import dev.truce.protocol.v2.SetDoors;
import dev.truce.protocol.v2.UndoAct;
import dev.truce.protocol.v2.WatchClass;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps what is wanted of a class, and what a desk does: for the wire and for the journal, a row a kind. */
public final class ClassFrames {
    private static final CodecTable<
                    ClassAct, dev.truce.protocol.v2.ClassAct, dev.truce.protocol.v2.ClassAct.Builder, KindCase>
            ACTS = new CodecTable<>(KindCase.class);

    private static final CodecTable<ClassRequest, ClientEnvelope, ClientEnvelope.Builder, BodyCase> REQUESTS =
            new CodecTable<>(BodyCase.class);

    private static final EnumTable<ClassRequest.ClassDocument, ClassDocument> DOCUMENTS =
            EnumTable.of(ClassRequest.ClassDocument.class, ClassDocument.class, "CLASS_DOCUMENT_");

    private static final EnumTable<ClassRequest.Naming, ClassNaming> NAMINGS =
            EnumTable.of(ClassRequest.Naming.class, ClassNaming.class, "CLASS_NAMING_");

    static {
        ofTables();
        ofMembers();
        ofTheClass();
        entering();
        atTheDesk();
    }

    private ClassFrames() {}

    private static void ofTables() {
        ACTS.row(
                ClassAct.AtTables.class,
                KindCase.AT_TABLES,
                (act, to) -> to.setAtTables(
                        AtTables.newBuilder().addAllTables(act.tables()).setAct(HostActCodec.toWire(act.act()))),
                (from, field) -> new ClassAct.AtTables(
                        tables(from.getAtTables().getTablesList(), field),
                        HostActCodec.toGame(from.getAtTables().getAct(), field + ".act")));
        ACTS.row(
                ClassAct.FillGaps.class,
                KindCase.FILL_GAPS,
                (act, to) -> to.setFillGaps(
                        FillGaps.newBuilder().addAllTables(act.tables()).setBot(act.bot())),
                (from, field) -> new ClassAct.FillGaps(
                        tables(from.getFillGaps().getTablesList(), field),
                        WireTexts.id(from.getFillGaps().getBot(), field + ".bot")));
    }

    private static void ofMembers() {
        ACTS.row(
                ClassAct.Move.class,
                KindCase.MOVE_MEMBER,
                (act, to) -> to.setMoveMember(MoveMember.newBuilder()
                        .setMember(act.member())
                        .setTable(act.table())
                        .setSeat(WireBoard.toWire(new Seat(act.side(), act.seat())))),
                (from, field) -> {
                    MoveMember move = from.getMoveMember();
                    int member = number(move.hasMember(), move.getMember(), field + ".member");
                    int table = number(move.hasTable(), move.getTable(), field + ".table");
                    Seat seat = WireBoard.toGame(move.getSeat(), field + ".seat");
                    return new ClassAct.Move(member, table, seat.side(), seat.number());
                });
        ACTS.row(
                ClassAct.Rename.class,
                KindCase.RENAME_MEMBER,
                (act, to) -> to.setRenameMember(
                        RenameMember.newBuilder().setMember(act.member()).setPseudonym(act.pseudonym())),
                (from, field) -> {
                    RenameMember rename = from.getRenameMember();
                    return new ClassAct.Rename(
                            number(rename.hasMember(), rename.getMember(), field + ".member"),
                            WireTexts.name(rename.getPseudonym(), field + ".pseudonym"));
                });
        ACTS.row(
                ClassAct.Remove.class,
                KindCase.REMOVE_MEMBER,
                (act, to) -> to.setRemoveMember(RemoveMember.newBuilder().setMember(act.member())),
                (from, field) -> new ClassAct.Remove(number(
                        from.getRemoveMember().hasMember(),
                        from.getRemoveMember().getMember(),
                        field + ".member")));
        ACTS.row(
                ClassAct.NewKey.class,
                KindCase.NEW_KEY,
                (act, to) -> to.setNewKey(NewKey.newBuilder().setMember(act.member())),
                (from, field) -> new ClassAct.NewKey(
                        number(from.getNewKey().hasMember(), from.getNewKey().getMember(), field + ".member")));
        ACTS.row(
                ClassAct.Admit.class,
                KindCase.ADMIT_DEVICE,
                (act, to) -> to.setAdmitDevice(AdmitDevice.newBuilder().setDevice(act.device())),
                (from, field) -> new ClassAct.Admit(number(
                        from.getAdmitDevice().hasDevice(), from.getAdmitDevice().getDevice(), field + ".device")));
        ACTS.row(
                ClassAct.Refuse.class,
                KindCase.REFUSE_DEVICE,
                (act, to) -> to.setRefuseDevice(RefuseDevice.newBuilder().setDevice(act.device())),
                (from, field) -> new ClassAct.Refuse(number(
                        from.getRefuseDevice().hasDevice(),
                        from.getRefuseDevice().getDevice(),
                        field + ".device")));
        ACTS.row(
                ClassAct.Erase.class,
                KindCase.ERASE_MEMBER,
                (act, to) -> to.setEraseMember(EraseMember.newBuilder().setMember(act.member())),
                (from, field) -> new ClassAct.Erase(number(
                        from.getEraseMember().hasMember(), from.getEraseMember().getMember(), field + ".member")));
    }

    private static void ofTheClass() {
        ACTS.row(
                ClassAct.Doors.class,
                KindCase.SET_DOORS,
                (act, to) -> to.setSetDoors(SetDoors.newBuilder().setOpen(act.open())),
                (from, field) -> {
                    require(from.getSetDoors().hasOpen(), field + ".open");
                    return new ClassAct.Doors(from.getSetDoors().getOpen());
                });
        ACTS.row(
                ClassAct.NewTicket.class,
                KindCase.NEW_TICKET,
                (act, to) -> to.setNewTicket(NewTicket.getDefaultInstance()),
                (from, field) -> new ClassAct.NewTicket());
        ACTS.row(
                ClassAct.Undo.class,
                KindCase.UNDO_ACT,
                (act, to) -> to.setUndoAct(UndoAct.newBuilder().setAct(act.act())),
                (from, field) -> new ClassAct.Undo(from.getUndoAct().getAct()));
        ACTS.row(
                ClassAct.Finish.class,
                KindCase.CLOSE_CLASS,
                (act, to) -> to.setCloseClass(CloseClass.getDefaultInstance()),
                (from, field) -> new ClassAct.Finish());
    }

    private static void entering() {
        REQUESTS.row(
                ClassRequest.Open.class,
                BodyCase.OPEN_CLASS,
                (open, to) -> to.setOpenClass(OpenClass.newBuilder()
                        .setKey(open.key())
                        .setDeskKey(open.deskKey())
                        .setTemplate(open.template())
                        .setList(open.list())),
                (from, field) -> new ClassRequest.Open(
                        WireTexts.id(from.getOpenClass().getKey(), field + ".key"),
                        WireTexts.id(from.getOpenClass().getDeskKey(), field + ".desk_key"),
                        WireTexts.template(from.getOpenClass().getTemplate(), field + ".template"),
                        WireTexts.list(from.getOpenClass().getList(), field + ".list")));
        REQUESTS.row(
                ClassRequest.Enter.class,
                BodyCase.ENTER_CLASS,
                (enter, to) -> to.setEnterClass(EnterClass.newBuilder()
                        .setKey(enter.key())
                        .setClassCode(enter.classCode())
                        .setStudent(enter.student())
                        .setStudentKey(enter.studentKey())),
                (from, field) -> new ClassRequest.Enter(
                        WireTexts.id(from.getEnterClass().getKey(), field + ".key"),
                        WireTexts.id(from.getEnterClass().getClassCode(), field + ".class_code"),
                        WireTexts.words(from.getEnterClass().getStudent(), field + ".student"),
                        WireTexts.name(from.getEnterClass().getStudentKey(), field + ".student_key")));
        REQUESTS.row(
                ClassRequest.CallForHelp.class,
                BodyCase.CALL_FOR_HELP,
                (call, to) -> to.setCallForHelp(CallForHelp.newBuilder().setText(call.text())),
                (from, field) -> new ClassRequest.CallForHelp(
                        WireTexts.words(from.getCallForHelp().getText(), field + ".text")));
        REQUESTS.row(
                ClassRequest.EnterDesk.class,
                BodyCase.ENTER_DESK,
                (enter, to) -> to.setEnterDesk(
                        EnterDesk.newBuilder().setClassCode(enter.classCode()).setSecret(enter.secret())),
                (from, field) -> new ClassRequest.EnterDesk(
                        WireTexts.id(from.getEnterDesk().getClassCode(), field + ".class_code"),
                        WireTexts.id(from.getEnterDesk().getSecret(), field + ".secret")));
        REQUESTS.row(
                ClassRequest.Watch.class,
                BodyCase.WATCH_CLASS,
                (watch, to) -> to.setWatchClass(WatchClass.newBuilder()
                        .setKey(watch.key())
                        .setClassCode(watch.classCode())
                        .setTable(watch.table())
                        .setDeskKey(watch.deskKey())),
                (from, field) -> new ClassRequest.Watch(
                        WireTexts.id(from.getWatchClass().getKey(), field + ".key"),
                        WireTexts.id(from.getWatchClass().getClassCode(), field + ".class_code"),
                        from.getWatchClass().getTable(),
                        WireTexts.ascii(from.getWatchClass().getDeskKey(), field + ".desk_key", Wire.ID_CHARACTERS)));
        REQUESTS.row(
                ClassRequest.ListAll.class,
                BodyCase.LIST_CLASSES,
                (list, to) -> to.setListClasses(ListClasses.newBuilder().setDeskKey(list.deskKey())),
                (from, field) -> new ClassRequest.ListAll(
                        WireTexts.id(from.getListClasses().getDeskKey(), field + ".desk_key")));
    }

    private static void atTheDesk() {
        REQUESTS.row(
                ClassRequest.Preview.class,
                BodyCase.PREVIEW_ACT,
                (preview, to) -> to.setPreviewAct(PreviewAct.newBuilder().setAct(toWire(preview.act()))),
                (from, field) ->
                        new ClassRequest.Preview(asked(from.getPreviewAct().getAct(), field + ".act")));
        REQUESTS.row(
                ClassRequest.Act.class,
                BodyCase.DESK_ACT,
                (act, to) -> to.setDeskAct(DeskAct.newBuilder()
                        .setKey(act.key())
                        .setAct(toWire(act.act()))
                        .setExpected(act.expected())),
                (from, field) -> new ClassRequest.Act(
                        WireTexts.id(from.getDeskAct().getKey(), field + ".key"),
                        asked(from.getDeskAct().getAct(), field + ".act"),
                        WireTexts.ascii(from.getDeskAct().getExpected(), field + ".expected", Wire.ID_CHARACTERS)));
        REQUESTS.row(
                ClassRequest.Read.class,
                BodyCase.READ_CLASS,
                (read, to) -> to.setReadClass(ReadClass.getDefaultInstance()),
                (from, field) -> new ClassRequest.Read());
        REQUESTS.row(
                ClassRequest.ReadText.class,
                BodyCase.READ_CLASS_TEXT,
                (read, to) -> to.setReadClassText(ReadClassText.newBuilder()
                        .setDocument(DOCUMENTS.toWire(read.document()))
                        .setLanguage(read.language())
                        .setNaming(NAMINGS.toWire(read.naming()))
                        .setPart(read.part())
                        .setClassCode(read.classCode())
                        .setDeskKey(read.deskKey())
                        .setTable(read.table())),
                (from, field) -> {
                    ReadClassText read = from.getReadClassText();
                    return new ClassRequest.ReadText(
                            DOCUMENTS.toGame(read.getDocument(), field + ".document"),
                            WireTexts.id(read.getLanguage(), field + ".language"),
                            NAMINGS.toGame(read.getNaming(), field + ".naming"),
                            read.getPart(),
                            WireTexts.ascii(read.getClassCode(), field + ".class_code", Wire.ID_CHARACTERS),
                            WireTexts.ascii(read.getDeskKey(), field + ".desk_key", Wire.ID_CHARACTERS),
                            read.getTable());
                });
    }

    private static List<Integer> tables(List<Integer> numbers, String field) throws UnreadableException {
        if (numbers.size() > ClassAct.MAX_TABLES) {
            throw new UnreadableException(
                    field + ".tables", "refused.malformed.count", "", ClassAct.MAX_TABLES, numbers.size());
        }
        return numbers;
    }

    private static int number(boolean given, int number, String field) throws UnreadableException {
        require(given, field);
        return number;
    }

    private static void require(boolean given, String field) throws UnreadableException {
        if (!given) {
            throw UnreadableException.missing(field);
        }
    }

    /** Returns the kinds of acts that have a row. */
    static Set<Class<? extends ClassAct>> acts() {
        return ACTS.types();
    }

    /** Returns the kinds of requests that have a row. */
    static Set<Class<? extends ClassRequest>> requests() {
        return REQUESTS.types();
    }

    /** Returns what the schema calls a request of a class, such as {@code OPEN_CLASS}; null for what is none. */
    public static @Nullable String nameOf(Class<?> request) {
        return REQUESTS.nameOf(request);
    }

    static boolean reads(BodyCase kind) {
        return REQUESTS.reads(kind);
    }

    static void write(ClassRequest request, ClientEnvelope.Builder to) {
        REQUESTS.write(request, to);
    }

    static ClassRequest read(ClientEnvelope from) throws UnreadableException {
        return REQUESTS.read(from, from.getBodyCase(), "");
    }

    /** Returns an act as the schema has it, for the wire and for the journal. */
    public static dev.truce.protocol.v2.ClassAct toWire(ClassAct act) {
        dev.truce.protocol.v2.ClassAct.Builder to = dev.truce.protocol.v2.ClassAct.newBuilder();
        ACTS.write(act, to);
        return to.build();
    }

    private static ClassAct toGame(dev.truce.protocol.v2.ClassAct from, String field) throws UnreadableException {
        return ACTS.read(from, from.getKindCase(), field);
    }

    /** Reads what a desk asks for. The journal may have acts that name a table twice, so only here is it refused. */
    private static ClassAct asked(dev.truce.protocol.v2.ClassAct from, String field) throws UnreadableException {
        ClassAct act = toGame(from, field);
        String kind = from.getKindCase().name().toLowerCase(Locale.ROOT);
        Set<Integer> named = new HashSet<>();
        for (int table : tables(act)) {
            if (!named.add(table)) {
                throw new UnreadableException(
                        field + "." + kind + ".tables", "refused.malformed.two-tables", "", table);
            }
        }
        return act;
    }

    private static List<Integer> tables(ClassAct act) {
        if (act instanceof ClassAct.AtTables at) {
            return at.tables();
        }
        return act instanceof ClassAct.FillGaps gaps ? gaps.tables() : List.of();
    }

    /**
     * Reads an act that the journal has.
     *
     * @throws IllegalArgumentException if it is none, or was written by a newer version
     */
    public static ClassAct act(dev.truce.protocol.v2.ClassAct stored) {
        return stored(() -> toGame(stored, "act"));
    }

    /** Returns what is done with the match of a table as the schema has it. */
    public static dev.truce.protocol.v2.HostAct hostAct(HostAct act) {
        return HostActCodec.toWire(act);
    }

    /**
     * Reads what is done with the match of a table from the journal.
     *
     * @throws IllegalArgumentException if it is no act, or was written by a newer version
     */
    public static HostAct hostAct(dev.truce.protocol.v2.HostAct stored) {
        return stored(() -> HostActCodec.toGame(stored, "act"));
    }

    /** Returns a seat as the schema has it. */
    public static dev.truce.protocol.v2.Seat seat(Seat seat) {
        return WireBoard.toWire(seat);
    }

    /**
     * Reads a seat that the journal has.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Seat seat(dev.truce.protocol.v2.Seat stored) {
        return stored(() -> WireBoard.toGame(stored, "seat"));
    }

    private interface Stored<T> {
        T read() throws UnreadableException;
    }

    private static <T> T stored(Stored<T> stored) {
        try {
            return stored.read();
        } catch (UnreadableException e) {
            throw new IllegalArgumentException("what the journal keeps of a class cannot be read", e);
        }
    }
}
