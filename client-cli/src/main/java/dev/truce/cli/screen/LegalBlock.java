package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Observation;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What a seat may order now; the present level stands in brackets. */
public final class LegalBlock {
    private static final int COLUMN = 37;

    private final Wording wording;

    /** @param wording the words of the scenario */
    public LegalBlock(Wording wording) {
        this.wording = wording;
    }

    /** Returns all instruments that may be ordered, two a line where they fit. */
    public List<String> lines(Observation observation) {
        return lines(observation.legal(), observation);
    }

    /** Returns some of the instruments that may be ordered, two a line where they fit. */
    public List<String> lines(List<LegalLevels> ordered, Observation observation) {
        List<String> cells = new ArrayList<>();
        for (LegalLevels legal : ordered) {
            String covert = legal.instrument().isCovert()
                    ? "   " + wording.covert(legal.instrument()).strip()
                    : "";
            cells.add(cell(legal, observation) + covert + reasons(legal));
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String left = cells.get(i);
            boolean pairs = i + 1 < cells.size()
                    && TextWidth.width(left) < COLUMN
                    && TextWidth.width(cells.get(i + 1)) <= TextWidth.SCREEN - COLUMN;
            if (pairs) {
                lines.add(TextWidth.pad(left, COLUMN) + cells.get(++i));
            } else {
                lines.addAll(TextWidth.wrap(left.substring(0, 9), left.substring(9)));
            }
        }
        return lines;
    }

    /** Returns one instrument with its unit and the clause that binds it. */
    public List<String> lines(LegalLevels legal, Observation observation) {
        Instrument instrument = legal.instrument();
        StringBuilder text = new StringBuilder(levels(legal, observation));
        text.append(reasons(legal)).append("   ");
        text.append(wording.scenario().spec(instrument).unit()).append('.');
        Clause clause = observation.treaty().binding(instrument, observation.openRound());
        if (clause != null) {
            String key = instrument.isCovert() ? "legal.floor" : "legal.cap";
            text.append(' ').append(Texts.of(key, clause.agreement(), wording.level(instrument, clause.bound())));
        }
        if (instrument.isCovert()) {
            text.append(' ').append(Texts.of("legal.covert"));
        }
        return TextWidth.wrap(TextWidth.pad(instrument.word(), 8) + " ", text.toString());
    }

    private String cell(LegalLevels legal, Observation observation) {
        return TextWidth.pad(legal.instrument().word(), 8) + " " + levels(legal, observation);
    }

    private String levels(LegalLevels legal, Observation observation) {
        int present = observation.levels().get(legal.instrument());
        List<String> tokens = new ArrayList<>();
        boolean shown = false;
        for (int level : legal.legal()) {
            String token = wording.level(legal.instrument(), level);
            shown |= level == present;
            tokens.add(level == present ? "[" + token + "]" : token);
        }
        if (!shown) {
            tokens.add("[" + wording.level(legal.instrument(), present) + "]");
        }
        return String.join(" ", tokens);
    }

    private String reasons(LegalLevels legal) {
        if (legal.withheld().isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (LegalLevels.Reason reason : LegalLevels.Reason.values()) {
            List<String> tokens = new ArrayList<>();
            for (LegalLevels.Withheld level : legal.withheld()) {
                if (level.reason() == reason) {
                    tokens.add(wording.level(legal.instrument(), level.level()));
                }
            }
            if (!tokens.isEmpty()) {
                parts.add(Texts.of("legal.not", String.join(", ", tokens), Texts.of("legal.because." + reason.name())));
            }
        }
        return "  " + String.join("; ", parts);
    }
}
