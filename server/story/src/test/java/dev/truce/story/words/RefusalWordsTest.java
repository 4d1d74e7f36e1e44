package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.CardName;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Refusals;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.negotiation.TalkRules;
import dev.truce.match.notation.DeedReader;
import dev.truce.match.notation.ReadingContext;
import dev.truce.match.referee.Referee;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the rules refuse has a sentence in every language, with a place for each of its arguments. */
class RefusalWordsTest {
    private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?(.)");
    private static final Pattern LITERAL = Pattern.compile("\"(refused\\.[\\w.-]+)\"");
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final List<String> WRITTEN = List.of(
            "RECIP=30",
            "SOY=8",
            "TARIF=5",
            "HOLD still",
            "nonsense",
            "ACCEPT US-1",
            "OFFER",
            "OFFER o {}",
            "OFFER o {US.FENT<=5}",
            "OFFER o {until r8}",
            "OFFER o {US.FENT<=5; until r3}",
            "OFFER o {US.FENT>=5; until r8}",
            "OFFER o {CN.SOY<=8; until r8}",
            "OFFER o {FENT<=5; FENT<=5; until r8}",
            "OFFER o {RENEW; FENT<=5; for 2}",
            "OFFER o {FENT<=7; until r8}",
            "OFFER o {CN.SOIA>=7; until r8}",
            "OFFER o {FENT<=5; what; for 2}",
            "COUNTER {RENEW; for 2}",
            "COUNTER 1 {FENT<=5",
            "OFFER {RENEW; until r5}",
            "OFFER FENT<=5; FENT<=0 for 4",
            "OFFER FENT for 4",
            "OFFER ? for 4",
            "OFFER renew 4 for 4",
            "OFFER truce 9",
            "PORT=",
            "THREATEN SOY=8 by r5",
            "THREATEN PORT=80",
            "THREATEN PORT=80; FENT=5 by r5",
            "THREATEN PORT=80 by r5 unless US.PORT<=0",
            "SAY all words",
            "SAY all \"\"",
            "SAY everybody \"words\"",
            "SAY all \"a\\b\"",
            "SAY all \"a\"b\"",
            "READY soon",
            "VOTE 2",
            "DRAFT",
            "DRAFT {}",
            "DRAFT {PORT=0; PORT=80}",
            "X".repeat(DeedReader.MAX_CHARACTERS + 1),
            "WARN;".repeat(DeedReader.MAX_ITEMS + 1),
            "DRAFT {" + "PORT=80;".repeat(200) + "}",
            "THREATEN PORT=80;FENT=5 by r5",
            "GUARD nothing",
            "JUDGE CN.SOY later");

    private final Set<String> told = new TreeSet<>();

    @Test
    void everyRefusalOfTheRulesHasItsSentence() throws IOException {
        for (int seed = 1; seed <= 30; seed++) {
            play(new SplitMix64(seed), seed);
        }
        for (String text : WRITTEN) {
            for (Reply<Deed> reply : new DeedReader(Side.US, 3, RULES.scenario()).read(text)) {
                tell(reply);
            }
            tell(new DeedReader(Side.US, 3, RULES.scenario()).deed(text));
        }
        List<OfferId> open = List.of(new OfferId(Side.CN, 1), new OfferId(Side.CN, 2));
        ReadingContext two = new ReadingContext(null, open, Map.of());
        tell(new DeedReader(Side.US, 3, RULES.scenario(), two).deed("ACCEPT"));
        List.of("nonsense", "election-swing", "leak US.PORT", "harvest-failure US", "leak CN.SOY US")
                .forEach(name -> tell(CardName.read(name)));
        tell(Refusals.unknownMatch());
        beWithoutPortFees();
        beBusy();
        beHosted();
        for (int seed = 1; seed <= 20; seed++) {
            beAccused(seed);
        }
        Set<String> missing = new TreeSet<>(ofTheRules(Bundles.of(Language.EN).keys()));
        missing.removeAll(told);
        assertThat(missing).isEmpty();
    }

    /** In a scenario without port fees nobody can speak of one, or put a clause on it. */
    private void beWithoutPortFees() {
        Rules rules = Rules.of(Scenarios.load("""
                base: busan-2025
                id: less
                titles: {en: "Less", zh: "少"}
                anchors: computed
                instruments: {us.port_fee: none, cn.port_fee: none}
                agreement: {clauses: {us.fentanyl_tariff: 10, cn.soy_purchases: 6.25}}
                """, "less.yaml"));
        Deed.Say guard = new Deed.Say(Channel.PUBLIC, "", new Statement.Guard(Instrument.US_PORT_FEE));
        Refusal refused = Objects.requireNonNull(new TalkRules(rules, rules.setup(1)).refusal(guard, Side.US, 1, 0, 0));
        assertThat(RefusalWords.of(Bundles.of(Language.EN), refused))
                .isEqualTo("this scenario does not have the lever us.port_fee");
        tell(refused);
    }

