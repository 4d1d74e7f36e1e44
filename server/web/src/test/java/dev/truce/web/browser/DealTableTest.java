package dev.truce.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.bundles.Bundles;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terms are put together and proposed by clicks alone, and are those that are typed. */
@Tag("browser")
class DealTableTest {
    private static final int MOST_CLICKS = 6;
    private static final String SOYA =
            "document.querySelector('#more-CN-SOY').closest('.stepper').querySelector('output').textContent";

    @TempDir
    Path data;

    @Test
    void aProposalTakesFewClicksAndIsWithdrawnByOne() throws Exception {
        try (PlayedMatch match = PlayedMatch.begin(data, "US,hold,s7")) {
            Browser browser = match.browser();
            browser.run(
                    "{ globalThis.clicks = 0; addEventListener('click', () => globalThis.clicks++, true); return ''; }");
            browser.click("#deal");
            browser.picture(Path.of("target/pictures/deal-1280.png"));
            assertThat(
                            browser.run(
                                    "String(Math.round(document.querySelector('footer').getBoundingClientRect().bottom) >= innerHeight - 1)"))
                    .as("its bar is at the bottom")
                    .isEqualTo("true");
            for (int click = 0; click < MOST_CLICKS && !browser.run(SOYA).equals("9 MMT"); click++) {
                browser.click("#more-CN-SOY");
            }
            browser.click("#propose");
            int clicks = Integer.parseInt(browser.run("String(globalThis.clicks)"));
            FaceFigures.keep("04-proposal", "proposed from nothing by " + clicks + " clicks", clicks <= MOST_CLICKS);
            assertThat(clicks)
                    .as("clicks from the seat to a proposal that was sent")
                    .isBetween(1, MOST_CLICKS);
            assertThat(browser.run("String(document.querySelectorAll('.offer').length)"))
                    .isEqualTo("1");
            String byHand = browser.run("JSON.stringify(truce.match().what_if.offers[0].terms)");
            browser.picture(Path.of("target/pictures/offer-1280.png"));
            browser.run("{ document.querySelector('.offer button').click(); return ''; }");
            assertThat(browser.run("String(truce.match().what_if.offers.length)"))
                    .isEqualTo("0");
            browser.run("{ truce.ask('type offer truce; SOY>=9 for 3'); return ''; }");
            assertThat(browser.run("JSON.stringify(JSON.parse(truce.ask('screen')).what_if.offers[0].terms)"))
                    .isEqualTo(byHand);
            assertThat(browser.console()).isEmpty();
        }
    }

    /** Whether an offer of a kind crosses a red line of the seat. */
    private static String crosses(String kind) {
        return "truce.match().what_if.offers.some((one) => " + kind
                + " && one.terms.sides.some((side) => side.rows.some((row) => row.line)))";
    }

    /** An offer that crosses a red line is sent back without it by two clicks, or two keys. */
    @Test
    void anOfferIsSentBackByTwoPressesWithoutWhatCrossesARedLine() throws Exception {
        try (PlayedMatch match = PlayedMatch.begin(data, "US,negotiator,s49")) {
            Browser browser = match.browser();
            String address = browser.run("location.href");
            for (String keys : new String[] {"", "bd"}) {
                browser.run("{ localStorage.clear(); return ''; }");
                browser.visit(address);
                assertThat(browser.run("String(" + crosses("true") + ")")).isEqualTo("true");
                assertThat(
                                browser.run(
                                        "document.title + document.querySelector('.tabs button').textContent.replace(/\\D/g, '')"))
                        .as("what waits for an answer is counted")
                        .isEqualTo("(1) truce1");
                if (keys.isEmpty()) {
                    browser.click("#back");
                    browser.click("#propose");
                } else {
                    browser.press(keys);
                }
                assertThat(browser.run("truce.match().what_if.offers.filter((one) => one.ours).length + ' ' + "
                                + crosses("one.ours")))
                        .as("an own offer, which crosses no red line")
                        .isEqualTo("1 false");
            }
            assertThat(browser.console()).isEmpty();
        }
        FaceFigures.keep("10", "title and tab count an offer that waits", true);
        FaceFigures.keep("04-back", "sent back by 2 clicks or 2 keys", true);
    }

    /** Beside an own offer that stands no other one can be begun, and what says so covers nothing. */
    @Test
    void anOwnOfferThatStandsIsShownAndCoversNothing() throws Exception {
        try (PlayedMatch match = PlayedMatch.begin(data, "US,negotiator,s7")) {
            Browser browser = match.browser();
            for (String click : new String[] {"#deal", "#more-CN-SOY", "#propose"}) {
                browser.click(click);
            }
            assertThat(browser.run(
                            "String(document.querySelector('#deal')) + document.querySelector('#back').disabled"))
                    .isEqualTo("nulltrue");
            assertThat(browser.run("document.querySelector('#barred').textContent"))
                    .startsWith(Bundles.inEnglish("deal.barred"));
            assertThat(browser.run(
                            "{ const all = [...document.querySelectorAll('#decision button, #barred')].filter((one) => one.checkVisibility())"
                                    + ".map((one) => one.getBoundingClientRect());"
                                    + " return String(all.some((a, i) => all.some((b, j) => i < j && a.left < b.right - 1 && b.left < a.right - 1"
                                    + " && a.top < b.bottom - 1 && b.top < a.bottom - 1))); }"))
                    .isEqualTo("false");
            browser.click("#own-offer");
            assertThat(browser.run("document.querySelector('.offer h2').textContent"))
                    .startsWith("You offered an agreement");
            assertThat(browser.console()).isEmpty();
        }
    }
}
