package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.NothingKept;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.HostActNotation;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.scenario.Scenarios;
import dev.truce.story.print.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every form that the pages, the help in both languages and the frozen scripts name, with the deed that it sends. The US types, in
 * round 1 of Busan; US-1 and CN-1 are open, and Mei, the minister for trade, has put a draft before her head.
 */
class TypedFormsTest {
    /** What is typed, and what is sent; nothing for what stays on the device. Orders are sent by a commit. */
    private static final String FORMS = """
        FENT=5                                          | FENT=5
        fent 5                                          | FENT=5
        fent = 5                                        | FENT=5
        set fent 5                                      | FENT=5
        set FENT 5                                      | FENT=5
        us.fentanyl_tariff=5                            | FENT=5
        US.FENT=5%                                      | FENT=5
        FENT＝5；                                        | FENT=5
        FENT=5.0; fent=5                                | FENT=5
        FENT=5; PORT=80                                 | FENT=5; PORT=80
        RECIP=20; PORT=80                               | RECIP=20; PORT=80
        set RECIP=20; PORT=80                           | RECIP=20; PORT=80
        RECIP=20                                        | RECIP=20
        PORT=80                                         | PORT=80
        PORT=0                                          | PORT=0
        FENT=10                                         | FENT=10
        us.port_fee=80                                  | PORT=80
        CHIP=strict                                     | CHIP=strict
        PACE=0                                          | PACE=0
        PACE=2                                          | PACE=2
        S301=active                                     | S301=active
        offer renew 4                                   | OFFER {RENEW; for 4}
        o renew 4                                       | OFFER {RENEW; for 4}
        OFFER RENEW 4 rounds private                    | OFFER {RENEW; for 4}
        offer {renew A1 until r7}                       | OFFER {RENEW; for 4}
        offer renew until r7                            | OFFER {RENEW; for 4}
        offer FENT<=5; SOY>=8 for 3                     | OFFER {US.FENT<=5; CN.SOY>=8; until r4}
        offer FENT<=5; CN.RECIP<=5; SOY>=8 for 3        | OFFER {US.FENT<=5; CN.RECIP<=5; CN.SOY>=8; until r4}
        offer FENT<=5; CN.RECIP<=5; SOY>=8 for 3 private | OFFER {US.FENT<=5; CN.RECIP<=5; CN.SOY>=8; until r4}
        offer {US.FENT<=5; CN.RECIP<=5; CN.SOY>=8; until r4} private | OFFER {US.FENT<=5; CN.RECIP<=5; CN.SOY>=8; until r4}
        offer {US.FENT<=5; CN.SOY>=8; until r3}         | OFFER {US.FENT<=5; CN.SOY>=8; until r3}
        offer us.fentanyl_tariff=5，chip<=Strict for 1 round | OFFER {US.FENT<=5; US.CHIP<=strict; until r2}
        offer FENT≤5； SOY≥6.250 for 3                   | OFFER {US.FENT<=5; CN.SOY>=6.25; until r4}
        offer fent 5; pace 3 for 2                      | OFFER {US.FENT<=5; US.PACE>=3; until r3}
        offer FENT<=5 for 3; SOY>=8                     | OFFER {US.FENT<=5; CN.SOY>=8; until r4}
        counter CN-1 renew 4                            | COUNTER CN-1 {RENEW; for 4}
        counter CN-1 renew 2                            | COUNTER CN-1 {RENEW; for 2}
        counter o1 renew 2 private                      | COUNTER CN-1 {RENEW; for 2}
        counter renew 4                                 | COUNTER CN-1 {RENEW; for 4}
        counter CN-1 {FENT<=5; CN.SOY>=9; until r4}     | COUNTER CN-1 {US.FENT<=5; CN.SOY>=9; until r4}
        accept CN-1                                     | ACCEPT CN-1 #b29d58df745bbf59
        accept cn1                                      | ACCEPT CN-1 #b29d58df745bbf59
        accept o1                                       | ACCEPT CN-1 #b29d58df745bbf59
        accept 1                                        | ACCEPT CN-1 #b29d58df745bbf59
        accept                                          | ACCEPT CN-1 #b29d58df745bbf59
        refuse CN-1                                     | REJECT CN-1
        refuse                                          | REJECT CN-1
        reject o1                                       | REJECT CN-1
        withdraw US-1                                   | WITHDRAW US-1
        withdraw                                        | WITHDRAW US-1
        withdraw 1                                      | WITHDRAW US-1
        notice                                          | NOTICE
        say Our ports follow yours.                     | SAY all "Our ports follow yours."
        say "Our ports follow yours."                   | SAY all "Our ports follow yours."
        say Let us ratify this with calm deeds.         | SAY all "Let us ratify this with calm deeds."
        say 我们，同意；好。                              | SAY all "我们，同意；好。"
        say all "Ports: yours, then ours."              | SAY all "Ports: yours, then ours."
        tell "Renew, and we talk about chips."          | SAY other "Renew, and we talk about chips."
        tell Renew; and we talk.                        | SAY other "Renew; and we talk."
        whisper Keep calm.                              | SAY own "Keep calm."
        whisper judge CN.SOY inspect                    | SAY own "judge CN.SOY inspect"
        reassure                                        | REASSURE
        reassure We keep our word.                      | REASSURE SAY all "We keep our word."
        warn                                            | WARN
        warn No more delays.                            | WARN SAY all "No more delays."
        warn "No more delays."                          | WARN SAY all "No more delays."
        threaten PORT=80 by r6 unless SOY>=6.25         | THREATEN PORT=80 by r6 unless CN.SOY>=6.25
        threaten RECIP=84 by r5 unless CN.PORT<=0       | THREATEN RECIP=84 by r5 unless CN.PORT<=0
        threaten RECIP=34 by r6 unless PORT<=0          | THREATEN RECIP=34 by r6 unless CN.PORT<=0
        threaten RECIP=84 by 5                          | THREATEN RECIP=84 by r5
        threaten port = 80 by r5                        | THREATEN PORT=80 by r5
        threaten PORT=80 by round 6 unless CN.PORT<=0: Your fee, our fee. | THREATEN PORT=80 by r6 unless CN.PORT<=0 SAY all "Your fee, our fee."
        threaten PORT=80 by r6: Mind this.              | THREATEN PORT=80 by r6 SAY all "Mind this."
        draft PORT=50                                   | DRAFT {PORT=50}
        draft PORT=50; CHIP=strict                      | DRAFT {PORT=50; CHIP=strict}
        draft PORT=80; CHIP=strict                      | DRAFT {PORT=80; CHIP=strict}
        draft port 50                                   | DRAFT {PORT=50}
        draft HOLD                                      | DRAFT {HOLD}
        vote 1 yes                                      | VOTE 1 yes
        vote 1 no                                       | VOTE 1 no
        vote trade no                                   | VOTE 1 no
        vote Mei yes                                    | VOTE 1 yes
        vote us.1 YES                                   | VOTE 1 yes
        adopt 1                                         | PORT=80
        adopt trade                                     | PORT=80
        ready                                           | READY heard 1
        r                                               | READY heard 1
        state                                           |
        state PORT                                      |
        diff                                            |
        legal                                           |
        legal RECIP                                     |
        legal FENT                                      |
        keep                                            |
        undo                                            |
        try                                             |
        try FENT=5                                      |
        try FENT=0                                      |
        try CHIP=strict                                 |
        try RECIP=20; PORT=80                           |
        try offer renew 4                               |
        try accept CN-1                                 |
        try counter CN-1 renew 2                        |
        try accept                                      |
        commit                                          |
        unready                                         |
        pacts                                           |
        pacts CN-1                                      |
        notice back                                     |
        seats                                           |
        drafts                                          |
        brief                                           |
        ledger                                          |
        ledger us                                       |
        indicators                                      |
        indicators 0                                    |
        card                                            |
        news                                            |
        news 0                                          |
        news 0 zh                                       |
        why                                             |
        why PORT                                        |
        why change                                      |
        history                                         |
        explain rare earths                             |
        explain snap-back                               |
        explain FENT                                    |
        explain 稀土                                     |
        help                                            |
        help try                                        |
        help deal                                       |
        help all                                        |
        quit                                            |
        """;

