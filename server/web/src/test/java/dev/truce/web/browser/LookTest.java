package dev.truce.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every screen, narrow and wide, light and dark, in both languages: nothing sticks out, and everybody can use it. */
@Tag("browser")
class LookTest {
    private static final Path PICTURES = Path.of("target/pictures");
    private static final int PHONE = 360;
    private static final int[] WIDTHS = {PHONE, 800, 1280};
    private static final List<String> TABS = List.of("levers", "what", "offers", "why");

    /** What can be pressed and is lower or narrower than a finger; a label that holds its box counts as one with it. */
    private static final String SMALL =
            "[...document.querySelectorAll('button, select, input, summary, a[href]')].filter((one) => one.checkVisibility())"
                    + ".map((one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])"
                    + ".filter(([, box]) => box.height < 43.5 || box.width < 43.5)"
                    + ".map(([one, box]) => one.outerHTML + ' ' + box.width + ' x ' + box.height).join('\\n')";

    /** What is wrong with one screen must not hide what is wrong with another. */
    private final SoftAssertions all = new SoftAssertions();

    @TempDir
    Path data;

    @Test
    void everyScreenFitsAndCanBeUsedByEverybody() throws Exception {
        try (RealServer server = RealServer.start(data, 0, "--room", "--rounds", "3");
                Browser browser = new Browser()) {
            String page = server.page();
            String code = server.code();
            browser.visit(page);
            looks(browser, "start");
            browser.visit(page + "#/play/busan-2025,US,negotiator,s7");
            browser.run("{ const lever = document.querySelector('#lever-FENT'); lever.value = '3';"
                    + " lever.dispatchEvent(new Event('input', { bubbles: true })); return ''; }");
            browser.await("document.querySelector('#what_if details') !== null");
            looks(browser, "seat");
            while (browser.run("String(truce.match().over)").equals("false")) {
                browser.run("{ document.querySelector('#ready').click(); return ''; }");
            }
            looks(browser, "end");
            browser.run("{ document.querySelector('#walk').click(); return ''; }");
            browser.await("truce.match().kind === 'record'");
            looks(browser, "record");
            browser.visit(page + "#/join/" + code);
            looks(browser, "join");
            browser.run(
                    "{ document.querySelector('#name').value = 'Lee'; document.querySelector('#join').click(); return ''; }");
            browser.await("truce.match().kind === 'waiting'");
            looks(browser, "waiting");
            assertThat(browser.console()).isEmpty();
            canFail(browser);
        }
        all.assertAll();
    }

    private void looks(Browser browser, String screen) throws Exception {
        Axe axe = new Axe();
        for (String scheme : List.of("light", "dark")) {
            browser.taste(scheme);
            for (String language : List.of("en", "zh")) {
                speak(browser, language);
                for (int width : WIDTHS) {
                    browser.size(width, width == PHONE ? 780 : 900);
                    for (String tab : width == PHONE && screen.equals("seat") ? TABS : List.of("")) {
                        if (!tab.isEmpty()) {
                            browser.run("{ document.querySelectorAll('.tabs button')[" + TABS.indexOf(tab)
                                    + "].click(); return ''; }");
                        }
                        String name =
                                screen + (tab.isEmpty() ? "" : "-" + tab) + "-" + width + "-" + scheme + "-" + language;
                        browser.picture(PICTURES.resolve(name + ".png"));
                        all.assertThat(Integer.parseInt(browser.run("String(document.documentElement.scrollWidth)")))
                                .as(name)
                                .isLessThanOrEqualTo(width);
                        all.assertThat(browser.run(SMALL)).as(name).isEmpty();
                        if (width != 800 && (scheme.equals("light") || language.equals("en"))) {
                            all.assertThat(axe.broken(browser, scheme.equals("dark")))
                                    .as(name)
                                    .isEmpty();
                        }
                    }
                }
            }
        }
    }

    private static void speak(Browser browser, String language) throws Exception {
        browser.run("{ document.querySelector('.tools [lang^=" + language + "]').click(); return ''; }");
        browser.await("document.documentElement.lang.startsWith('" + language + "')");
    }

    /** The checks are able to fail. */
    private void canFail(Browser browser) throws Exception {
        browser.run(
                "{ const bad = document.createElement('button'); bad.style.color = 'var(--line)'; bad.textContent = 'a word';"
                        + " bad.style.minHeight = '1px'; document.querySelector('main').append(bad); return ''; }");
        all.assertThat(new Axe().broken(browser, false)).anyMatch(broken -> broken.startsWith("color-contrast"));
        all.assertThat(browser.run(SMALL)).isNotEmpty();
    }
}
