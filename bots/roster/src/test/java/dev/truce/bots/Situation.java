package dev.truce.bots;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Escalation;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.SignalReading;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An observation in the making, in the words of the rulebook: Busan levels, and whatever a test changes. */
public final class Situation {
    public static final Scenario BUSAN = Scenarios.busan2025R1();

    private static final Escalation ESCALATION = new Escalation(new PolicyMapping(BUSAN), BUSAN.escalation());

    private final Side reader;
    private int round = 2;
    private Levels levels;
    private Treaty treaty = Treaty.of(BUSAN.truce(), false, 1);
    private @Nullable Double publicEscalation;
    private final List<SignalReading> signals = new ArrayList<>();
    private @Nullable Instrument caught;
    private double ownPoints;
    private boolean chapter;
    private boolean concluded;

    private Situation(Side reader) {
        this.reader = reader;
        Levels start = BUSAN.startLevels();
        for (Instrument instrument : BUSAN.instruments().of(reader.other())) {
            if (instrument.isCovert()) {
                start = start.with(instrument, Levels.UNSEEN);
            }
        }
        levels = start;
    }

    public static Situation seenBy(Side reader) {
        return new Situation(reader);
    }

    public Situation inRound(int open) {
        round = open;
        return this;
    }

    /** Sets what the viewer sees, for example {@code CN.RECIP=54 CN.PORT=400}. */
    public Situation at(String words) {
        for (String word : words.isBlank() ? new String[0] : words.split(" ")) {
            int equals = word.indexOf('=');
            Instrument instrument = instrument(word.substring(0, equals));
            levels = levels.with(instrument, level(instrument, word.substring(equals + 1)));
        }
        return this;
    }

    /** Lets the treaty bind the named instruments in the open round, and nothing else. */
    public Situation bound(String words) {
        List<Clause> clauses = new ArrayList<>();
        for (String word : words.isBlank() ? new String[0] : words.split(" ")) {
            int equals = word.indexOf('=');
            Instrument instrument = instrument(word.substring(0, equals));
            clauses.add(new Clause(instrument, level(instrument, word.substring(equals + 1)), 1, round, 1));
        }
        treaty = Treaty.of(clauses, false, 1);
        return this;
    }

    public Situation publicEscalation(double points) {
        publicEscalation = points;
        return this;
    }

    /** Lets a signal read so many notches; without it, as agreed. */
    public Situation signal(Instrument instrument, double notches) {
        signals.add(new SignalReading(instrument, round - 1, (int) Math.round(notches * 1000)));
        return this;
    }

    /** Lets the reader's score card of the last round show so many points. */
    public Situation ownPoints(double points) {
        ownPoints = points;
        return this;
    }

    /** Lets the treaty end after so many more rounds than the open one. */
    public Situation withRoundsLeft(int rounds) {
        List<Clause> clauses = new ArrayList<>();
        for (Clause clause : treaty.clauses()) {
            clauses.add(clause.until(round + rounds));
        }
        treaty = Treaty.of(clauses, false, 1);
        return this;
    }

    public Situation caughtOn(Instrument instrument) {
        caught = instrument;
        return this;
    }

    public Situation withTechnologyChapter() {
        chapter = true;
        return this;
    }

    public Situation withInvestigationConcluded() {
        concluded = true;
        return this;
    }

    public Observation observation() {
        return new Observation(
                Viewer.of(reader),
                round,
                false,
                BUSAN.calendar().quarter(round),
                BUSAN.calendar().isSummit(round),
                0,
                levels,
                treaty,
                Observation.Climate.quiet(concluded ? 2 : 0, new BySide<>(800, 800), 10),
                List.of(),
                BUSAN.instruments().of(reader).stream().map(this::legal).toList(),
                round == 1 ? null : last());
    }

    private RoundView last() {
        SideFacts other = facts(reader.other());
        SideFacts own = facts(reader);
        return new RoundView(
                Viewer.of(reader),
                round - 1,
                levels,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                treaty,
                TreatyChange.NONE,
                treaty,
                signals,
                BySide.pick(reader, own, other),
                BySide.pick(reader, other, own),
                List.of(),
                new Figures(true, 4700, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 1000, 10),
                List.of(card()),
                RatificationView.NOTHING);
    }

    /** The reader's score card, all of whose points stand under income. */
    private ScoreCard card() {
        List<Long> points = new ArrayList<>(Collections.nCopies(Component.COUNT, 0L));
        points.set(Component.INCOME.ordinal(), Math.round(ownPoints * 1e6));
        return new ScoreCard(reader, true, points, Collections.nCopies(Component.COUNT, 0L), 0, 0, 0, 0);
    }

    private SideFacts facts(Side side) {
        Double told = publicEscalation;
        double points = side != reader && told != null ? told : ESCALATION.ofPublic(side, levels);
        Instrument named = caught != null && caught.holder() == side ? caught : null;
        return new SideFacts((int) Math.round(points * 1000), List.of(), false, 0, false, false, named, 800);
    }

    private LegalLevels legal(Instrument instrument) {
        boolean mildestWithheld = instrument == Instrument.US_CHIP_CONTROL && !chapter;
        boolean onlyMildest = instrument == Instrument.US_SECTION301_TARIFF && !concluded;
        int ladder = BUSAN.spec(instrument).ladder().size();
        List<Integer> legal = IntStream.range(mildestWithheld ? 1 : 0, onlyMildest ? 1 : ladder)
                .boxed()
                .toList();
        return LegalLevels.lasting(instrument, legal, List.of());
    }

    public static Instrument instrument(String qualifiedWord) {
        return Instrument.find(qualifiedWord, Side.US).orElseThrow();
    }

    private static int level(Instrument instrument, String token) {
        int level = BUSAN.spec(instrument).levelOf(token);
        if (level < 0) {
            throw new IllegalArgumentException(instrument.id() + " has no level " + token);
        }
        return level;
    }

    /** Returns the package, for four rounds, of clauses such as {@code US.RECIP=0 CN.SOY=9}. */
    public static Terms terms(String words) {
        List<Pledge> pledges = new ArrayList<>();
        for (String word : words.split(" ")) {
            int equals = word.indexOf('=');
            Instrument instrument = instrument(word.substring(0, equals));
            pledges.add(new Pledge(instrument, level(instrument, word.substring(equals + 1))));
        }
        return new Terms.Package(pledges, 4, false);
    }

    /** Writes orders as players do, for example {@code FENT=10 RECIP=10}, in instrument order. */
    public static String words(Orders orders) {
        StringJoiner words = new StringJoiner(" ");
        for (Order order : orders.list()) {
            InstrumentSpec spec = BUSAN.spec(order.instrument());
            words.add(order.instrument().word() + "=" + spec.rung(order.level()).token());
        }
        return words.toString();
    }
}
