package dev.truce.cli.screen;

import dev.truce.cli.text.Columns;
import dev.truce.cli.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The card before round 1: what was agreed in Busan, as the scenario's main source tells it. */
public final class OpeningCard {
    private static final List<String> FACTS =
            List.of("meeting", "tariff", "soya", "earths", "suspended", "also", "ahead");

    private OpeningCard() {}

    /** Returns the card; the accessible one is a sentence for each fact. */
    public static List<String> lines(Look look) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("card.title"));
        for (String fact : FACTS) {
            String text = Texts.of("card." + fact + ".text");
            if (look.accessible()) {
                lines.addAll(Columns.wrap("", Texts.of("card." + fact) + ": " + spoken(text) + "."));
            } else {
                lines.addAll(Columns.wrap("  " + Columns.pad(Texts.of("card." + fact), 14), text));
            }
        }
        String binds = Texts.of("card.binds");
        lines.addAll(Columns.wrap("", look.accessible() ? spoken(binds) : binds));
        return List.copyOf(lines);
    }

    private static String spoken(String text) {
        return text.replace("->", "to").replace("%", "percent");
    }
}
