package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Ruling;
import dev.truce.match.Seat;
import dev.truce.match.deed.By;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * An owner of the room who presses everything at random, between seats that play: the referee checks its invariants after every input,
 * a model checks what of time it knows, and each match is replayed and its record verified.
 */
class RandomActsTest {
    private static final int MATCHES = 60;
    private static final List<String> BOTS = List.of("hold", "match", "negotiator");

    private int acts;

    @Test
    void whateverIsPressedTheMatchStaysSound() {
        for (int seed = 1; seed <= MATCHES; seed++) {
            play(seed);
        }
        assertThat(acts).isGreaterThan(1_000);
    }

    private void play(int seed) {
        SplitMix64 random = new SplitMix64(seed);
        Table table = new Table(
                Table.setup(10, seed),
                Table.terms(seed % 3 == 0 ? 0 : 60_000)
                        .withGrace(seed % 2 == 0 ? 15_000 : 0)
                        .withPace(seed % 4 == 1 ? RoundPace.GATED : RoundPace.FREE));
        table.start();
        long number = 0;
        boolean paused = false;
        for (int i = 0; i < 400 && !table.referee.isOver(); i++) {
            Input input = random.nextInt(3) == 0
                    ? new Input.Hosts(new By.Desk(1), ++number, act(table, random))
                    : does(table, random);
            int before = table.referee.state().round();
            long timer = table.referee.timer();
            Ruling ruling = table.hand(input);
            boolean taken = !ruling.effects().isEmpty();
            acts += taken && input instanceof Input.Hosts ? 1 : 0;
            if (taken && input instanceof Input.Does) {
                assertThat(paused).as("a seat acts in a pause, seed %d", seed).isFalse();
            }
            if (input instanceof Input.Hosts hosts) {
                paused = pausedAfter(paused, hosts.act(), taken);
                if (hosts.act() instanceof HostAct.TimeUp up && up.timer() != timer) {
                    assertThat(ruling.effects()).isEmpty();
                }
                assertThat(table.hand(input).effects())
                        .as("one act, one effect, seed %d: %s", seed, hosts.act())
                        .satisfies(
                                again -> assertThat(taken && !again.isEmpty()).isFalse());
            }
            assertThat(table.isTimerHeld())
                    .as("a timer stands in a pause and at no other time, seed %d", seed)
                    .isEqualTo(paused && !table.timers.isEmpty());
            assertThat(ruling.effects().stream().filter(Effect.Append.class::isInstance))
                    .hasSize(taken ? 1 : 0);
            assertThat(table.referee.state().round() - before).isBetween(0, 1);
        }
        Referee again = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        assertThat(again.chain()).isEqualTo(table.referee.chain());
        assertThat(again.timer()).isEqualTo(table.referee.timer());
        assertThat(again.standIns()).isEqualTo(table.referee.standIns());
        assertThat(again.stateHash()).isEqualTo(table.referee.stateHash());
        String text = RecordText.write(table.referee.record(), Table.RULES.scenario());
        RecordReading reading = RecordReader.read(text, id -> Optional.of(Table.RULES.scenario()));
        assertThat(reading).isInstanceOf(RecordReading.Read.class);
        assertThat(Verification.verify(((RecordReading.Read) reading).match(), Table.RULES))
                .as("seed %d", seed)
                .isInstanceOf(Verification.Verified.class);
    }

    private static boolean pausedAfter(boolean paused, HostAct act, boolean taken) {
        return (taken && act instanceof HostAct.Pause) || (paused && !(taken && act instanceof HostAct.Unpause));
    }

    private static Input does(Table table, SplitMix64 random) {
        Seat seat = Seat.head(random.nextInt(2) == 0 ? Side.US : Side.CN);
        int round = Math.max(1, table.referee.openRound());
        List<Deed> deeds = new ArrayList<>(
                List.of(new Deed.Undo(), new Deed.Ready(random.nextInt(4) > 0, table.heardBy(seat.side()))));
        deeds.add(new Deed.Submit(table.atRandom(seat.side(), random).list().stream()
                .map(RequestedOrder::of)
                .toList()));
        return new Input.Does(seat, round, table.nextMoveId(), deeds.get(random.nextInt(deeds.size())));
    }

    private HostAct act(Table table, SplitMix64 random) {
        int round = Math.max(1, table.referee.openRound() - (random.nextInt(10) == 0 ? 1 : 0));
        Side side = random.nextInt(2) == 0 ? Side.US : Side.CN;
        return switch (random.nextInt(table.terms.rounds().pace() == RoundPace.GATED ? 20 : 16)) {
            case 0, 1 -> new HostAct.Pause();
            case 2, 3, 4 -> new HostAct.Unpause();
            case 5 -> new HostAct.Extend(round, (random.nextInt(3) == 0 ? -1 : 1) * (1L + random.nextInt(90_000)));
            case 6 -> new HostAct.Grant(round, 1L + random.nextInt(90_000), side, 0);
            case 7 -> new HostAct.Advance(round, random.nextInt(2) == 0 ? "" : shown(table, round));
            case 8 -> random.nextInt(2) == 0 ? new HostAct.Announce(0, "on") : new HostAct.Message(Side.US, 0, "on");
            case 9 -> new HostAct.StandIn(side, 0, BOTS.get(random.nextInt(BOTS.size())));
            case 10 -> new HostAct.HandBack(side, 0);
            case 11 -> new HostAct.PlayCard(round + random.nextInt(2), "leak CN.SOY");
            case 12 -> new HostAct.TimeUp(round, table.referee.timer() - random.nextInt(2));
            case 15 -> new HostAct.EndWith(8 + random.nextInt(3));
            case 13, 16, 17 -> new HostAct.Reveal(round);
            default -> new HostAct.OpenRound(table.referee.state().openRound(), random.nextInt(3) * 60_000L);
        };
    }

    /** What a preview says now; it is asked of a copy, so that asking leaves no trace here. */
    private static String shown(Table table, int round) {
        Referee copy = Referee.replay(Table.RULES, table.setup, table.terms, table.journal);
        Verdict verdict =
                copy.handle(new Input.Hosts(new HostAct.Advance(round, ""))).verdict();
        Refusal refusal = verdict.refusal();
        return refusal == null ? "" : refusal.legal();
    }
}
