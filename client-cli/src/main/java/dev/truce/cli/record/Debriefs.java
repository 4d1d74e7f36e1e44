package dev.truce.cli.record;

import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.scenario.Scenarios;
import java.nio.file.Path;
import java.util.List;

/** Tells the truth about a match that is over, from its record. */
public final class Debriefs {
    private Debriefs() {}

    /**
     * Returns how to find out what another policy of a seat would have led to from the middle of a match on.
     *
     * @param file where the record is
     */
    public static List<String> whatIf(Path file, String recordText, Scenario scenario, Side side) {
        int rounds = rounds(recordText, scenario).size();
        if (rounds < 2 || !Scenarios.ids().contains(scenario.id())) {
            return List.of();
        }
        String command = "truce branch " + AtomicFile.shown(file) + " --round " + (rounds / 2 + 1) + " --"
                + BySide.pick(side, "us", "cn") + " match --" + BySide.pick(side, "cn", "us") + " recorded";
        return TextWidth.wrap("", Texts.of("record.what-if", command));
    }

    /** Returns both sides' views of all rounds of a record; empty if it is of another scenario than the one played. */
    public static List<RoundView> rounds(String recordText, Scenario scenario) {
        return RecordFile.read(recordText, scenario)
                .map(match -> RecordReplay.of(match, Rules.of(scenario)).views())
                .orElse(List.of());
    }
}
