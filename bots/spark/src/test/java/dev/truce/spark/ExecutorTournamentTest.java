package dev.truce.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bots.policy.Policy;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.plan.Seeds;
import dev.truce.tournament.result.RunCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutorTournamentTest {
    private static final PairSpec FIRST = new PairSpec(0, 0, 0, 1, Seeds.ofPair(11, 0));

    @TempDir
    private Path folder;

    private static ExecutorTask executorTask(RunCard card) {
        return new ExecutorTask(card.json(), "");
    }

    @Test
    void aTournamentIsMadeReadyOnceForAllThreads() throws Exception {
        ExecutorTask executorTask = executorTask(Cards.card(1, "tft", "hawk"));
        ExecutorTournament tournament = ExecutorTournament.of(executorTask);

        assertThat(ExecutorTournament.of(executorTask(Cards.card(1, "tft", "hawk"))))
                .isSameAs(tournament);
        assertThat(ExecutorTournament.of(executorTask(Cards.card(1, "tft", "dove"))))
                .isNotSameAs(tournament);
    }

    @Test
    void aScenarioThatDoesNotShipComesWithTheTask() throws Exception {
        RunCard card = Cards.card(1, "tft", "hawk");
        ExecutorTask executorTask = new ExecutorTask(card.json(), Scenarios.text("busan-2025"));

        assertThat(ExecutorTournament.of(executorTask).maker().make(FIRST).scored())
                .isEqualTo(Cards.maker(card).make(FIRST).scored());
    }

    @Test
    void anotherScenarioIsRefused() {
        RunCard card = Cards.card(1, "tft", "hawk");
        ExecutorTask executorTask = new ExecutorTask(card.json(), Scenarios.text("symmetric"));

        assertThatThrownBy(() -> ExecutorTournament.of(executorTask))
                .isInstanceOf(UnfitException.class)
                .hasMessageContaining("the scenario is another one here")
                .hasMessageContaining(Scenarios.named("symmetric").hash());
    }

    @Test
    void aPolicyOfAFilePlaysIfTheFileIsTheSame() throws Exception {
        Path file = folder.resolve("policy.txt");
        Files.writeString(file, Policy.shipped(Scenarios.busan2025()).text());
        RunCard card = Cards.card(1, "tft", "learner:" + file);

        assertThat(ExecutorTournament.of(executorTask(card))
                        .maker()
                        .make(FIRST)
                        .scored()
                        .isVoid())
                .isFalse();

        Files.writeString(file, "\n", StandardOpenOption.APPEND);
        RunCard later = card.at(RunCard.State.STOPPED, 0, "");
        assertThatThrownBy(() -> ExecutorTournament.of(executorTask(later)))
                .isInstanceOf(UnfitException.class)
                .hasMessageContaining("the program of 'learner:" + file + "' has the hash");
    }

    @Test
    void whatIsNoCardIsRefused() {
        assertThatThrownBy(() -> ExecutorTournament.of(new ExecutorTask("{}", "")))
                .isInstanceOf(UnfitException.class)
                .hasMessageContaining("run.json");
    }
}
