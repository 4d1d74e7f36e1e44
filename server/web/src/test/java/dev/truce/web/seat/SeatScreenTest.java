package dev.truce.web.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.print.Json;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.web.screen.RoomScreen;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the screen of a minister says, and what it does, against the real referee. */
class SeatScreenTest {
    private static final Scenario SCENARIO = Scenarios.busan2025();
    private static final Phrases ENGLISH = Bundles.of(Language.EN);
    private static final Seat MINISTER = new Seat(Side.US, 1);

    private RoomServer server = new RoomServer(Rules.of(SCENARIO), SCENARIO.hash());
    private RoomEntry room = server.page(null);
    private RoomScreen screen = new RoomScreen(room);

    /** A minister of trade, whose head is Ann. */
    private void sits(DelegationMode mode) {
        Delegation us = new Delegation(Side.US, mode, List.of(new Minister(1, List.of(Portfolio.US_TRADE))));
        server = new RoomServer(Rules.of(SCENARIO), SCENARIO.hash(), MINISTER, List.of(us));
        room = server.page(null);
        screen = new RoomScreen(room);
        room.join("CODE", null, null, "Bo", "device");
        server.connects(room.line());
        server.says(new ServerMessage.RoomChanged(
                "CODE",
                List.of(
                        new Occupant(
                                Seat.US_HEAD,
                                "Ann",
                                false,
                                true,
                                List.of(Portfolio.US_COMMERCE, Portfolio.US_HOMELAND)),
                        new Occupant(MINISTER, "Bo", false, true, List.of(Portfolio.US_TRADE)),
                        new Occupant(Seat.CN_HEAD, "Cho", false, true)),
                mode,
                false,
                Set.of()));
        server.heardBy(room);
    }

    /** The only seat of the US. */
    private void sitsAlone() {
        room.join("CODE", null, null, "Ann", "device");
        server.connects(room.line());
        server.heardBy(room);
    }

    /** The tab is opened again, with what it has kept. */
    private Map<String, Object> reloads() {
        ResumeTicket kept =
                new ResumeTicket(Objects.requireNonNull(room.ticket()).token(), 0);
        server.drop();
        room = server.page(kept);
        screen = new RoomScreen(room);
        room.comeBack(false);
        server.connects(room.line());
        server.heardBy(room);
        return screen.screen(ENGLISH);
    }

    private Map<String, Object> does(String word, String rest) {
        screen.answer(word, rest, ENGLISH);
        server.heardBy(room);
        return screen.screen(ENGLISH);
    }

    private String lever(String word) {
        for (Object lever :
                (List<?>) Objects.requireNonNull(screen.screen(ENGLISH).get("levers"))) {
            Map<?, ?> one = (Map<?, ?>) lever;
            if (word.equals(one.get("word"))) {
                return one.get("held") + " " + one.get("chosen");
            }
        }
        return "none";
    }

    @Test
    void aMinisterWithAPortfolioOrdersWhatHeHolds() {
        sits(DelegationMode.PORTFOLIO);
        assertThat(lever("RECIP")).isEqualTo(" -1");
        assertThat(lever("FENT")).isEqualTo("FENT is held by 0 head, Ann -1");
        assertThat(does("type", "FENT=5")).extractingByKey("said").isEqualTo("FENT is held by 0 head, Ann");
        assertThat(does("type", "RECIP=5")).extractingByKey("said").isEqualTo("");
        assertThat(does("seal", "")).extractingByKey("said").isEqualTo(ENGLISH.of("web.sealed"));
        assertThat(does("type", "draft FENT=5")).extractingByKey("said").isEqualTo("Done.");
        assertThat(does("adopt", "1")).extractingByKey("said").isEqualTo(ENGLISH.of("adopt.part"));
        assertThat(lever("FENT")).endsWith("-1");
    }

    private List<?> notices() {
        return (List<?>) Objects.requireNonNull(screen.screen(ENGLISH).get("notices"));
    }

    @Test
    void thatNothingCanBeSavedStandsFirstUntilItGoesOn() {
        sits(DelegationMode.HEAD);
        assertThat(notices()).isEmpty();
        for (boolean stopped : List.of(true, false)) {
            Set<RoomFact> facts = stopped ? Set.of(RoomFact.CANNOT_SAVE) : Set.of();
            server.says(new ServerMessage.RoomChanged("CODE", List.of(), DelegationMode.HEAD, false, facts));
            server.heardBy(room);
            assertThat((Object) notices().get(0))
                    .isEqualTo(ENGLISH.of("facts.CANNOT_SAVE." + (stopped ? "begins" : "ends")));
        }
    }