    @Test
    void anUnknownKeyFallsBackToTheEnglishThatCameWithIt() {
        Phrases chinese = Bundles.of(Language.ZH);
        Refusal newer = Refusal.of(RefusalCode.WRONG_PHASE, "match").because("refused.by-a-newer-program", 3);
        assertThat(RefusalWords.of(chinese, newer.saying("not on Sundays"))).isEqualTo("not on Sundays");
        assertThat(RefusalWords.of(chinese, newer)).isEqualTo("WRONG_PHASE: match, 3");
        Refusal fewer = Refusal.of(RefusalCode.STALE_ROUND, "round").naming(3).saying("too late");
        assertThat(RefusalWords.of(chinese, fewer)).isEqualTo("too late");
        Refusal hostile = Refusal.of(RefusalCode.STALE_ROUND, "round").naming("%n%s", "%1$s");
        assertThat(RefusalWords.of(chinese, hostile)).contains("%n%s");
        Refusal stolen = newer.because("final.title").saying("no refusal");
        assertThat(RefusalWords.of(chinese, stolen)).isEqualTo("no refusal");
    }

    @Test
    void sentencesHavePlainPlaces() {
        for (Phrases phrases : Bundles.all()) {
            for (String key : phrases.keys()) {
                if (key.startsWith("refused.")) {
                    Matcher place = PLACE.matcher(phrases.pattern(key));
                    while (place.find()) {
                        assertThat(place.group(2)).as(key).isEqualTo("s");
                    }
                }
            }
        }
    }

