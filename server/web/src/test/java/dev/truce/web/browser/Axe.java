package dev.truce.web.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules for accessible pages (WCAG 2.2, levels A and AA) as axe-core checks them; {@code .ci/page-plays-the-same} fetches it. */
public final class Axe {
    private static final Path SOURCE = Path.of("target/axe/node_modules/axe-core/axe.min.js");

    private final String source;

    /** Reads it. */
    public Axe() throws IOException {
        if (!Files.exists(SOURCE)) {
            throw new IllegalStateException("no axe-core: .ci/page-plays-the-same fetches it");
        }
        source = Files.readString(SOURCE);
    }

    /**
     * Returns which rules what is shown breaks, and where.
     *
     * @param colours whether only that its colours differ enough is checked
     */
    public List<String> broken(Browser browser, boolean colours) throws Exception {
        browser.run("{ if (!globalThis.axe) { " + source + " } return ''; }");
        String only = colours
                ? "['color-contrast']"
                : "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";
        // What the bar at the bottom hides until one scrolls counts as small there; LookTest measures sizes, and wants
        // more.
        String rules = colours ? "{}" : "{ 'target-size': { enabled: false } }";
        String broken = browser.run("{ const told = await axe.run(document, { runOnly: " + only + ", rules: " + rules
                + " }); if (told.passes.length === 0) return 'no rule was checked';"
                + " return told.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.html"
                + " + ' ' + node.failureSummary.replace(/\\s+/g, ' '))).join('\\n'); }");
        return broken.isEmpty() ? List.of() : List.of(broken.split("\n"));
    }
}
