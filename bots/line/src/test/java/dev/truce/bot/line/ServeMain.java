package dev.truce.bot.line;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.Decision;
import dev.truce.bots.Roster;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A bot of the roster as a program of its own; its name is the argument. */
public final class ServeMain {
    /** The name of a bot whose model never answers. */
    static final String SILENT = "silent";

    private ServeMain() {}

    private static final class Silent implements Bot {
        private enum Fault implements Refusal.Code {
            NO_ANSWER
        }

        private int round;

        @Override
        public Decision decide(Observation seen) {
            round = seen.openRound();
            return Decision.HOLD;
        }

        @Override
        public List<BotFault> takeFaults() {
            return List.of(BotFault.noAnswer(
                    round, Refusal.of(Fault.NO_ANSWER, "").because("refused.line.no-answer", "HTTP 401")));
        }
    }

    public static void main(String[] args) throws IOException {
        BotFactory bot = args[0].equals(SILENT)
                ? BotFactory.of(SILENT, seat -> new Silent())
                : Roster.find(args[0]).orElseThrow();
        ServedBot.run(bot, ServeMain::scenario, System.in, System.out);
    }

    private static Optional<Scenario> scenario(String id, String hash) {
        return Scenarios.edition(id, hash).map(ScenarioFile::scenario);
    }
}
