package dev.truce.cli.demo;

import dev.truce.cli.terminal.Keys;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.watch.Pace;
import dev.truce.story.page.Page;
import dev.truce.story.print.Look;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows a told match to a person at a terminal, a card at a time. A card rests for a while; the space bar holds it, arrows walk, and the
 * accusation waits for an answer.
 */
final class ToldShow {
    /** Longer than anybody waits. */
    private static final long FOR_AN_ANSWER = Integer.MAX_VALUE;

    private final ToldMatch match;
    private final Look look;
    private final Printer printer;
    private final Keys keys;
    private final long restMillis;
    private final int asked;
    private String answer = "";
    private boolean paused;

    /**
     * @param keys what is typed meanwhile
     * @param restMillis how long a card stays; 0 where it stays until a key is typed
     */
    ToldShow(ToldMatch match, Look look, Printer printer, Keys keys, long restMillis) {
        this.match = match;
        this.look = look;
        this.printer = printer;
        this.keys = keys;
        this.restMillis = restMillis;
        this.paused = restMillis == 0;
        this.asked = match.asked();
    }

    /** Tells all cards and the end as a text, with a rest before each; returns whether it was told to its end. */
    static boolean isRead(ToldMatch match, Look look, Printer printer, Pace pace) throws InterruptedException {
        for (Page part : match.parts()) {
            if (!pace.goesOn()) {
                return false;
            }
            printer.lines(look.lines(part));
        }
        return true;
    }

    /** Shows all cards and the end; returns whether the person stayed for it. */
    boolean isSeen() throws InterruptedException {
        int card = 0;
        while (card < match.cards()) {
            Keys.Key typed = card == asked && answer.isEmpty() ? asks(card) : shows(card);
            switch (typed) {
                case LEAVE -> {
                    return false;
                }
                case SPACE -> paused = !paused;
                case LEFT -> card = Math.max(0, card - 1);
                case I, L, ANY, NONE -> card += card == asked && answer.isEmpty() ? 0 : 1;
            }
        }
        keys.clear();
        print(match.end());
        return true;
    }

    /** Asks what the person would do; the answer is what is left to show. */
    private Keys.Key asks(int card) throws InterruptedException {
        keys.clear();
        print(match.question(card));
        Keys.Key typed = keys.await(FOR_AN_ANSWER);
        if (typed == Keys.Key.I || typed == Keys.Key.L) {
            String word = Texts.of(typed == Keys.Key.I ? "judge.inspect" : "judge.rest");
            answer = Texts.of("demo.yours", word);
            return shows(card);
        }
        return typed;
    }

    private Keys.Key shows(int card) throws InterruptedException {
        keys.clear();
        print(match.card(card));
        List<String> below = new ArrayList<>();
        if (card == asked) {
            below.add(answer);
        }
        below.add("");
        below.add(Texts.of(paused ? "demo.keys.paused" : "demo.keys"));
        printer.lines(below);
        return keys.await(paused ? FOR_AN_ANSWER : restMillis);
    }

    private void print(Page page) {
        printer.lines(look.lines(page));
    }
}
