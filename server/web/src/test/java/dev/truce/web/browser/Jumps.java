package dev.truce.web.browser;

/** How far controls go while levers are moved, and whether charts keep their axes; the gate asks that nothing moves, and is not held yet. */
public final class Jumps {
    private static final int MOVES = 200;
    private static final int LEVELS = 6;

    /** Moves levers by chance and returns how far the control that moved most went, in pixels, with its name. */
    private static final String FARTHEST =
            "{ let seed = 28; const chance = (most) => (seed = (seed * 16807) % 2147483647) % most;"
                    + " const where = () => new Map([...document.querySelectorAll('button, input, select, summary, a[href]')]"
                    + ".filter((one) => one.checkVisibility()).map((one, at) => [one.id || one.textContent + at, one.getBoundingClientRect()]));"
                    + " let far = 0; let name = ''; for (let i = 0; i < " + MOVES + "; i++) {"
                    + " const levers = [...document.querySelectorAll('input[type=range]')].filter((one) => one.checkVisibility());"
                    + " const lever = levers[chance(levers.length)]; const before = where();"
                    + " lever.value = String(chance(Number(lever.max) + 1)); lever.dispatchEvent(new Event('input', { bubbles: true }));"
                    + " for (const [key, box] of where()) { const was = before.get(key); if (!was) continue;"
                    + " const went = Math.max(Math.abs(box.left - was.left), Math.abs(box.top - was.top));"
                    + " if (went > far) { far = went; name = key; } } }"
                    + " return far.toFixed(0) + ' ' + name; }";

    /** What is written beside the axes of all charts. */
    private static final String TICKS = "[...document.querySelectorAll('#why svg')].map((one) =>"
            + " [...one.querySelectorAll('text')].map((text) => text.textContent).filter((text) => /^-?\\d+%?$/.test(text)).join(' ')).join('; ')";

    private Jumps() {}

    /** Measures it on a seat, which has to be opened again after it. */
    public static void measure(Browser browser) throws Exception {
        String[] farthest = browser.run(FARTHEST).split(" ", 2);
        browser.press("w");
        String first = browser.run(TICKS);
        if (first.isBlank()) {
            throw new AssertionError("no chart has an axis");
        }
        int other = 0;
        for (int level = 0; level < LEVELS; level++) {
            browser.run("{ const lever = document.querySelector('#lever-RECIP'); lever.value = '" + level
                    + "'; lever.dispatchEvent(new Event('input', { bubbles: true })); return ''; }");
            other += browser.run(TICKS).equals(first) ? 0 : 1;
        }
        browser.run("{ localStorage.clear(); return ''; }");
        int pixels = Integer.parseInt(farthest[0]);
        FaceFigures.keep(
                "12",
                "controls move by at most " + pixels + " px (" + farthest[1] + ") in " + MOVES
                        + " moves; axes differ after " + other + " of " + LEVELS,
                pixels == 0 && other == 0);
    }
}
