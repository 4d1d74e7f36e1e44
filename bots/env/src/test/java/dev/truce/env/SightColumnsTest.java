package dev.truce.env;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.RatificationView;
import dev.truce.engine.view.RoundView;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** The numbers that a learner sees. */
class SightColumnsTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "look-up", "env-columns.md");
    private static final String CARDS = """

            cards:
              played:
                - {round: 1, card: harvest-failure}
                - {round: 2, card: mine-opening}
                - {round: 2, card: port-strike}
                - {round: 3, card: election-swing us}
                - {round: 4, card: election-swing cn}
                - {round: 4, card: market-panic}
                - {round: 1, card: leak US.PACE}
                - {round: 2, card: leak CN.SOY}
                - {round: 3, card: leak CN.PACE}
                - {round: 4, card: leak CN.ENFORCE}
            """;

    /** The least and the largest value that a column has had. */
    private static final class Span {
        private final SightColumn column;
        private double least = Double.MAX_VALUE;
        private double most = -Double.MAX_VALUE;

        Span(SightColumn column) {
            this.column = column;
        }
    }

    private final SplitMix64 dice = new SplitMix64(0xa1f79c3d5e82b064L);
    private final Map<String, Span> spans = new LinkedHashMap<>();

    private void look(Lab lab, Episode episode) {
        List<SightColumn> columns = lab.columns().list();
        for (Side side : Side.values()) {
            ByteBuffer to = ByteBuffer.allocate(Float.BYTES * columns.size());
            episode.observe(side, to);
            to.flip();
            Sight sight = Sight.of(episode.match(), side, lab.space(side));
            for (SightColumn column : columns) {
                Span span = spans.computeIfAbsent(column.name(), name -> new Span(column));
                // As it comes, before it is cut to its range.
                double value = column.value().applyAsDouble(sight);
                assertThat(to.getFloat()).isEqualTo((float) Math.max(column.low(), Math.min(column.high(), value)));
                span.least = Math.min(span.least, value);
                span.most = Math.max(span.most, value);
            }
        }
    }

    private void play(Rules rules, int matches) {
        for (int match = 0; match < matches; match++) {
            BotFactory bot = match % 5 == 4
                    ? Roster.pool().get(dice.nextInt(Roster.pool().size()))
                    : null;
            Lab lab = Labs.lab(rules, match % 2 == 0 ? 0 : 12, bot, null);
            Episode episode = Labs.episode(lab);
            episode.reset(dice.nextLong());
            look(lab, episode);
            while (episode.isOpen()) {
                episode.step(match % 4 == 0 ? Labs.draw(lab, episode, dice) : Labs.drawQuietly(lab, episode, dice), 0);
                look(lab, episode);
            }
        }
    }

    @Test
    void everyColumnTurnsAndStaysInItsRange() {
        for (String scenario : Labs.SCENARIOS) {
            play(Labs.rules(scenario), 400);
        }
        play(Rules.of(Scenarios.load(Scenarios.text("busan-2025") + CARDS, "cards.yaml")), 20);
        List<String> still = new ArrayList<>();
        List<String> outside = new ArrayList<>();
        for (Span span : spans.values()) {
            if (span.least < span.column.low() || span.most > span.column.high()) {
                outside.add(span.column.name() + " " + span.least + " to " + span.most);
            }
            if (span.least == span.most) {
                still.add(span.column.name());
            }
        }
        assertThat(outside).isEmpty();
        // What becomes of a treaty is turned below: some of it is too rare for play by chance.
        still.removeIf(name -> name.startsWith("treaty.") || name.startsWith("signed."));
        assertThat(still).isEmpty();
    }

    @Test
    void whatBecomesOfATreatyTurnsItsColumn() {
        Lab lab = Labs.both(Labs.rules("busan-2025"));
        Episode episode = Labs.episode(lab);
        episode.reset(7);
        episode.step(new byte[2 * lab.actSize()], 0);
        Sight sight = Sight.of(episode.match(), Side.US, lab.space(Side.US));
        for (TreatyChange change : TreatyChange.values()) {
            for (Ratification.Outcome outcome : Ratification.Outcome.values()) {
                Sight other = new Sight(
                        Side.US, sight.seen(), with(sight.last(), change, outcome), sight.known(), null, null);
                assertThat(set(lab, other, "treaty."))
                        .containsExactly("treaty." + change.name().toLowerCase(Locale.ROOT));
                assertThat(set(lab, other, "signed."))
                        .containsExactly("signed." + outcome.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static List<String> set(Lab lab, Sight sight, String family) {
        return lab.columns().list().stream()
                .filter(column -> column.name().startsWith(family) && column.of(sight) == 1)
                .map(SightColumn::name)
                .toList();
    }

    private static RoundView with(RoundView view, TreatyChange change, Ratification.Outcome outcome) {
        return new RoundView(
                view.viewer(),
                view.round(),
                view.levels(),
                view.orders(),
                view.changes(),
                view.fallbacks(),
                view.prevented(),
                view.corrected(),
                view.events(),
                view.expired(),
                view.treaty(),
                change,
                view.next(),
                view.signals(),
                view.us(),
                view.cn(),
                view.own(),
                view.numbers(),
                new RatificationView(outcome, null, null, 0));
    }

    @Test
    void namesAreThereOnce() {
        assertThat(Labs.both(Labs.rules("busan-2025")).columns().list())
                .extracting(SightColumn::name)
                .doesNotHaveDuplicates();
    }

    /** The tables of the page are written again by {@code -Dtest.jvm=-Dgolden=write}. */
    @Test
    void thePageHasTheColumnsAndTheActions() throws IOException {
        Lab lab = Labs.both(Labs.rules("busan-2025"));
        StringJoiner columns =
                new StringJoiner("\n", "| | column | one whole is | range | source |\n|---|---|---|---|---|\n", "\n");
        List<SightColumn> list = lab.columns().list();
        for (int i = 0; i < list.size(); i++) {
            SightColumn column = list.get(i);
            columns.add("| " + i + " | `" + column.name() + "` | " + column.unit() + " | " + (int) column.low() + " to "
                    + (int) column.high() + " | `" + column.source() + "` |");
        }
        StringJoiner acts =
                new StringJoiner("\n", "| | US | choices | China | choices |\n|---|---|---|---|---|\n", "\n");
        for (int i = 0; i < lab.actSize(); i++) {
            acts.add("| " + i + " | " + cells(lab.space(Side.US).parts(), i) + " | "
                    + cells(lab.space(Side.CN).parts(), i) + " |");
        }
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        int at = page.indexOf("\n## ") + 1;
        String wanted = page.substring(0, at) + "## Actions\n\n" + acts + "\n## Observations\n\n" + columns;
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, wanted, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8)).isEqualTo(wanted);
    }

    private static String cells(List<ActPart> parts, int i) {
        return i < parts.size()
                ? "`" + parts.get(i).name() + "` | " + parts.get(i).size()
                : " | ";
    }
}
