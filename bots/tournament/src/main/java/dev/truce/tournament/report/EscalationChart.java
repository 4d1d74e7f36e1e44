package dev.truce.tournament.report;

import dev.truce.engine.board.Side;
import dev.truce.story.picture.Panels;
import dev.truce.story.picture.Picture;
import dev.truce.story.picture.RowChart;
import dev.truce.story.picture.Shape.Dash;
import dev.truce.story.picture.Tone;
import java.util.List;

/** How hard bots pressed in each round: a panel for both seats, and one for each bot with all of them as a broken line. */
final class EscalationChart {
    private EscalationChart() {}

    /** Returns the last round that at least a tenth of the matches reached; later rounds rest on few. */
    static int lastShown(RoundMeans rounds) {
        int last = 1;
        while (last < rounds.rounds() && 10L * rounds.count(Side.US, last + 1) >= rounds.count(Side.US, 1)) {
            last++;
        }
        return last;
    }

    static Picture of(Results results, Words words) {
        List<String> ranking = results.ranking();
        List<String> names = results.card().names();
        RoundMeans rounds = results.rounds();
        int last = lastShown(rounds);
        Panels panels = new Panels(0, highest(rounds, names.size(), last), last);
        panels.key(0, Dash.NONE, Tone.US, words.of("picture.as-us"));
        panels.key(130, Dash.LONG, Tone.CN, words.of("picture.as-cn"));
        panels.key(260, Dash.NONE, Tone.INK, words.of("picture.escalation.bot"));
        panels.key(400, Dash.DOTS, Tone.FAINT, words.of("picture.escalation.all"));
        Panels.Panel all = panels.add(words.of("picture.escalation.seats"));
        all.curve(last, round -> rounds.escalation(Side.US, round), Dash.NONE, Tone.US);
        all.curve(last, round -> rounds.escalation(Side.CN, round), Dash.LONG, Tone.CN);
        for (int place = 0; place < ranking.size(); place++) {
            int bot = names.indexOf(ranking.get(place));
            Panels.Panel panel = panels.add((place + 1) + "  " + RowChart.cut(ranking.get(place)));
            panel.curve(last, round -> ofAll(rounds, round), Dash.DOTS, Tone.FAINT);
            panel.curve(last, round -> rounds.escalation(bot, round), Dash.NONE, Tone.INK);
        }
        return panels.picture(
                words.of(
                        "picture.escalation",
                        Measure.number(ofAll(rounds, 1), 2),
                        Measure.number(ofAll(rounds, last), 2),
                        last),
                words.of("picture.escalation.axes"));
    }

    private static double ofAll(RoundMeans rounds, int round) {
        return (rounds.escalation(Side.US, round) + rounds.escalation(Side.CN, round)) / 2;
    }

    private static double highest(RoundMeans rounds, int bots, int last) {
        double highest = 0;
        for (int round = 1; round <= last; round++) {
            for (Side seat : Side.values()) {
                highest = Math.max(highest, rounds.escalation(seat, round));
            }
            for (int bot = 0; bot < bots; bot++) {
                highest = Math.max(highest, rounds.escalation(bot, round));
            }
        }
        return highest;
    }
}
