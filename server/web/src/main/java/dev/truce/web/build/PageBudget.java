package dev.truce.web.build;

import java.util.SortedMap;

/** How heavy the page may be: on a slow line of 1.6 Mbit/s a first visit of 550 kB takes three seconds. */
final class PageBudget {
    /** Of the program, packed. */
    private static final int PROGRAM = 500_000;
    /** Of a first visit in one language, packed. */
    private static final int VISIT = 550_000;
    /** Of a first visit. */
    private static final int REQUESTS = 10;

    private PageBudget() {}

    /** Insists on the budget and prints what is used of it. */
    static void require(PageFiles assets) {
        SortedMap<String, Integer> weights = assets.weights();
        int program = weights.getOrDefault(PageFiles.PROGRAM, 0);
        // A visitor needs the texts of one language; the longer one counts.
        int language = Math.min(
                weights.getOrDefault("story_en.properties", 0), weights.getOrDefault("story_zh.properties", 0));
        int visit = weights.values().stream().mapToInt(Integer::intValue).sum() - language;
        int requests = weights.size() - 1;
        System.out.printf("page: program %d/%d B, visit %d/%d B%n", program, PROGRAM, visit, VISIT);
        if (program > PROGRAM || visit > VISIT || requests > REQUESTS) {
            throw new IllegalStateException(
                    "the page is too heavy: program " + program + " of " + PROGRAM + " bytes packed, first visit "
                            + visit + " of " + VISIT + " in " + requests + " of " + REQUESTS + " requests; " + weights);
        }
    }
}