    /** The keys that the sources of the engine and of the match name; those of servers, clients and files are tested elsewhere. */
    private static Set<String> ofTheRules(Set<String> keys) throws IOException {
        Set<String> named = new TreeSet<>();
        for (String module : List.of("engine", "match")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher literal = LITERAL.matcher(Files.readString(file));
                    while (literal.find()) {
                        named.add(literal.group(1));
                    }
                }
            }
        }
        for (Refusal.Code code : RefusalCode.values()) {
            named.add("refused." + code.name().toLowerCase(Locale.ROOT));
        }
        Set<String> rules = new TreeSet<>();
        for (String key : keys) {
            int dot = key.lastIndexOf('.') + 1;
            if (key.startsWith("refused.")
                    && !key.startsWith("refused.record.")
                    && (named.contains(key) || named.contains(key.substring(0, dot)))) {
                rules.add(key);
            }
        }
        return rules;
    }

    private void tell(Reply<?> reply) {
        if (reply instanceof Reply.Refused<?> refused) {
            tell(refused.refusal());
        }
    }

    private void tell(Refusal refusal) {
        told.add(refusal.key());
        for (Phrases phrases : Bundles.all()) {
            assertThat(phrases.has(refusal.key())).as(refusal.key()).isTrue();
            Set<Integer> places = new TreeSet<>();
            int next = 1;
            Matcher place = PLACE.matcher(phrases.pattern(refusal.key()));
            while (place.find()) {
                places.add(place.group(1) == null ? next++ : Integer.parseInt(place.group(1)));
            }
            assertThat(places).as(refusal.key()).hasSameSizeAs(refusal.arguments());
            String told = RefusalWords.of(phrases, refusal);
            assertThat(told).isNotBlank().isNotEqualTo(refusal.facts());
            refusal.arguments()
                    .forEach(argument -> assertThat(told)
                            .contains(RefusalWords.named(phrases, refusal, argument)
                                    .toString()));
        }
    }

    /** A match in which all seats do anything at all. */
    private void play(SplitMix64 random, int seed) {
        MatchTerms terms = terms(seed);
        MatchSetup setup =
                new MatchSetup(seed, new Horizon.Fixed(6), RULES.scenario().calendar(), MatchSetup.Conditions.PLAY);
        Referee referee = new Referee(RULES, setup, terms);
        hand(referee, new Input.Does(Seat.US_HEAD, 1, "early", new Deed.Undo()));
        hand(referee, new Input.Hosts(new HostAct.Start()));
        hand(referee, new Input.Hosts(new HostAct.Start()));
        for (int i = 0; i < 1_200 && !referee.isOver(); i++) {
            hand(referee, input(random, referee, terms, i));
        }
        hand(referee, new Input.Hosts(new HostAct.Abandon("")));
        hand(referee, new Input.Hosts(new HostAct.Abandon("")));
        Verdict after = RULES.check(setup, referee.state(), Side.US, List.of());
        tell(after);
    }

    /** A match in which one side uses up all that it may do. */
    private void beBusy() {
        MatchSetup setup =
                new MatchSetup(1, new Horizon.Fixed(20), RULES.scenario().calendar(), MatchSetup.Conditions.PLAY);
        Referee referee = new Referee(RULES, setup, MatchTerms.untimed("A", "B"));
        hand(referee, new Input.Hosts(new HostAct.Start()));
        int number = 0;
        for (int round = 1; round <= 18; round++) {
            for (int i = 0; i < 18; i++) {
                Deed say = new Deed.Say(Channel.PUBLIC, "字".repeat(Limits.MAX_TEXT_CHARACTERS), null);
                hand(referee, new Input.Does(Seat.US_HEAD, round, "say" + number++, say));
            }
            for (int i = 0; i < 9; i++) {
                OfferId last = new OfferId(Side.US, Math.max(1, referee.offers().made(Side.US)));
                Pledge pledge = new Pledge(Instrument.US_FENTANYL_TARIFF, i % 2);
                Deed offer = new Deed.MakeOffer(new Terms.Package(List.of(pledge), 3, false), null);
                if (i > 0 && i < 8) {
                    hand(referee, new Input.Does(Seat.US_HEAD, round, "back" + number++, new Deed.Withdraw(last)));
                }
                hand(referee, new Input.Does(Seat.US_HEAD, round, "offer" + number++, offer));
            }
            for (int i = 0; i < Limits.MAX_CHANGES; i++) {
                hand(referee, new Input.Does(Seat.US_HEAD, round, "undo" + number++, new Deed.Undo()));
            }
            for (int back = 0; round == 10 && back <= 8; back += 8) {
                OfferId made = new OfferId(Side.US, referee.offers().made(Side.US) - back);
                Offer offer = Objects.requireNonNull(referee.offers().find(made));
                hand(
                        referee,
                        new Input.Does(Seat.CN_HEAD, round, "accept" + back, new Deed.Accept(made, offer.hash())));
            }
            hand(referee, Input.Hosts.timeUp(round, 0));
        }
    }

    /** A match by the third ruleset in which one side decides on accusations that there are not, and offers what lasts too long. */
    private void beAccused(int seed) {
        Rules third = Rules.of(Scenarios.busan2025());
        MatchSetup setup =
                new MatchSetup(seed, new Horizon.Fixed(5), third.scenario().calendar(), MatchSetup.Conditions.PLAY);
        Referee referee = new Referee(third, setup, terms(1));
        hand(referee, new Input.Hosts(new HostAct.Start()));
        Pledge pledge = new Pledge(Instrument.US_FENTANYL_TARIFF, 0);
        List<Deed> deeds = List.of(
                new Deed.Judge(Instrument.CN_SOY_PURCHASES, AccusationChoice.INSPECT),
                new Deed.Judge(Instrument.CN_LICENCE_PACE, AccusationChoice.SUSPEND),
                new Deed.MakeOffer(new Terms.Package(List.of(pledge), 4, false), null),
                new Deed.MakeOffer(new Terms.Renewal(2, true), null));
        for (int round = 1; round <= 4; round++) {
            for (Deed deed : deeds) {
                hand(referee, new Input.Does(Seat.US_HEAD, round, "deed" + round + deeds.indexOf(deed), deed));
            }
            hand(referee, new Input.Does(new Seat(Side.US, 1), round, "minister" + round, deeds.get(0)));
            for (Instrument own : List.of(Instrument.CN_SOY_PURCHASES, Instrument.CN_LICENCE_PACE)) {
                Deed judge = new Deed.Judge(own, AccusationChoice.REST);
                hand(referee, new Input.Does(Seat.CN_HEAD, round, "own" + round + own.word(), judge));
            }
            hand(referee, Input.Hosts.timeUp(round, 0));
        }
    }

    /** What the owner of the room and the clock do at the wrong time. */
    private void beHosted() {
        MatchSetup setup =
                new MatchSetup(1, new Horizon.Fixed(4), RULES.scenario().calendar(), MatchSetup.Conditions.PLAY);
        Referee referee = new Referee(RULES, setup, MatchTerms.untimed("A", "B"));
        List<HostAct> acts = List.of(
                new HostAct.Start(),
                new HostAct.TimeUp(1, 9),
                new HostAct.Extend(1, -1),
                new HostAct.Advance(1, ""),
                new HostAct.WithdrawCard(2, "leak CN.SOY"),
                new HostAct.Unpause(),
                new HostAct.HandBack(Side.CN, 0),
                new HostAct.StandIn(Side.CN, 3, "hold"),
                new HostAct.StandIn(Side.CN, 0, "no bot"),
                new HostAct.StandIn(Side.CN, 0, "hold"),
                new HostAct.StandIn(Side.CN, 0, "hold"),
                new HostAct.Vacate(Side.CN, 0),
                new HostAct.Pause(),
                new HostAct.Pause());
        tell(Refusals.aBotStandsIn("hold"));
        tell(Refusals.isVacant(Seat.CN_HEAD));
        for (HostAct act : acts) {
            hand(referee, new Input.Hosts(act));
        }
        hand(referee, new Input.Does(Seat.US_HEAD, 1, "paused", new Deed.Undo()));
        tell(Refusals.standing(
                referee.handle(new Input.Does(Seat.US_HEAD, 1, "paused", new Deed.Undo()))
                        .verdict()
                        .refusal(),
                110_000));
        hand(referee, new Input.Hosts(new HostAct.Unpause()));
        for (int i = 0; i <= 100; i++) {
            hand(referee, new Input.Hosts(new HostAct.Announce(i, "on")));
        }
        hand(referee, new Input.Hosts(new HostAct.Extend(1, 1000)));
        hand(referee, new Input.Hosts(new HostAct.Grant(1, 1000, Side.US, 0)));
        hand(referee, Input.Hosts.timeUp(1, referee.timer()));
        hand(referee, new Input.Does(Seat.CN_HEAD, 1, "late", new Deed.Undo()));
        Referee gated = new Referee(RULES, setup, MatchTerms.untimed("A", "B").withPace(RoundPace.GATED));
        hand(gated, new Input.Hosts(new HostAct.Start()));
        hand(gated, new Input.Hosts(new HostAct.Extend(1, 1000)));
        hand(gated, new Input.Hosts(new HostAct.EndWith(9)));
        hand(new Referee(RULES, RULES.setup(1), MatchTerms.untimed("A", "B")), new Input.Hosts(new HostAct.EndWith(9)));
        hand(gated, new Input.Hosts(new HostAct.OpenRound(1, 0)));
        hand(gated, new Input.Hosts(new HostAct.OpenRound(2, 0)));
        hand(gated, new Input.Hosts(new HostAct.Reveal(1)));
        hand(gated, Input.Hosts.timeUp(1, gated.timer()));
        hand(gated, new Input.Does(Seat.CN_HEAD, 1, "late", new Deed.Undo()));
    }

    private static MatchTerms terms(int seed) {
        if (seed % 3 == 0) {
            return MatchTerms.untimed("A", "B");
        }
        List<Seat> seats = new ArrayList<>();
        List<Delegation> delegations = new ArrayList<>();
        for (Side side : Side.values()) {
            delegations.add(Delegation.usual(side, seed % 3 == 1 ? DelegationMode.HEAD : DelegationMode.PORTFOLIO, 3));
            for (int number = 0; number < 3; number++) {
                seats.add(new Seat(side, number));
            }
        }
        return new MatchTerms(
                0, new MatchTerms.Absence.Hold(), seats, List.of(), Recording.NONE, "A", "B", delegations);
    }

    private void hand(Referee referee, Input input) {
        tell(referee.handle(input).verdict());
    }

    private void tell(Verdict verdict) {
        Refusal refusal = verdict.refusal();
        if (refusal != null) {
            tell(refusal);
        }
    }

    private static Input input(SplitMix64 random, Referee referee, MatchTerms terms, int number) {
        int open = referee.openRound();
        int round = random.nextInt(40) == 0 ? open + 1 : open;
        if (random.nextInt(400) == 0) {
            return Input.Hosts.timeUp(round, 0);
        }
        if (random.nextInt(40) == 0) {
            List<String> cards = List.of("nonsense", "leak CN.SOY", "leak US.PACE", "leak", "harvest-failure");
            return new Input.Hosts(
                    new HostAct.PlayCard(open + random.nextInt(4), cards.get(random.nextInt(cards.size()))));
        }
        Seat seat = random.nextInt(3) > 0
                ? terms.seats().get(random.nextInt(terms.seats().size()))
                : new Seat(side(random), random.nextInt(Delegation.MAX_SEATS));
        String key = random.nextInt(60) == 0 ? "again" : "key" + number;
        return new Input.Does(seat, round, key, deed(random, referee, seat.side(), open));
    }

    private static Deed deed(SplitMix64 random, Referee referee, Side side, int round) {
        Side maker = random.nextInt(5) == 0 ? side : side.other();
        int last = Math.max(1, referee.offers().made(maker));
        OfferId offer = new OfferId(maker, Math.max(1, last + 1 - random.nextInt(4)));
        return switch (random.nextInt(15)) {
            case 0 -> new Deed.Submit(orders(random, side));
            case 1 -> new Deed.Ready(true, random.nextInt(2) * referee.offers().made(side.other()));
            case 2, 3, 4 -> new Deed.MakeOffer(terms(random), random.nextInt(4) == 0 ? offer : null);
            case 5 -> {
                Offer known = random.nextInt(5) == 0 ? null : referee.offers().find(offer);
                yield new Deed.Accept(offer, known == null ? "0000000000000000" : known.hash());
            }
            case 6 -> new Deed.Refuse(offer);
            case 7, 8 ->
                new Deed.Withdraw(new OfferId(side, Math.max(1, referee.offers().made(side))));
            case 9 -> new Deed.GiveNotice(random.nextInt(2) == 0);
            case 10, 11 -> say(random, side, round);
            case 12 -> new Deed.PutDraft(orders(random, side));
            case 13 -> new Deed.Vote(random.nextInt(7) - 1, true);
            default -> new Deed.Undo();
        };
    }

    private static Deed say(SplitMix64 random, Side side, int round) {
        Channel channel = Channel.values()[random.nextInt(Channel.values().length)];
        String text = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "a\u202eb";
            case 2 -> "x".repeat(Limits.MAX_TEXT_CHARACTERS + 1);
            default -> "字".repeat(Limits.MAX_TEXT_CHARACTERS);
        };
        Instrument instrument = Instrument.all().get(random.nextInt(Instrument.COUNT));
        Instrument other = Instrument.all().get(random.nextInt(Instrument.COUNT));
        @Nullable Pledge unless = random.nextInt(3) == 0 ? null : new Pledge(other, random.nextInt(9));
        return new Deed.Say(
                channel,
                text,
                random.nextInt(3) == 0
                        ? new Statement.Threaten(instrument, random.nextInt(6), round + random.nextInt(4) - 1, unless)
                        : null);
    }

    private static Terms terms(SplitMix64 random) {
        if (random.nextInt(3) > 0) {
            return new Terms.Renewal(1 + random.nextInt(3), false);
        }
        Instrument instrument = Instrument.all().get(random.nextInt(Instrument.COUNT));
        return new Terms.Package(List.of(new Pledge(instrument, random.nextInt(7))), 1 + random.nextInt(3), false);
    }

    private static List<RequestedOrder> orders(SplitMix64 random, Side side) {
        List<RequestedOrder> orders = new ArrayList<>();
        List<Instrument> own = Instrument.of(random.nextInt(8) == 0 ? side.other() : side);
        for (int i = random.nextInt(20) == 0 ? 12 : random.nextInt(3); i > 0; i--) {
            int instrument = random.nextInt(12) == 0
                    ? Instrument.COUNT
                    : own.get(random.nextInt(own.size())).ordinal();
            orders.add(new RequestedOrder(instrument, random.nextInt(6)));
        }
        return orders;
    }

    private static Side side(SplitMix64 random) {
        return Side.values()[random.nextInt(2)];
    }

    /** Nobody types the key of a request; what a program may do is no advice for a person. */
    @Test
    void peopleAreToldWhatTheyCanDoAndProgramsWhatTheyCan() {
        Refusal later = Refusal.of(RefusalCode.WRONG_PHASE, "").because("refused.retry.journal");
        for (Language language : Language.values()) {
            Phrases phrases = Bundles.of(language);
            assertThat(RefusalWords.of(phrases, later)).isEqualTo(phrases.of("refused.retry.journal.person"));
            phrases.keys().stream()
                    .filter(key -> key.startsWith("refused.") && key.endsWith(".person"))
                    .forEach(key -> assertThat(phrases.has(key.replace(".person", "")))
                            .as(key)
                            .isTrue());
        }
        assertThat(Bundles.inEnglish(later)).contains("with its key");
    }
}
