package dev.truce.tournament.dataset;

import java.util.List;

/**
 * What its makers say of a data set.
 *
 * @param name a word by which programs know it
 * @param title what people call it
 * @param description what it is for
 * @param version of the data
 * @param licence its identifier, as SPDX has it
 * @param creators who answers for it
 * @param keywords by which it is looked for
 * @param url where it is, or empty
 * @param published the day, as 2026-12-31, or empty
 */
public record DataSetAbout(
        String name,
        String title,
        String description,
        String version,
        String licence,
        List<String> creators,
        List<String> keywords,
        String url,
        String published) {
    public DataSetAbout {
        creators = List.copyOf(creators);
        keywords = List.copyOf(keywords);
    }
}
