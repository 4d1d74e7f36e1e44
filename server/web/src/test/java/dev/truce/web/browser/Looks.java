package dev.truce.web.browser;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/**
 * Looks at a screen of the page, narrow and wide, light and dark, in both languages: nothing sticks out, everything can be pressed, and no rule
 * for accessible pages is broken. Pictures are kept of what is looked at closely.
 */
public final class Looks {
    private static final Path PICTURES = Path.of("target/pictures");
    private static final int PHONE = 360;
    private static final int[] WIDTHS = {PHONE, 800, 1280};

    /** What can be pressed and is lower or narrower than a finger; a label that holds its box counts as one with it. */
    private static final String SMALL =
            "[...document.querySelectorAll('button, select, input, summary, a[href]')].filter((one) => one.checkVisibility())"
                    + ".map((one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])"
                    + ".filter(([, box]) => box.height < 43.5 || box.width < 43.5)"
                    + ".map(([one, box]) => one.outerHTML + ' ' + box.width + ' x ' + box.height).join('\\n')";

    /** What can be chosen and says nothing, shows a place that was not filled, or reads like another choice of its list. */
    private static final String UNCLEAR = "[...document.querySelectorAll('select')].flatMap((list) =>"
            + " [...list.options].map((one) => one.text.trim()).filter((text, at, all) =>"
            + " !text || /[{}%]/.test(text) || all.indexOf(text) < at).map((text) => list.name + ': ' + text)).join('\\n')";

    private final Browser browser;
    private final Axe axe;
    /** What is wrong with one screen must not hide what is wrong with another. */
    private final SoftAssertions all = new SoftAssertions();

    private String first = "";
    private int looked;

    /** Looks at what a browser shows. */
    public Looks(Browser browser) throws Exception {
        this.browser = browser;
        this.axe = new Axe();
    }

    /**
     * Looks at the screen that is shown, and leaves it wide and in English.
     *
     * @param screen its name
     * @param tabs how many parts of it a phone shows one at a time, or 0 if it shows all; a wide screen may have fewer
     */
    public void at(String screen, int tabs) throws Exception {
        for (String scheme : List.of("light", "dark")) {
            browser.taste(scheme);
            for (String language : List.of("zh", "en")) {
                speak(language);
                for (int width : WIDTHS) {
                    browser.size(width, width == PHONE ? 780 : 900);
                    for (int tab = 0; tab < Math.max(1, tabs); tab++) {
                        String button = "document.querySelectorAll('.tabs button')[" + tab + "]";
                        // A wide screen has the levers beside each of its parts.
                        if (tabs > 0
                                && browser.run("String(" + button + ".checkVisibility())")
                                        .equals("false")) {
                            continue;
                        }
                        if (tabs > 0) {
                            browser.run("{ " + button + ".click(); return ''; }");
                        }
                        String name =
                                screen + (tab == 0 ? "" : "-" + tab) + "-" + width + "-" + scheme + "-" + language;
                        boolean deep = scheme.equals("light")
                                ? width == PHONE || (width == 1280 && language.equals("en"))
                                : width == 1280 && language.equals("en");
                        see(name, width, deep, scheme.equals("dark"));
                    }
                    if (tabs > 0) {
                        browser.run("{ document.querySelector('.tabs button').click(); return ''; }");
                    }
                }
            }
        }
    }

    private void see(String name, int width, boolean deep, boolean colours) throws Exception {
        first = looked == 0 ? name.replaceFirst("-.*", "") : first;
        looked++;
        all.assertThat(Integer.parseInt(browser.run("String(document.documentElement.scrollWidth)")))
                .as(name)
                .isLessThanOrEqualTo(width);
        all.assertThat(browser.run(SMALL)).as(name).isEmpty();
        all.assertThat(browser.run(UNCLEAR)).as(name).isEmpty();
        if (deep) {
            browser.picture(PICTURES.resolve(name + ".png"));
            // Its rules are the same in the dark, but for colours.
            all.assertThat(axe.broken(browser, colours)).as(name).isEmpty();
        }
    }

    private void speak(String language) throws Exception {
        browser.run("{ document.querySelector('.tools [lang^=" + language + "]').click(); return ''; }");
        browser.await("document.documentElement.lang.startsWith('" + language + "')");
    }

    /** Insists that nothing was wrong, and that something wrong would have been seen. */
    public void insist() throws Exception {
        int wrong = all.assertionErrorsCollected().size();
        FaceFigures.keep(
                "11-" + first,
                looked + " pictures from " + first + " on: " + wrong + " findings of axe-core, sizes and widths",
                wrong == 0);
        browser.run(
                "{ const bad = document.createElement('button'); bad.style.color = 'var(--line)'; bad.textContent = 'a word';"
                        + " bad.style.minHeight = '1px'; bad.style.fontSize = '10px'; document.querySelector('main').append(bad); return ''; }");
        all.assertThat(axe.broken(browser, false)).anyMatch(broken -> broken.startsWith("color-contrast"));
        all.assertThat(browser.run(SMALL)).isNotEmpty();
        browser.run(
                "{ const bad = document.createElement('select'); bad.append(new Option('{0}: any')); document.querySelector('main').append(bad); return ''; }");
        all.assertThat(browser.run(UNCLEAR)).isNotEmpty();
        browser.run(
                "{ document.querySelector('main').lastElementChild.remove(); document.querySelector('main').lastElementChild.remove(); return ''; }");
        all.assertAll();
    }
}
