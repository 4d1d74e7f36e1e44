package dev.truce.web.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.web.screen.RoomScreen;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a delegation in a room is shown of its accusation, and who of it decides, against the real referee. */
class AccusedDelegationTest {
    private static final int MOST_ROUNDS = 9;
    private static final Phrases ENGLISH = Bundles.of(Language.EN);
    private static final Scenario SCENARIO = Scenarios.ids().stream()
            .map(Scenarios::named)
            .filter(each -> each.accusations().exist())
            .findFirst()
            .orElseThrow();

    private final RoomServer server;
    private RoomEntry room;
    private RoomScreen screen;

    AccusedDelegationTest() {
        Delegation us = new Delegation(
                Side.US, DelegationMode.PORTFOLIO, List.of(new Minister(1, List.of(Portfolio.US_TRADE))));
        server = new RoomServer(Rules.of(SCENARIO), SCENARIO.hash(), new Seat(Side.US, 1), List.of(us));
        room = server.page(null);
        screen = new RoomScreen(room);
    }

    private void comes(@Nullable ResumeTicket ticket) {
        room = server.page(ticket);
        screen = new RoomScreen(room);
        if (ticket == null) {
            room.join("CODE", null, null, "Bo", "device");
        } else {
            room.comeBack(false);
        }
        server.connects(room.line());
        server.says(new ServerMessage.RoomChanged(
                "CODE",
                List.of(
                        new Occupant(Seat.US_HEAD, "Ann", false, true),
                        new Occupant(new Seat(Side.US, 1), "Bo", false, true, List.of(Portfolio.US_TRADE)),
                        new Occupant(Seat.CN_HEAD, "Cho", false, true)),
                DelegationMode.PORTFOLIO,
                false,
                Set.of()));
        server.heardBy(room);
    }

    private Map<?, ?> accusation() {
        server.heardBy(room);
        // The round that has closed is told first.
        screen.answer("on", "", ENGLISH);
        return (Map<?, ?>) Objects.requireNonNull(screen.screen(ENGLISH).get("accusation"));
    }

    private List<Object> chosen() {
        return ((List<?>) Objects.requireNonNull(accusation().get("choices")))
                .stream()
                        .filter(each -> Boolean.TRUE.equals(((Map<?, ?>) each).get("chosen")))
                        .<Object>map(each -> Objects.requireNonNull(((Map<?, ?>) each).get("name")))
                        .toList();
    }

    private List<?> advice() {
        return (List<?>) Objects.requireNonNull(accusation().get("advice"));
    }

    private List<String> lines() {
        return ((List<?>) Objects.requireNonNull(accusation().get("choices")))
                .stream()
                        .map(each -> Objects.requireNonNull(((Map<?, ?>) each).get("line"))
                                .toString())
                        .toList();
    }

    @Test
    void aMinisterSeesWhatTheHeadDecidesAndAdvises() {
        comes(null);
        for (int round = 1; accusation().get("title") == null; round++) {
            assertThat(round).as("China falls short as far as it can").isLessThan(MOST_ROUNDS);
            server.does(
                    Seat.CN_HEAD, AskedOrders.submit(Orders.of(List.of(new Order(Instrument.CN_SOY_PURCHASES, 0)))));
            server.does(Seat.US_HEAD, new Deed.Ready(true, 0));
            server.does(Seat.CN_HEAD, new Deed.Ready(true, 0));
            screen.answer("ready", "", ENGLISH);
            server.heardBy(room);
        }
        assertThat(accusation().get("only")).isEqualTo(ENGLISH.of("web.accuse.only"));
        assertThat(chosen()).containsExactly("let it rest");
        screen.answer("type", "judge CN.SOY inspect", ENGLISH);
        server.heardBy(room);
        assertThat(screen.screen(ENGLISH).get("said")).isEqualTo(ENGLISH.of("refused.only_the_head.judge"));
        assertThat(chosen()).containsExactly("let it rest");
        assertThat(advice()).isEmpty();
        screen.answer("type", lines().get(1), ENGLISH);
        server.heardBy(room);
        assertThat(lines().get(1)).isEqualTo("whisper judge CN.SOY inspect");
        assertThat(chosen()).as("advice decides nothing").containsExactly("let it rest");
        assertThat(advice())
                .singleElement()
                .asString()
                .contains("US.1", "inspect")
                .doesNotContain("judge");

        server.does(Seat.US_HEAD, new Deed.Judge(Instrument.CN_SOY_PURCHASES, AccusationChoice.SUSPEND));
        assertThat(chosen()).containsExactly("suspend");
        ResumeTicket kept =
                new ResumeTicket(Objects.requireNonNull(room.ticket()).token(), 0);
        server.drop();
        comes(kept);
        assertThat(chosen()).as("after a reload").containsExactly("suspend");
    }
}
