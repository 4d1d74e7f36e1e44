package dev.truce.web.screen;

import dev.truce.story.words.Phrases;
import java.util.Locale;
import java.util.Map;

/**
 * A bot that the first screen suggests, one of each temper. The strength, 1 to 3, is that of its mean score in the pool, by
 * docs/evidence/ruleset3.md: at least 72 is 2, at least 78 is 3.
 */
enum Opponent {
    TRUCE(1),
    TFT(2),
    NEGOTIATOR(3),
    LIAR(3),
    HAWK(1);

    private final int strength;

    Opponent(int strength) {
        this.strength = strength;
    }

    /** Its name in the roster. */
    String bot() {
        return name().toLowerCase(Locale.ROOT);
    }

    int strength() {
        return strength;
    }

    /** Whether it may be the opponent of a day: it answers what one does. */
    boolean answers() {
        return strength > 1;
    }

    String title(Phrases phrases) {
        return phrases.of("web.opponent." + bot());
    }

    /** Returns how a bot of the roster is called on the first screen: by its name there if it is none of these. */
    static String title(String bot, Phrases phrases) {
        for (Opponent opponent : values()) {
            if (opponent.bot().equals(bot)) {
                return opponent.title(phrases);
            }
        }
        return bot;
    }

    /** Returns a row of the list of opponents. */
    Map<String, Object> row(Phrases phrases) {
        return Map.of(
                "bot",
                bot(),
                "name",
                title(phrases),
                "does",
                phrases.of("web.opponent.does." + bot()),
                "strength",
                strength,
                "says",
                phrases.of("web.opponent.strength", strength));
    }

    /** Returns how today's match against it is told, before whose text its day stands. */
    Map<String, Object> today(Phrases phrases) {
        return Map.of("bot", bot(), "text", phrases.of("web.today.text", title(phrases)));
    }
}
