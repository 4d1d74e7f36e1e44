package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.truce.cli.screen.RealMatch;
import dev.truce.cli.screen.ViewFixture;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.card.CardKind;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.heard.Hearing;
import dev.truce.story.heard.Hearing.Listener;
import dev.truce.story.heard.Telling;
import dev.truce.story.heard.Telling.Kind;
import dev.truce.story.page.Page;
import dev.truce.story.print.ColumnsPrinter;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.print.SentencesPrinter;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** One listener for all screens: what a terminal is told of a stream, the page is told too, in the same order and with the same parts. */
class OneListenerTest {
    private static final Rules RULES = Rules.of(ViewFixture.BUSAN);
    private static final List<String> BOTS = List.of("negotiator", "choker", "liar", "hawk", "tft");
    private static final int MATCHES = 6;
    private static final int ROUNDS = 4;
    private static final Orders ORDERS = Orders.of(List.of(new Order(Instrument.US_FENTANYL_TARIFF, 3)));

    private final SplittableRandom random = new SplittableRandom(0x7f3a91c2d84be650L);

    private boolean heads() {
        return random.nextBoolean();
    }

    /** The texts of a language without those that the page alone has, which name its buttons where others name commands. */
    private static Wording words(Language language) {
        Phrases all = Bundles.of(language);
        Map<String, String> shared = new TreeMap<>();
        all.keys().stream().filter(key -> !key.endsWith(".page")).forEach(key -> shared.put(key, all.pattern(key)));
        return new Wording(ViewFixture.BUSAN, new Phrases(language, shared), UnaryOperator.identity());
    }

    private static Hearing hearing(Listener listener) {
        SeatBoard board = new SeatBoard(RULES, Seat.US_HEAD);
        return new Hearing(listener, board, false, List.of(), () -> {
            Orders saved = board.sealed();
            return words -> saved == null ? words.text("saved.nothing") : words.orders(saved, board::level);
        });
    }

    /** A match of bots, between the notices of which others do something. */
    private List<Heard> stream(boolean delegations) {
        String us = BOTS.get(random.nextInt(BOTS.size()));
        String cn = BOTS.get(random.nextInt(BOTS.size()));
        List<Heard> all = new ArrayList<>();
        all.add(new Heard.Seed(heads() ? SeedNotice.CHOSEN : SeedNotice.DRAWN));
        all.add(room(delegations, false));
        int round = 0;
        for (Notice notice :
                RealMatch.play(us, cn, random.nextInt(1000), ROUNDS).notices(Viewer.US)) {
            if (notice instanceof Notice.RoundOpened opened) {
                round = opened.observation().openRound();
            }
            boolean timed = notice instanceof Notice.RoundOpened;
            all.add(new Heard.Told(notice, timed ? 400_000L * round : 0));
            if (round > 0 && !(notice instanceof Notice.MatchOver)) {
                all.addAll(beside(round, delegations));
            }
            if (notice instanceof Notice.OfferChanged changed && heads()) {
                Offer again = changed.offer();
                all.add(new Heard.Told(new Notice.OfferChanged(again, changed.round()), 0));
            }
        }
        return all;
    }

    private static Heard room(boolean delegations, boolean bot) {
        List<Occupant> seats = new ArrayList<>(List.of(new Occupant(Seat.US_HEAD, "Ann", false, true)));
        if (delegations) {
            seats.add(new Occupant(new Seat(Side.US, 1), "Bo", false, true, List.of()));
        }
        seats.add(new Occupant(Seat.CN_HEAD, "Li", bot, true));
        return new Heard.Room("ROOM", seats, delegations ? DelegationMode.HEAD : null);
    }

