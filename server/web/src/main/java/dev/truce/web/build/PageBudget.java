package dev.truce.web.build;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * How heavy the page may be: a first visit takes about three seconds on a slow line of 1.6 Mbit/s. Of that 3 kB are for what
 * {@code busan-2025} named before the third ruleset, with which old records and rooms go on. The reveal of a round with its sentences took
 * 8 kB, and the deal table with its verdict in three cases, and what readers missed, the last 3 kB. The seat on one screen, with ribbon, figures
 * and ladders, takes 10 kB; the texts that no program asks for gave 14 kB for it, so that a first visit weighs less than before.
 * Advice of ministers on accusations, and the rules that the learner learnt for them, take 2 kB; the first screen with its opponents, and a round
 * told without notation, 5 kB. The bot that thinks ahead, and matches between bots, gave 16 kB: they come with the program that speaks to a server.
 * What instructors need to open a class comes when they ask for it. What an offer is, and what a secret shortfall risks, take 5 kB of the same visit.
 * The program that speaks to a server has 4 kB more since desks add and exchange students by name; no first visit takes it.
 * Programs without the checks by which Java throws of itself weigh a ninth less, and so do the limits.
 */
final class PageBudget {
    /** Of the programs, packed. */
    private static final Map<PageFiles.Program, Integer> PROGRAMS =
            Map.of(PageFiles.Program.SOLO, 506_000, PageFiles.Program.WHOLE, 745_000);
    /** Of a first visit in one language, packed. */
    private static final int VISIT = 580_000;
    /** Of a first visit. */
    private static final int REQUESTS = 11;
    /** Files that are fetched when somebody opens a record, or speaks to a server, or once the page has begun. */
    private static final Set<String> LATER = Set.of(
            "record.js",
            "desk.js",
            "desk.css",
            "teach.js",
            "teach.css",
            PageFiles.KEEPER,
            PageFiles.Program.WHOLE.file());

    private PageBudget() {}

    /** Insists on the budget and prints what is used of it. */
    static void require(PageFiles assets) {
        SortedMap<String, Integer> weights = assets.weights();
        // A visitor needs the texts of one language; the longer one counts.
        int language = Math.min(
                weights.getOrDefault("story_en.properties", 0), weights.getOrDefault("story_zh.properties", 0));
        int visit = -language;
        for (Map.Entry<String, Integer> file : weights.entrySet()) {
            visit += LATER.contains(file.getKey()) ? 0 : file.getValue();
        }
        int requests = weights.size() - LATER.size() - 1;
        boolean heavy = visit > VISIT || requests > REQUESTS;
        StringBuilder used = new StringBuilder(
                "page: first visit " + visit + " of " + VISIT + " B in " + requests + " of " + REQUESTS + " requests");
        for (PageFiles.Program program : PageFiles.Program.values()) {
            int weight = weights.getOrDefault(program.file(), 0);
            int most = PROGRAMS.getOrDefault(program, 0);
            heavy |= weight > most;
            used.append(", ")
                    .append(program.file())
                    .append(' ')
                    .append(weight)
                    .append(" of ")
                    .append(most);
        }
        System.out.println(used);
        if (heavy) {
            throw new IllegalStateException("the page is too heavy: " + weights);
        }
    }
}