    @Test
    void whoeverSitsInARoomWithAChosenSeedIsToldWhatThatMeans() {
        sits(DelegationMode.HEAD);
        assertThat(notices()).isEmpty();
        server.says(new ServerMessage.RoomChanged("CODE", List.of(), DelegationMode.HEAD, true, Set.of()));
        server.heardBy(room);
        assertThat((Object) notices().get(0)).isEqualTo(ENGLISH.of("facts.seed-chosen"));
        assertThat(ENGLISH.of("facts.seed-chosen")).contains("what the other side hides");
    }

    @Test
    void aMinisterWhoAdvisesPutsDraftsBeforeHisHead() {
        sits(DelegationMode.HEAD);
        assertThat(does("choose", "FENT 3").get("labels").toString()).contains(Bundles.inEnglish("web.draft.one"));
        assertThat(does("seal", "").get("said").toString()).startsWith(Bundles.inEnglish("draft.sent", "FENT 10->"));
        assertThat(Json.write(Objects.requireNonNull(screen.screen(ENGLISH).get("counsel"))))
                .contains("\"number\":1", "1 trade, Bo: FENT 10->");
        assertThat(screen.screen(ENGLISH)).containsEntry("sealed", false);
        assertThat(screen.screen(ENGLISH).get("inaction").toString()).contains(Bundles.inEnglish("inaction.advises"));
        assertThat(does("vote", "1 no")).extractingByKey("said").isEqualTo(Bundles.inEnglish("vote.no", "1 trade, Bo"));
        assertThat(does("say", "DELEGATION Hold on")).extractingByKey("said").isEqualTo("Said to own: \"Hold on\"");
    }

    @Test
    void whatWouldBreakAnAgreementIsSaidBeforeItIsSealed() {
        sits(DelegationMode.PORTFOLIO);
        Map<String, Object> kept = Objects.requireNonNull(screen.answer("choose", "RECIP 1", ENGLISH));
        assertThat(kept).containsEntry("breach", "");
        Map<String, Object> broken = Objects.requireNonNull(screen.answer("choose", "RECIP 3", ENGLISH));
        assertThat(broken.get("breach").toString()).matches("Careful: this breaks the truce \\(-\\d+\\.\\d\\)\\.");
    }

    /** All of a screen but the sliders, and what a move of one answers. */
    private String besides() {
        Map<String, Object> all = new LinkedHashMap<>(screen.screen(ENGLISH));
        List.of("levers", "labels", "what_if", "said").forEach(all::remove);
        return Json.write(all);
    }

    @Test
    void aMoveOfASliderAnswersAllThatItChanges() {
        sitsAlone();
        server.does(Seat.CN_HEAD, new Deed.MakeOffer(new Terms.Renewal(4, false), null));
        server.does(Seat.CN_HEAD, new Deed.MakeOffer(new Terms.Renewal(8, false), null));
        server.heardBy(room);
        Set<Object> told = new HashSet<>();
        for (String choice : List.of("FENT 3", "RECIP 1", "RECIP 3", "FENT -1", "RECIP -1")) {
            String before = besides();
            Map<String, Object> answered = Objects.requireNonNull(screen.answer("choose", choice, ENGLISH));
            assertThat(besides()).as(choice).isEqualTo(before);
            assertThat(answered).as(choice).isEqualTo(screen.screen(ENGLISH).get("what_if"));
            told.add(answered.get("offers"));
        }
        assertThat(told).as("what offers would bring depends on the draft").hasSizeGreaterThan(2);
    }

    @Test
    void aPauseStandsOnTheScreenAndWhatIsSentIsRefused() {
        sits(DelegationMode.HEAD);
        server.hosts(new HostAct.Pause());
        server.heardBy(room);
        Map<String, Object> paused = screen.screen(ENGLISH);
        assertThat(paused).containsEntry("stands", "PAUSED").containsEntry("left", 0L);
        assertThat(paused.get("notices").toString()).startsWith("[PAUSED by who opened the room");
        assertThat(does("seal", "").get("said").toString()).doesNotStartWith("Your draft");
        server.hosts(new HostAct.Unpause());
        server.heardBy(room);
        assertThat(screen.screen(ENGLISH)).containsEntry("stands", "");
    }

