package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Rung;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import dev.truce.engine.state.Ending;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every scenario that ships. */
class EveryScenarioTest {
    private static final Path HASHES = Path.of("src/test/resources/dev/truce/rulebook/hashes.txt");

    static List<String> ids() {
        return Scenarios.ids();
    }

    @Test
    void hashesAreThoseOfTheGoldenFile() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String id : Scenarios.ids()) {
            lines.add(id + " " + Scenarios.named(id).hash());
        }
        Path golden = module().resolve(HASHES);
        if ("refresh".equals(System.getProperty("truce.golden"))) {
            Files.createDirectories(Objects.requireNonNull(golden.getParent()));
            Files.write(golden, lines);
        }
        // A record names the hash, so another value makes every record of the scenario unreadable.
        assertThat(lines).isEqualTo(Files.readAllLines(golden));
    }

    @Test
    void noTwoHaveTheSameIdHashOrTitle() {
        Set<String> seen = new LinkedHashSet<>();
        for (String id : Scenarios.ids()) {
            Scenario scenario = Scenarios.named(id);
            assertThat(scenario.id()).isEqualTo(id);
            assertThat(seen.add(scenario.hash())).as(id).isTrue();
            assertThat(seen.add(scenario.titles().english())).as(id).isTrue();
            assertThat(seen.add(scenario.titles().chinese())).as(id).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void itLoadsToEqualValuesEachTimeAndIsReadOnce(String id) {
        assertThat(Scenarios.load(Scenarios.text(id), id)).isEqualTo(Scenarios.named(id));
        assertThat(Scenarios.named(id)).isSameAs(Scenarios.named(id));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void peaceIsWorthMoreThanWarToBothSides(String id) {
        Scenario scenario = Scenarios.named(id);
        for (Side side : Side.values()) {
            // A scale of less than a point would turn noise of two points a round into hundreds of score points.
            double war = -scenario.anchors().score(side, 0);
            assertThat(war).isFinite();
            double points = 100
                    / (scenario.anchors().score(side, 1) - scenario.anchors().score(side, 0));
            assertThat(points).as(side + " deep - war").isBetween(10.0, 200.0);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void holdingTheStartLevelsForeverIsWorthTheYardstick(String id) {
        Rules rules = Rules.of(Scenarios.named(id));
        for (Side side : Side.values()) {
            assertThat(rules.trucePath().points(1, side).total()).isFinite();
            assertThat(rules.trucePath().mean(12, side)).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aMatchInWhichNobodyActsEnds(String id) {
        Rules rules = Rules.of(Scenarios.named(id));
        Play play = new Play(rules, rules.setup(7));
        while (!play.state().isOver()) {
            play.hold();
        }
        assertThat(play.state().ending()).isEqualTo(Ending.HORIZON);
        for (Side side : Side.values()) {
            assertThat(play.score(side).score()).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void matchesOfRandomLegalOrdersKeepTheInvariantsAndEnd(String id) {
        Rules rules = Rules.of(Scenarios.named(id));
        for (long seed = 1; seed <= 40; seed++) {
            Play play = new Play(rules, rules.setup(seed));
            RandomOrders random = new RandomOrders(rules, seed, seed % 3 == 0 ? .9 : .25);
            while (!play.state().isOver()) {
                JointOrders orders = random.next(play.setup(), play.state());
                for (Side side : Side.values()) {
                    assertThat(rules.check(play.setup(), play.state(), side, RefusalTest.requests(orders.of(side))))
                            .isEqualTo(new Verdict.Accepted(orders.of(side)));
                }
                play.round(orders);
            }
            assertThat(play.state().round()).isEqualTo(rules.lastRound(play.setup()));
            for (Side side : Side.values()) {
                assertThat(play.score(side).score()).isFinite();
                assertThat(play.score(side).points().total())
                        .isCloseTo(play.state().side(side).pointsTotal(), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyInstrumentIsTitledInBothLanguagesAndSourced(String id) {
        for (InstrumentSpec spec : Scenarios.named(id).instruments()) {
            inBothLanguages(spec.titles());
            inBothLanguages(spec.shortTitles());
            assertThat(spec.source()).as(spec.instrument().id()).isNotBlank();
            for (Rung rung : spec.ladder()) {
                assertThat(rung.titles().english()).isNotBlank();
                assertThat(rung.titles().chinese()).isNotBlank();
                assertThat(rung.token()).matches("[a-z0-9.-]+");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void allItsTextsAreInBothLanguages(String id) {
        Scenario scenario = Scenarios.named(id);
        inBothLanguages(scenario.titles());
        inBothLanguages(scenario.truceTitles());
        inBothLanguages(Objects.requireNonNull(Scenarios.file(id).about(), "about"));
        scenario.calendar().marks().forEach(mark -> inBothLanguages(mark.titles()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void clausesInForceAreKeptByTheStartLevels(String id) {
        Scenario scenario = Scenarios.named(id);
        for (Clause clause : scenario.truce()) {
            assertThat(clause.isBrokenBy(scenario.spec(clause.instrument()).start()))
                    .as(clause.instrument().id())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aClauseAtTheFallbackIsWorthNothingAndTheDeepestSetsAreWorthTwo(String id) {
        Scenario scenario = Scenarios.named(id);
        for (Side side : Side.values()) {
            double deepest = 0;
            for (Instrument instrument : scenario.instruments().of(side)) {
                InstrumentSpec spec = scenario.spec(instrument);
                deepest += spec.depthValues().stream().mapToDouble(v -> v).max().orElseThrow();
                // The pace of Chinese licences is valued as if its fallback were one step worse (agreements A1).
                if (instrument != Instrument.CN_LICENCE_PACE) {
                    assertThat(spec.depthValues().get(spec.fallback()))
                            .as(instrument.id())
                            .isZero();
                }
            }
            assertThat(deepest).as(side.name()).isCloseTo(2.0, within(1e-9));
        }
    }

    private static void inBothLanguages(Titles titles) {
        assertThat(titles.english()).matches("[\\p{ASCII}\\s]*\\S[\\p{ASCII}\\s]*");
        assertThat(titles.chinese()).containsPattern("\\p{IsHan}");
    }

    private static Path module() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("server/rulebook/pom.xml"))) {
            if (Files.exists(folder.resolve(HASHES))) {
                return folder;
            }
            folder = Objects.requireNonNull(folder.getParent(), "server/rulebook is in no folder above");
        }
        return folder.resolve("server/rulebook");
    }
}