    /** A renewal with other clauses, and sets that have a name, are long; only parts of the deed are compared. */
    private static final String LONG_FORMS = """
        offer truce 4                    | OFFER {US.FENT<=10; | CN.SOY>=6.25; | until r5}
        offer FENT<=0; CN.RECIP<=0; SOY>=8 for 3 communique | OFFER {US.FENT<=0; | CN.RECIP<=0; CN.SOY>=8; | until r4; communique}
        offer truce 3; SOY>=8            | OFFER {US.FENT<=10; | CN.SOY>=8; | until r4}
        offer truce 3; FENT<=5; SOY>=8   | OFFER {US.FENT<=5; | CN.SOY>=8; | until r4}
        offer deep 3                     | OFFER {US.FENT<=0; | CN.RECIP<=0; | until r4}
        offer deep 3 communique          | OFFER {US.FENT<=0; | CN.RECIP<=0; | until r4; communique}
        offer deep 2 private             | OFFER {US.FENT<=0; | CN.RECIP<=0; | until r3}
        offer {renew A1 until r4; CN.SOY>=8} | OFFER {US.FENT<=10; | CN.SOY>=8; | until r4}
        offer renew 3; SOY>=8            | OFFER {US.FENT<=10; | CN.SOY>=8; | until r4}
        counter o1 {renew A1 until r4; CN.SOY>=9} | COUNTER CN-1 {US.FENT<=10; | CN.SOY>=9; | until r4}
        """;

