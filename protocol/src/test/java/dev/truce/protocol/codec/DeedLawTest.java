package dev.truce.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.DeedReader;
import dev.truce.match.notation.HostActNotation;
import dev.truce.protocol.journal.v2.StoredDeadlinePassed;
import dev.truce.protocol.journal.v2.StoredInput;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.scenario.Scenarios;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a seat does is the same on the wire, in the journal and as it is written, and comes back as it was. */
class DeedLawTest {
    private static final Scenario BUSAN = Scenarios.busan2025();

    @Property(tries = 2_000)
    void aDeedComesBackFromTheWireTheJournalAndItsNotation(
            @ForAll long seed,
            @ForAll Side side,
            @ForAll @IntRange(min = 0, max = 4) int number,
            @ForAll @IntRange(min = 1, max = 64) int round,
            @ForAll("words") String words)
            throws Exception {
        SplitMix64 random = new SplitMix64(seed);
        for (Class<?> kind : Deed.class.getPermittedSubclasses()) {
            Deed deed = deed(kind, random, side, words);
            ClientMessage.Do asked = new ClientMessage.Do("m", round, "key-1", deed);
            byte[] wire = ClientFrames.toWire(new ClientFrame(Wire.PROTO_VERSION, "", 1, 0, asked))
                    .toByteArray();
            ClientMessage.Do heard = (ClientMessage.Do)
                    ClientFrames.toGame(ClientEnvelope.parseFrom(wire)).body();
            assertThat(heard).isEqualTo(asked);
            Input.Does does = new Input.Does(new Seat(side, number), round, heard.key(), heard.deed());
            Input.Does kept = (Input.Does) InputCodec.of(InputCodec.toBytes(does));
            assertThat(kept).isEqualTo(does);
            String text = DeedNotation.of(kept.deed(), round, BUSAN);
            assertThat(new DeedReader(side, round, BUSAN).deed(text)).as(text).isEqualTo(Reply.done(deed));
        }
    }

    @Property(tries = 500)
    void anActOfTheHostComesBackFromTheWireTheJournalAndItsNotation(
            @ForAll @IntRange(min = 1, max = 64) int round, @ForAll long number, @ForAll("words") String words)
            throws Exception {
        Set<Class<?>> kinds = kinds(HostAct.class);
        assertThat(kinds).contains(HostAct.Start.class, HostAct.PlayCard.class, HostAct.Abandon.class);
        for (Class<?> kind : kinds) {
            HostAct act = (HostAct) act(kind, round, words);
            ClientMessage.Direct asked = new ClientMessage.Direct("m", act, 0);
            byte[] wire = ClientFrames.toWire(new ClientFrame(Wire.PROTO_VERSION, "", 1, 0, asked))
                    .toByteArray();
            assertThat(ClientFrames.toGame(ClientEnvelope.parseFrom(wire)).body())
                    .isEqualTo(asked);
            Input hosts = new Input.Hosts(new By.Host(), number, act);
            assertThat(InputCodec.of(InputCodec.toBytes(hosts))).isEqualTo(hosts);
            assertThat(HostActNotation.read(HostActNotation.of(act), 1)).contains(act);
        }
    }

    @Property(tries = 200)
    void anActOfADeskComesBackFromTheWireTheJournalAndItsNotation(
            @ForAll @IntRange(min = 1, max = 64) int round, @ForAll("words") String words) throws Exception {
        List<ClassAct> acts = new ArrayList<>();
        for (Class<?> kind : ClassAct.class.getPermittedSubclasses()) {
            if (kind != ClassAct.AtTables.class) {
                acts.add((ClassAct) act(kind, round, words));
            }
        }
        for (Class<?> kind : kinds(HostAct.class)) {
            acts.add(new ClassAct.AtTables(List.of(2, 5), (HostAct) act(kind, round, words)));
            acts.add(new ClassAct.AtTables(List.of(), (HostAct) act(kind, round, words)));
        }
        for (ClassAct act : acts) {
            ClientMessage asked = new ClientMessage.OfClass(new ClassRequest.Act("key-1", act, ""));
            byte[] wire = ClientFrames.toWire(new ClientFrame(Wire.PROTO_VERSION, "", 1, 0, asked))
                    .toByteArray();
            assertThat(ClientFrames.toGame(ClientEnvelope.parseFrom(wire)).body())
                    .isEqualTo(asked);
            assertThat(ClassFrames.act(ClassFrames.toWire(act))).isEqualTo(act);
            assertThat(ClassActNotation.read(ClassActNotation.of(act), 1)).contains(act);
        }
    }

