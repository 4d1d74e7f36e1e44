package dev.truce.web.build;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** How heavy the page may be: on a slow line of 1.6 Mbit/s a first visit of 730 kB takes less than four seconds. */
final class PageBudget {
    /** Of the program, packed. */
    private static final int PROGRAM = 700_000;
    /** Of a first visit in one language, packed. */
    private static final int VISIT = 740_000;
    /** Of a first visit. */
    private static final int REQUESTS = 10;
    /** Files that are fetched when somebody opens a record. */
    private static final Set<String> LATER = Set.of("record.js");

    private PageBudget() {}

    /** Insists on the budget and prints what is used of it. */
    static void require(PageFiles assets) {
        SortedMap<String, Integer> weights = assets.weights();
        int program = weights.getOrDefault(PageFiles.PROGRAM, 0);
        // A visitor needs the texts of one language; the longer one counts.
        int language = Math.min(
                weights.getOrDefault("story_en.properties", 0), weights.getOrDefault("story_zh.properties", 0));
        int visit = -language;
        for (Map.Entry<String, Integer> file : weights.entrySet()) {
            visit += LATER.contains(file.getKey()) ? 0 : file.getValue();
        }
        int requests = weights.size() - LATER.size() - 1;
        System.out.printf("page: program %d/%d B, visit %d/%d B%n", program, PROGRAM, visit, VISIT);
        if (program > PROGRAM || visit > VISIT || requests > REQUESTS) {
            throw new IllegalStateException(
                    "the page is too heavy: program " + program + " of " + PROGRAM + " bytes packed, first visit "
                            + visit + " of " + VISIT + " in " + requests + " of " + REQUESTS + " requests; " + weights);
        }
    }
}
