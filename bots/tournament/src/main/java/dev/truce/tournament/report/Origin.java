package dev.truce.tournament.report;

import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TournamentSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * Where results come from, as far as it decides what is in the files: neither the machine nor the time, nor how often the tournament was
 * interrupted, so that equal runs have equal reports. {@code run.json} has those.
 */
final class Origin {
    private Origin() {}

    /** Returns names and values, a row for each. */
    static List<List<String>> rows(RunCard card, Words words) {
        TournamentSettings settings = card.settings();
        RunCard.Edition rulesStamp = card.rulesStamp();
        RunCard.Program program = card.program();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.of("origin.format"), settings.format().word()));
        rows.add(List.of(words.of("origin.pairs"), Integer.toString(settings.pairs())));
        rows.add(List.of(words.of("origin.seed"), Long.toString(settings.seed())));
        rows.add(List.of(
                words.of("origin.budget"),
                settings.movetimeMillis() > 0
                        ? words.of("origin.movetime", settings.movetimeMillis())
                        : words.of("origin.steps", settings.steps())));
        rows.add(List.of(words.of("origin.scenario"), rulesStamp.scenario()));
        rows.add(List.of(words.of("origin.scenario-hash"), rulesStamp.scenarioSha256()));
        rows.add(List.of(words.of("origin.data"), rulesStamp.dataVersion()));
        rows.add(List.of(words.of("origin.ruleset"), rulesStamp.ruleset()));
        rows.add(List.of(words.of("origin.version"), program.version()));
        rows.add(List.of(
                words.of("origin.commit"),
                program.commit() + (program.dirty().equals("yes") ? " " + words.of("origin.dirty") : "")));
        rows.add(List.of(
                words.of("origin.repeats"),
                words.of(settings.movetimeMillis() > 0 ? "origin.repeats.no" : "origin.repeats.yes")));
        return rows;
    }

    /** Returns the bots: name, what was given for it, kind, and the hash of a command's program. */
    static List<List<String>> bots(RunCard card, Words words) {
        List<List<String>> rows = new ArrayList<>();
        for (RunCard.Entrant bot : card.bots()) {
            // The hash of a roster bot is that of the jar, which depends on how it was packed.
            boolean isRoster = bot.kind().equals("roster");
            rows.add(
                    List.of(bot.name(), bot.given(), bot.kind(), isRoster ? words.of("origin.shipped") : bot.sha256()));
        }
        return rows;
    }

    /** Returns the command that plays the tournament again. */
    static String command(TournamentSettings settings) {
        StringBuilder command = new StringBuilder("truce tournament");
        for (String bot : settings.bots()) {
            command.append(" --bot ").append(quoted(bot));
        }
        command.append(" --format ").append(settings.format().word());
        command.append(" --pairs ").append(settings.pairs());
        if (settings.self() && !settings.format().needsSelf()) {
            command.append(" --self");
        }
        command.append(" --seed ").append(settings.seed());
        command.append(" --scenario ").append(quoted(settings.scenario()));
        command.append(" --steps ").append(settings.steps());
        if (settings.movetimeMillis() > 0) {
            command.append(" --movetime ").append(settings.movetimeMillis());
        }
        if (!settings.sprt().isEmpty()) {
            command.append(" --sprt ").append(quoted(settings.sprt()));
        }
        if (settings.recover()) {
            command.append(" --recover");
        }
        if (settings.records() != RecordChoice.ALL) {
            command.append(" --records ").append(settings.records().word());
        }
        return command.append(" --out again").toString();
    }

    /** Returns a word as a shell wants it. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_.,:/=+@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