    /** What only the second ruleset takes: agreements of up to eight rounds, and a renewal that is published. */
    private static final String SECOND_FORMS = """
        OFFER RENEW 4 rounds communique  | OFFER {RENEW; | for 4; | communique}
        counter o1 renew 2 communique    | COUNTER CN-1 {RENEW; | for 2; | communique}
        offer FENT<=5; SOY>=8 for 4      | OFFER {US.FENT<=5; | CN.SOY>=8; | until r5}
        offer {US.FENT<=5; CN.SOY>=8; until r9} | OFFER {US.FENT<=5; | CN.SOY>=8; | until r9}
        offer truce 4; SOY>=8            | OFFER {US.FENT<=10; | CN.SOY>=8; | until r5}
        offer deep 8 communique          | OFFER {US.FENT<=0; | CN.RECIP<=0; | until r9; communique}
        offer {renew A1 until r7; CN.SOY>=8} | OFFER {US.FENT<=10; | CN.SOY>=8; | until r7}
        counter CN-1 {FENT<=5; CN.SOY>=9; until r7} | COUNTER CN-1 {US.FENT<=5; | CN.SOY>=9; | until r7}
        """;

    /** What is about later rounds. */
    private static final Set<String> ELSEWHERE = Set.of("indicators 2", "news 3 zh", "why 3");

    private static final Terms THEIRS = new Terms.Renewal(4, false);
    private static final Terms OURS = new Terms.Renewal(2, false);
    private static final Seat MEI = new Seat(Side.US, 1);

    private static List<String[]> forms() {
        return rows(FORMS);
    }

    private static List<String[]> longForms() {
        return rows(LONG_FORMS);
    }

    private static List<String[]> secondForms() {
        return rows(SECOND_FORMS);
    }