    @Test
    void whatIsSealedStandsOnTheLeversAfterAReload() {
        sitsAlone();
        does("ready", "");
        server.otherIsReady();
        server.heardBy(room);
        does("type", "FENT=5");
        does("seal", "");
        server.sealed = Objects.requireNonNull(room.seat()).sealed();
        Map<String, Object> back = reloads();
        assertThat(lever("FENT")).isNotEqualTo(" -1");
        assertThat(back).containsEntry("said", "").containsEntry("sealed", true);
        assertThat(back.get("labels").toString()).contains("Sealed: 1 order");
        assertThat(back.get("inaction").toString()).contains("(saved)");
        does("type", "RECIP=5");
        does("seal", "");
        assertThat(Objects.requireNonNull(Objects.requireNonNull(room.seat()).sealed())
                        .list())
                .as("the order that was sealed before is sealed with the new one")
                .hasSize(2);
    }

    @Test
    void anOrderThatIsTakenBackAfterAReloadStaysTakenBack() {
        sitsAlone();
        does("type", "FENT=5");
        does("seal", "");
        server.sealed = Objects.requireNonNull(room.seat()).sealed();
        reloads();
        does("choose", "FENT -1");
        assertThat(lever("FENT")).isEqualTo(" -1");
        assertThat(does("seal", "")).extractingByKey("said").isEqualTo(ENGLISH.of("web.sealed"));
        assertThat(lever("FENT")).isEqualTo(" -1");
    }

    @Test
    void aScreenThatIsOpenedLateDoesNotSayThatARoundWasClosed() {
        sitsAlone();
        does("ready", "");
        server.otherIsReady();
        server.heardBy(room);
        assertThat(screen.screen(ENGLISH)).containsEntry("said", ENGLISH.of("web.closed", 1));
        assertThat(reloads()).containsEntry("round", 2).containsEntry("said", "");
    }

    @Test
    void readyAndUnreadyAreTypedAfterAnOffer() {
        sitsAlone();
        server.does(Seat.CN_HEAD, new Deed.MakeOffer(new Terms.Renewal(4, false), null));
        server.heardBy(room);
        assertThat(does("type", "ready")).extractingByKey("said").isEqualTo(ENGLISH.of("web.ready.said"));
        assertThat(screen.screen(ENGLISH)).containsEntry("ready", true);
        assertThat(does("type", "unready")).extractingByKey("said").isEqualTo(ENGLISH.of("web.done"));
        assertThat(screen.screen(ENGLISH)).containsEntry("ready", false);
    }

    @Test
    void thatTheSeatIsReadyStandsThereAfterAReload() {
        sitsAlone();
        does("ready", "");
        assertThat(reloads()).containsEntry("ready", true).containsEntry("said", ENGLISH.of("web.ready.said"));
        does("type", "unready");
        assertThat(reloads()).containsEntry("ready", false).containsEntry("said", "");
    }

    @Test
    void anOfferThatIsNotOpenAnyMoreIsNotAcceptedWithoutAWord() {
        sitsAlone();
        server.does(Seat.CN_HEAD, new Deed.MakeOffer(new Terms.Renewal(4, false), null));
        server.does(Seat.CN_HEAD, new Deed.Withdraw(new OfferId(Side.CN, 1)));
        server.heardBy(room);
        String withdrawn = ENGLISH.of("refused.offer_not_open.withdrawn", "CN-1");
        assertThat(does("type", "accept CN-1")).extractingByKey("said").isEqualTo(withdrawn);
        does("type", "FENT=5");
        assertThat(does("accept", "CN-1")).extractingByKey("said").isEqualTo(withdrawn);
        assertThat(does("accept", "CN-2"))
                .extractingByKey("said")
                .isEqualTo(ENGLISH.of("refused.unknown_offer", "CN-2"));
    }

    @Test
    void whatOpensNoSeatAnyMoreIsNotKept() {
        sitsAlone();
        assertThat(screen.screen(ENGLISH)).containsEntry("spent", "");
        server.doors.add(new ServerMessage.Refused(Refusal.of(ConnectionCode.BAD_TOKEN, "token"), ""));
        assertThat(reloads()).containsEntry("spent", "spent").containsEntry("kind", "waiting");
    }
}