    private List<Heard> beside(int round, boolean delegations) {
        Seat minister = new Seat(Side.US, 1);
        Seat any = heads() ? Seat.US_HEAD : Seat.CN_HEAD;
        Notice told = switch (random.nextInt(24)) {
            case 0 -> new Notice.HostActed(new HostAct.Announce(0, "We begin"), round);
            case 1 -> new Notice.HostActed(new HostAct.Message(Side.US, 0, "Look at the news"), round);
            case 2 -> clock(round, true, Notice.ClockChanged.Cause.PAUSED);
            case 3 -> clock(round, false, Notice.ClockChanged.Cause.UNPAUSED);
            case 4 -> clock(round - 1, false, Notice.ClockChanged.Cause.EXTENDED);
            case 5 -> clock(round, false, Notice.ClockChanged.Cause.TIME_UP);
            case 6 -> new Notice.SeatChanged(any, round, new SeatHolder.Bot("hold"));
            case 7 -> new Notice.SeatChanged(any, round, new SeatHolder.Person());
            case 8 -> new Notice.CardPlayed(round, new Card(CardKind.MARKET_PANIC, null, null));
            case 9 -> new Notice.Said(any, round, random.nextInt(9), Channel.PUBLIC, "Our ports follow yours.", null);
            case 10 -> new Notice.NoticeGiven(any.side(), round, heads());
            case 11 -> new Notice.HorizonSet(ROUNDS);
            case 12 -> new Notice.RoundShut(round, Notice.RoundShut.Cause.TIME);
            case 13 -> new Notice.Voted(minister, round, minister, heads());
            case 14 -> new Notice.SeatStatus(delegations ? minister : Seat.CN_HEAD, round, true, heads());
            default -> null;
        };
        if (told != null) {
            return List.of(new Heard.Told(told, told instanceof Notice.ClockChanged ? 400_000L * round + 60_000 : 0));
        }
        return switch (random.nextInt(12)) {
            case 0 -> List.of(new Heard.Fact(RoomFact.CANNOT_SAVE, heads()));
            case 1 -> List.of(new Heard.Link(heads() ? new LinkState.Lost(1, false) : new LinkState.Up()));
            case 2 -> List.of(new Heard.DeadlineMoved(400_000L * round + random.nextInt(100_000)));
            case 3 -> List.of(new Heard.Sealed(ORDERS));
            case 4 -> List.of(room(delegations, heads()));
            default -> List.of();
        };
    }

    private Notice clock(int round, boolean paused, Notice.ClockChanged.Cause cause) {
        return new Notice.ClockChanged(
                round, RoundPart.RUNNING, paused, cause, 60_000, heads() ? Seat.CN_HEAD : null, 192_000);
    }

    @Test
    void theSameStreamGivesTheSameTellingsToThePageAndToTheTerminal() {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        for (int match = 0; match < MATCHES; match++) {
            Hearing terminal = hearing(Listener.SEAT);
            Hearing page = hearing(Listener.PAGE);
            long now = 0;
            for (Heard heard : stream(match % 2 == 1)) {
                now += random.nextInt(20_000);
                List<Telling> atTerminal = terminal.hear(heard, now);
                List<Telling> onPage = page.hear(heard, now);
                atTerminal.forEach(telling -> seen.add(telling.kind()));
                assertThat(parts(onPage)).as("%s", heard).isEqualTo(parts(atTerminal));
                assertThat(kinds(onPage)).isEqualTo(kinds(atTerminal));
                assertThat(knows(page, now)).as("%s", heard).isEqualTo(knows(terminal, now));
            }
            assertThat(parts(page.settled())).isEqualTo(parts(terminal.settled()));
        }
        assertThat(seen).as("what never came proves nothing").containsExactlyInAnyOrder(Kind.values());
    }

    private static List<Object> kinds(List<Telling> tellings) {
        List<Object> kinds = new ArrayList<>();
        tellings.forEach(telling -> kinds.add(tuple(telling.kind(), telling.moment())));
        return kinds;
    }

    private static List<Object> parts(List<Telling> tellings) {
        List<Object> parts = new ArrayList<>();
        for (Telling telling : tellings) {
            for (Language language : Language.values()) {
                Page page = telling.page(words(language));
                parts.add(new ColumnsPrinter().lines(page));
                parts.add(new SentencesPrinter().lines(page));
                parts.add(new JsonPrinter().text(page));
            }
        }
        return parts;
    }

    private static List<Object> knows(Hearing hearing, long now) {
        SeatBoard board = hearing.board();
        List<Object> knows = new ArrayList<>(List.of(
                hearing.openRound(),
                hearing.knownRounds(),
                hearing.deadline().leftMillis(now),
                hearing.deadline().stands(),
                hearing.facts(),
                hearing.seed(),
                hearing.isLinkLost(),
                hearing.isAgainstBot(),
                board.ready(),
                board.isShut(),
                board.cards(),
                board.proceedings().offers(),
                board.delegates().seats()));
        knows.add(String.valueOf(board.sealed()));
        return knows;
    }
}