    private static List<String[]> rows(String table) {
        List<String[]> rows = new ArrayList<>();
        for (String line : table.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i].strip();
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String sent(String typed, Scenario scenario) throws InterruptedException {
        SessionQueue mailbox = new SessionQueue();
        FakeServer server = new FakeServer(mailbox, scenario);
        boolean orders = typed.matches(".*[=＝].*") && !typed.matches("(?i)(o|offer|try|threaten|counter|draft) .*")
                || typed.matches("(?i)(adopt|set|fent) .*");
        List<UsageFault> faults =
                faults(scenario, server, mailbox, orders ? new String[] {typed, "commit"} : new String[] {typed});
        assertThat(faults).as(typed).isEmpty();
        return DeedNotation.of(server.deeds(), 1, scenario);
    }

    /** Types lines, and returns what was wrong. */
    private static List<UsageFault> faults(Scenario scenario, FakeServer server, SessionQueue mailbox, String... lines)
            throws InterruptedException {
        server.roundsStayOpen();
        server.begin();
        server.seatsADelegation(MEI);
        server.does(1, new Deed.MakeOffer(OURS, null));
        server.otherOffers(THEIRS, null);
        server.ministerDrafts(MEI, Orders.of(List.of(new Order(Instrument.US_PORT_FEE, 2))));
        server.deeds().clear();
        ScriptedConsole console = new ScriptedConsole(lines).confirming();
        Session session = new Session(
                new SessionSetup(
                        server,
                        new SeatTicket("m1", "7QKM", Side.US, "secret", "hold"),
                        scenario,
                        Look.PLAIN,
                        false,
                        true,
                        false,
                        InstantSource.fixed(Instant.EPOCH),
                        ZoneOffset.UTC),
                console,
                mailbox,
                new CountingTrial(),
                new NothingKept());
        server.afterReady(() -> server.otherOffers(THEIRS, null));
        session.run();
        return console.faults();
    }

    private static List<UsageFault> faults(Scenario scenario, String line) throws InterruptedException {
        SessionQueue mailbox = new SessionQueue();
        return faults(scenario, new FakeServer(mailbox, scenario), mailbox, line);
    }

    /** A line with each of its words left out, misspelt, said twice, and with other numbers. */
    private static Set<String> wrongs(String line) {
        // What one scenario takes may be wrong in another.
        Set<String> wrongs = new LinkedHashSet<>(Set.of(line));
        String[] words = line.split(" ");
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            for (String other : List.of(
                    "",
                    word + "x",
                    word + " " + word,
                    word.replaceAll("[0-9]+", "77"),
                    word.replaceFirst("[A-Z]+", "XX"))) {
                String[] changed = words.clone();
                changed[i] = other;
                wrongs.add(String.join(" ", changed).replaceAll(" +", " ").strip());
            }
        }
        return wrongs;
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2025-r2", "busan-2025"})
    void whatAnErrorNamesAsNextWorks(String played) throws InterruptedException {
        Scenario scenario = Scenarios.named(played);
        Map<String, String> next = new TreeMap<>();
        Set<String> commands = Set.copyOf(SessionWords.all());
        for (String[] row : rows(FORMS + LONG_FORMS + SECOND_FORMS)) {
            for (String wrong : wrongs(row[0])) {
                for (UsageFault fault : faults(scenario, wrong)) {
                    // A guess at a command keeps what stood behind it, which may be wrong as well.
                    if (fault.code().equals("UNKNOWN_COMMAND")) {
                        continue;
                    }
                    Choices.hints(fault, commands::contains).forEach(hint -> next.putIfAbsent(hint, wrong));
                }
            }
        }
        assertThat(next).hasSizeGreaterThan(40);
        Map<String, String> wrong = new TreeMap<>();
        for (Map.Entry<String, String> named : next.entrySet()) {
            for (UsageFault fault : faults(scenario, named.getKey())) {
                wrong.put(named.getKey(), "named after " + named.getValue() + ", " + fault.what());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsTypedSendsThis(String typed, String deeds) throws InterruptedException {
        assertThat(sent(typed, ViewFixture.BUSAN)).isEqualTo(deeds);
    }

    @ParameterizedTest
    @MethodSource("longForms")
    void namedTermsSendTheirClauses(String typed, String begins, String between, String ends)
            throws InterruptedException {
        assertThat(sent(typed, ViewFixture.BUSAN))
                .startsWith(begins)
                .contains(between)
                .endsWith(ends);
    }

    @ParameterizedTest
    @MethodSource("secondForms")
    void termsOfTheSecondRulesetSendTheirClauses(String typed, String begins, String between, String ends)
            throws InterruptedException {
        assertThat(sent(typed, Scenarios.busan2025R2()))
                .startsWith(begins)
                .contains(between)
                .endsWith(ends);
    }

    /** What a page sets in code and begins with a command, or is an order, stands in the table. */
    @Test
    void everyFormOfThePagesIsInTheTable() throws IOException {
        TreeSet<String> typed = new TreeSet<>();
        TreeSet<String> words = new TreeSet<>();
        for (String[] row : rows(FORMS + LONG_FORMS)) {
            typed.add(row[0].toLowerCase(Locale.ROOT));
            words.add(row[0].split("\\s", 2)[0].toLowerCase(Locale.ROOT));
        }
        TreeSet<String> missing = new TreeSet<>();
        for (String page : List.of("docs/use/playing.md", "README.md")) {
            Matcher code = Pattern.compile("`([^`\n]+)`").matcher(Files.readString(root().resolve(page)));
            while (code.find()) {
                String form = code.group(1).strip().toLowerCase(Locale.ROOT);
                boolean isCommand = form.contains(" ") && words.contains(form.split("\\s", 2)[0]);
                if (isCommand && !typed.contains(form) && !ELSEWHERE.contains(form) && !isOfTheOwner(form)) {
                    missing.add(form);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** What the owner of a room does has a notation of its own. */
    private static boolean isOfTheOwner(String form) {
        return HostActNotation.read(form, 1)
                .filter(HostAct.OfOwner.class::isInstance)
                .isPresent();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/use/playing.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
