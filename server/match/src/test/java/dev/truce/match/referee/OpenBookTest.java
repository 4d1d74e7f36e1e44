package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An omniscient viewer hears everything about resolved rounds, and about the open round only what the public hears. */
class OpenBookTest {
    private static final int ROUNDS = 6;

    @Test
    void whispersAndOffersOfTheOpenRoundAreHeardWhenItIsClosed() {
        Table table = Table.open(3, DelegationMode.HEAD, 2);
        int before = table.told(Viewer.OMNISCIENT).size();
        table.at("US.1").drafts("PORT=80");
        table.at("US.head").votes("US.1", true);
        table.at("US.head").says(Channel.DELEGATION, "we need the port");
        table.at("US.head").says(Channel.OTHER_SIDE, "let us talk");
        table.at("US.head").offers("renewal 4");
        assertThat(table.told(Viewer.OMNISCIENT)).hasSize(before);
        assertThat(secrets(table.referee.history(Viewer.OMNISCIENT))).isEmpty();

        table.everybodyIsReady();
        List<Notice> told = table.told(Viewer.OMNISCIENT);
        List<Notice> secrets = secrets(told);
        assertThat(secrets).hasSize(5).isEqualTo(secrets(table.told(Viewer.US)));
        int resolved = indexOf(told, Notice.RoundResolved.class);
        assertThat(told.subList(resolved - 5, resolved))
                .as("before the round's result")
                .isEqualTo(secrets);
    }

    @Test
    void anOfferThatIsAnsweredInTheOpenRoundLooksAsItDidWhenTheRoundOpened() {
        Table table = Table.open(3);
        table.seat("US").offers("renewal 4");
        table.everybodyIsReady();
        List<Notice> opened = table.referee.history(Viewer.OMNISCIENT);
        assertThat(secrets(opened)).containsExactly(new Notice.OfferChanged(table.offer("US-1"), 1));
        table.seat("CN").refuses("US-1");
        assertThat(table.status("US-1")).isEqualTo(OfferStatus.REFUSED);
        assertThat(table.referee.history(Viewer.OMNISCIENT)).isEqualTo(opened);
        table.everybodyIsReady();
        assertThat(secrets(table.referee.history(Viewer.OMNISCIENT)))
                .containsExactly(new Notice.OfferChanged(table.offer("US-1"), 2));
    }

    @Test
    void whatWasSaidInARoundThatIsNeverResolvedStaysSecret() {
        Table table = Table.open(3);
        table.seat("US").offers("renewal 4");
        table.seat("CN").says(Channel.OTHER_SIDE, "no");
        table.hand(new Input.Hosts(new HostAct.Abandon("the bell rang")));
        assertThat(secrets(table.told(Viewer.OMNISCIENT))).isEmpty();
        assertThat(secrets(table.referee.history(Viewer.OMNISCIENT))).isEmpty();
        assertThat(table.told(Viewer.OMNISCIENT)).last().isInstanceOf(Notice.MatchOver.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void atAnyMomentTheOpenRoundIsAsPublicForTheOmniscientAsForAll(long seed) {
        Table table = new Table(Table.setup(ROUNDS, seed), Table.terms(DelegationMode.HEAD, 3));
        OfferModel model = new OfferModel(ROUNDS);
        Haggler haggler = new Haggler(table, model, seed);
        SplitMix64 random = new SplitMix64(seed + 1_000);
        table.start();
        while (!table.referee.isOver()) {
            int round = table.referee.openRound();
            for (int i = 0; i < 20; i++) {
                Input.Does move = i % 3 == 0 ? inside(table, random) : haggler.next();
                if (table.hand(move).verdict().isAccepted()) {
                    model.take(move);
                }
                assertThat(ofOpenRound(table.told(Viewer.OMNISCIENT)))
                        .isEqualTo(ofOpenRound(table.told(Viewer.PUBLIC)));
                assertThat(secretsOf(round, table.referee.history(Viewer.OMNISCIENT)))
                        .isEqualTo(secretsOf(round, table.referee.history(Viewer.PUBLIC)));
            }
            table.everybodyIsReady();
            for (Side side : Side.values()) {
                assertThat(secretsOf(round, table.told(Viewer.OMNISCIENT)))
                        .filteredOn(notice -> !isInside(notice, side.other()))
                        .isEqualTo(secretsOf(round, table.told(Viewer.of(side))));
            }
            // The model's own verdict on the round does not matter here, only that it knows the offers.
            model.close(round, false, table.referee.isOver());
        }
        assertThat(secrets(table.told(Viewer.OMNISCIENT))).hasSizeGreaterThan(40);
        Table again = new Table(table.setup, table.terms);
        table.journal.forEach(again::hand);
        assertThat(again.told(Viewer.OMNISCIENT)).isEqualTo(table.told(Viewer.OMNISCIENT));
    }

    /** What is said, drafted or voted inside of a delegation. */
    private static Input.Does inside(Table table, SplitMix64 random) {
        Side side = random.nextInt(2) == 0 ? Side.US : Side.CN;
        Seat seat = new Seat(side, random.nextInt(3));
        int round = table.referee.openRound();
        String key = table.nextMoveId();
        return switch (random.nextInt(3)) {
            case 0 -> new Input.Does(seat, round, key, new Deed.Say(Channel.DELEGATION, "between us " + key, null));
            case 1 -> new Input.Does(seat, round, key, new Deed.PutDraft(List.of()));
            default -> new Input.Does(seat, round, key, new Deed.Vote(random.nextInt(3), random.nextInt(2) == 0));
        };
    }

    private static boolean isInside(Notice notice, Side side) {
        return notice instanceof Notice.Said said
                        && said.channel() == Channel.DELEGATION
                        && said.seat().side() == side
                || notice instanceof Notice.Drafted drafted && drafted.seat().side() == side
                || notice instanceof Notice.Voted voted && voted.seat().side() == side;
    }

    private static List<Notice> ofOpenRound(List<Notice> told) {
        int opened = 0;
        for (int i = 0; i < told.size(); i++) {
            opened = told.get(i) instanceof Notice.RoundOpened ? i : opened;
        }
        return told.subList(opened + 1, told.size());
    }

    private static int indexOf(List<Notice> told, Class<? extends Notice> type) {
        int at = 0;
        while (!type.isInstance(told.get(at))) {
            at++;
        }
        return at;
    }

    private static List<Notice> secrets(List<Notice> told) {
        List<Notice> secrets = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            secrets.addAll(secretsOf(round, told));
        }
        return secrets;
    }

    /** What was told of a round that not everybody hears at once. */
    private static List<Notice> secretsOf(int round, List<Notice> told) {
        List<Notice> secrets = new ArrayList<>();
        for (Notice notice : told) {
            boolean secret = notice instanceof Notice.OfferChanged changed && changed.round() == round
                    || notice instanceof Notice.Said said && said.round() == round && said.channel() != Channel.PUBLIC
                    || notice instanceof Notice.Drafted drafted && drafted.round() == round
                    || notice instanceof Notice.Voted voted && voted.round() == round;
            if (secret) {
                secrets.add(notice);
            }
        }
        return secrets;
    }
}