    @Test
    void theJournalKeepsTheBytesOfTheWire() {
        Deed deed = new Deed.Say(Channel.PUBLIC, "好", new Statement.Warn());
        byte[] wire = DeedWire.toWire(deed).toByteArray();
        byte[] kept = InputCodec.toBytes(new Input.Does(Seat.US_HEAD, 1, "key-1", deed));
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains(new String(wire, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void everyStatementHasARow() {
        assertThat(StatementCodec.kinds()).isEqualTo(kinds(Statement.class));
    }

    /** The kinds of a sealed family, those of the families in it too. */
    private static Set<Class<?>> kinds(Class<?> family) {
        Set<Class<?>> kinds = new LinkedHashSet<>();
        for (Class<?> kind : family.getPermittedSubclasses()) {
            kinds.addAll(kind.isSealed() ? kinds(kind) : Set.of(kind));
        }
        return kinds;
    }

    /**
     * An act of any kind: a whole number of it is the round, the card of a card is one, a bot has a name, what is expected a hash, and all
     * other texts are words.
     */
    private static Object act(Class<?> kind, int round, String words) throws ReflectiveOperationException {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : kind.getRecordComponents()) {
            types.add(component.getType());
            if (component.getType() == int.class) {
                values.add(component.getName().equals("seat") ? round % 5 : round);
            } else if (component.getType() == long.class) {
                values.add(1_000L * round);
            } else if (component.getType() == Side.class) {
                values.add(Side.CN);
            } else if (component.getType() == boolean.class) {
                values.add(round % 2 == 0);
            } else if (component.getType() == List.class) {
                values.add(List.of(round));
            } else {
                values.add(
                        switch (component.getName()) {
                            case "card" -> "leak CN.SOY";
                            case "bot" -> "negotiator";
                            case "pseudonym" -> "Otter \\ \"2\"";
                            case "expected" -> "0123456789abcdef";
                            default -> words;
                        });
            }
        }
        return kind.getDeclaredConstructor(types.toArray(Class<?>[]::new)).newInstance(values.toArray());
    }

    @Test
    void aDeadlineIsKept() {
        Input passed = Input.Hosts.timeUp(12, 31);
        assertThat(InputCodec.of(InputCodec.toBytes(passed))).isEqualTo(passed);
    }

    @Test
    void aDeadlineOfAnOlderJournalIsThatOfTheOneTimerOfItsRound() {
        byte[] old = StoredInput.newBuilder()
                .setDeadlinePassed(StoredDeadlinePassed.newBuilder().setRound(3))
                .build()
                .toByteArray();
        assertThat(InputCodec.of(old)).isEqualTo(Input.Hosts.timeUp(3, 3));
    }

    @Test
    void whoAskedForAnActIsKept() {
        for (By by : List.of(new By.Host(), new By.Desk(2), new By.Clock(), new By.Policy())) {
            Input acted = new Input.Hosts(by, 41, new HostAct.Start());
            assertThat(InputCodec.of(InputCodec.toBytes(acted))).isEqualTo(acted);
        }
    }

    @Test
    void whatIsNoInputIsNotTakenForOne() {
        for (byte[] bytes : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[] {10, 0}, new byte[] {18, 0})) {
            assertThatThrownBy(() -> InputCodec.of(bytes)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Words with everything that a line, a quote or a terminal could trip over. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("ab\"\\{};；＝，|#- \n\r\t\u0000\u001b\u202e\u200b\u6211")
                .ofMinLength(1)
                .ofMaxLength(120);
    }

    private static Deed deed(Class<?> kind, SplitMix64 random, Side side, String words)
            throws ReflectiveOperationException {
        OfferId theirs = new OfferId(side.other(), 1 + random.nextInt(9999));
        return switch (kind.getSimpleName()) {
            case "Submit" ->
                new Deed.Submit(
                        orders(random, side),
                        random.nextInt(2) == 0 ? null : new Deed.Ready(random.nextInt(2) == 0, random.nextInt(500)));
            case "Undo" -> new Deed.Undo();
            case "Ready" -> new Deed.Ready(random.nextInt(2) == 0, random.nextInt(500));
            case "MakeOffer" -> new Deed.MakeOffer(terms(random), random.nextInt(2) == 0 ? theirs : null);
            case "Accept" -> new Deed.Accept(theirs, String.format("%016x", random.nextLong()));
            case "Refuse" -> new Deed.Refuse(theirs);
            case "Withdraw" -> new Deed.Withdraw(new OfferId(side, 1 + random.nextInt(9999)));
            case "GiveNotice" -> new Deed.GiveNotice(random.nextInt(2) == 0);
            case "Judge" ->
                new Deed.Judge(
                        BUSAN.instruments().of(side.other()).get(random.nextInt(9)),
                        AccusationChoice.values()[random.nextInt(3)]);
            case "Say" -> say(random, side, words);
            case "PutDraft" -> new Deed.PutDraft(orders(random, side));
            case "Vote" -> new Deed.Vote(random.nextInt(5), random.nextInt(2) == 0);
            default -> (Deed) act(kind, 1 + random.nextInt(64), words);
        };
    }

    private static Deed say(SplitMix64 random, Side side, String words) {
        Channel channel = Channel.values()[random.nextInt(3)];
        return switch (random.nextInt(5)) {
            case 0 -> new Deed.Say(channel, words, null);
            case 3 ->
                new Deed.Say(
                        channel,
                        words,
                        new Statement.Guard(BUSAN.instruments().of(side).get(random.nextInt(9))));
            case 1 -> new Deed.Say(channel, "", new Statement.Reassure());
            case 2 -> new Deed.Say(channel, words, new Statement.Warn());
            default -> new Deed.Say(channel, words, threat(random, side));
        };
    }

    private static Statement threat(SplitMix64 random, Side side) {
        Pledge own = pledge(random, BUSAN.instruments().of(side).get(random.nextInt(9)));
        Pledge other = pledge(random, BUSAN.instruments().of(side.other()).get(random.nextInt(9)));
        return new Statement.Threaten(
                own.instrument(), own.bound(), 1 + random.nextInt(64), random.nextInt(2) == 0 ? null : other);
    }

    private static List<RequestedOrder> orders(SplitMix64 random, Side side) {
        List<RequestedOrder> orders = new ArrayList<>();
        for (Instrument instrument : BUSAN.instruments().of(side)) {
            if (random.nextInt(3) == 0) {
                orders.add(new RequestedOrder(
                        instrument.ordinal(), pledge(random, instrument).bound()));
            }
        }
        return orders;
    }

    private static Terms terms(SplitMix64 random) {
        int rounds = 1 + random.nextInt(8);
        boolean communique = random.nextInt(2) == 0;
        List<Pledge> pledges = new ArrayList<>();
        for (Instrument instrument : BUSAN.instruments().all()) {
            if (random.nextInt(3) == 0) {
                pledges.add(pledge(random, instrument));
            }
        }
        if (pledges.isEmpty()) {
            return new Terms.Renewal(rounds, false);
        }
        Terms.Package terms = new Terms.Package(pledges, rounds, false);
        return terms.lasting(Math.min(rounds, BUSAN.layering().mostRounds(terms)))
                .published(communique && BUSAN.layering().isAgreement(terms, true));
    }

    private static Pledge pledge(SplitMix64 random, Instrument instrument) {
        return new Pledge(
                instrument, random.nextInt(BUSAN.spec(instrument).ladder().size()));
    }
}
