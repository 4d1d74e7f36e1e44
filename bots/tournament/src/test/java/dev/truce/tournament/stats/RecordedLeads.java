package dev.truce.tournament.stats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Leads of real fixtures, from {@code leads.csv}, which says how they were made. */
final class RecordedLeads {
    private static final double UNITS = 20_000;

    private RecordedLeads() {}

    /** Returns the leads of each fixture in points, by the names of its bots with a hyphen between. */
    static Map<String, double[]> all() {
        Map<String, double[]> leads = new LinkedHashMap<>();
        for (String line : lines()) {
            if (!line.startsWith("#")) {
                String[] words = line.split(",", -1);
                leads.put(
                        words[0] + "-" + words[1],
                        Arrays.stream(words, 2, words.length)
                                .mapToDouble(word -> Long.parseLong(word) / UNITS)
                                .toArray());
            }
        }
        return leads;
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RecordedLeads.class.getResourceAsStream("leads.csv"), "leads.csv"),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
