package dev.truce.story.words;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.indicator.Reaction;
import dev.truce.engine.news.NewsItem;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import java.util.ArrayList;
import java.util.List;

/** Puts news into words. The same item gives the same words on every machine. */
public final class NewsWords {
    private final Scenario scenario;
    private final Phrases phrases;
    private final Wording wording;

    /**
     * @param scenario whose instruments and levels are named
     * @param phrases the texts of the language
     */
    public NewsWords(Scenario scenario, Phrases phrases) {
        this.scenario = scenario;
        this.phrases = phrases;
        this.wording = new Wording(scenario, phrases, text -> text);
    }

    /** Returns a piece of news as a sentence or two. */
    public String of(NewsItem item) {
        return item.in(new Sentences());
    }

    /** The words of each kind of news. */
    private final class Sentences implements NewsItem.Cases<String> {
        @Override
        public String truceHolds(NewsItem.TruceHolds truce) {
            return text(truce.communique() ? "opening.communique" : "opening.private", truce.lastRound());
        }

        @Override
        public String summit(NewsItem.Summit item) {
            return text("summit");
        }

        @Override
        public String politicalDate(NewsItem.PoliticalDate date) {
            return date(scenario.calendar().quarter(date.round()));
        }

        @Override
        public String happened(NewsItem.Happened happened) {
            return text("event." + happened.event().name());
        }

        @Override
        public String leaked(NewsItem.Leaked leaked) {
            return text("leak", holder(leaked.instrument()), title(leaked.instrument()), level(leaked));
        }

        @Override
        public String signed(NewsItem.Signed signed) {
            String published = text(signed.communique() ? "published.yes" : "published.no");
            return signed.clauses() == 0
                    ? scenario.layers().exist()
                            ? phrases.of("news.signed.truce", phrases.until(signed.lastRound()))
                            : text("signed.renewal", phrases.until(signed.lastRound()), published)
                    : text(
                            "signed.package",
                            signed.agreement(),
                            clauses(signed.clauses()),
                            signed.lastRound(),
                            published);
        }

        @Override
        public String lapsed(NewsItem.Lapsed lapsed) {
            Side side = lapsed.side();
            if (lapsed.condition() == Ratification.Outcome.LAPSED_BY_CATCH
                    && side != null
                    && scenario.accusations().exist()) {
                return text("lapsed.found", side(side));
            }
            return text("lapsed." + lapsed.condition().name(), side == null ? "" : side(side));
        }

        @Override
        public String agreementEnded(NewsItem.AgreementEnded ended) {
            boolean found = ended.how() == TreatyChange.REDUCED_BY_CATCH
                    && scenario.layers().exist();
            return found ? text("ended.found") : text("ended." + ended.how().name());
        }

        @Override
        public String expired(NewsItem.Expired expired) {
            return phrases.count("news.expired.one", "news.expired.many", expired.clauses());
        }

        @Override
        public String returned(NewsItem.Returned returned) {
            return text("returned", phrases.until(returned.truceUntil()));
        }

        @Override
        public String snapBack(NewsItem.SnapBack fell) {
            return text("snapback", side(fell.side()), changes(fell.changes()));
        }

        @Override
        public String promisesEnded(NewsItem.PromisesEnded promises) {
            return text("promises", side(promises.side()), titles(promises.instruments()));
        }

        @Override
        public String breach(NewsItem.Breach breach) {
            String key = breach.material() ? "breach.material" : breach.justified() ? "breach.justified" : "breach";
            return text(key, side(breach.side()), titles(breach.instruments()));
        }

        @Override
        public String caught(NewsItem.Caught caught) {
            String key = scenario.accusations().exist() ? "found" : "caught";
            return text(key, side(caught.side()), title(caught.clause()));
        }

        @Override
        public String accused(NewsItem.Accused accused) {
            return text("accused", side(accused.side()), title(accused.clause()));
        }

        @Override
        public String cleared(NewsItem.Cleared cleared) {
            return text("cleared", side(cleared.side()), title(cleared.clause()));
        }

        @Override
        public String leaves(NewsItem.Leaves leaves) {
            return text("leaves", side(leaves.side()));
        }

        @Override
        public String moved(NewsItem.Moved moved) {
            String key = "moved." + moved.change().instrument().family().name() + (moved.harder() ? ".up" : ".down");
            return text(
                    key,
                    holder(moved.change().instrument()),
                    title(moved.change().instrument()),
                    from(moved.change()),
                    to(moved.change()));
        }

        @Override
        public String corrected(NewsItem.Corrected corrected) {
            return text("corrected", changes(List.of(corrected.change())));
        }

        @Override
        public String byLaw(NewsItem.ByLaw law) {
            LevelChange change = law.change();
            return change == null
                    ? text("law", in(law.title()))
                    : text("law.moved", in(law.title()), changes(List.of(change)));
        }

        @Override
        public String headline(NewsItem.Headline headline) {
            return text("headline", headline.fromBasisPoints() / 100, headline.toBasisPoints() / 100);
        }

        @Override
        public String normalTrade(NewsItem.NormalTrade normal) {
            return text(normal.below() ? "normal.below" : "normal.above");
        }

        @Override
        public String customsSoya(NewsItem.CustomsSoya soya) {
            return text("customs", tenth(soya.tonnesThousands() / 100), soya.aboutRound());
        }

        @Override
        public String soyaFutures(NewsItem.SoyaFutures futures) {
            return futures(futures);
        }

        @Override
        public String stocks(NewsItem.Stocks stocks) {
            return text("stocks", percent(stocks.usPerMille()), percent(stocks.cnPerMille()));
        }
    }

    /** What happens at home in a quarter of a year, or in such a quarter of any year, or in any. */
    private String date(String quarter) {
        for (String when : List.of(quarter, quarter.substring(4))) {
            if (phrases.has("news.date." + when)) {
                return text("date." + when);
            }
        }
        return text("date");
    }

    private String futures(NewsItem.SoyaFutures futures) {
        String way = futures.change() > 0 ? "up" : futures.change() < 0 ? "down" : "same";
        String why = futures.reaction() == Reaction.NONE
                ? ""
                : text("soya.because." + futures.reaction().name());
        return text("soya." + way, dollars(Math.abs(futures.change())), dollars(futures.cents()), why)
                .strip();
    }

    private String text(String key, Object... arguments) {
        return phrases.of("news." + key, arguments);
    }

    private String clauses(int number) {
        return phrases.count("clauses.one", "clauses.many", number);
    }

    private String side(Side side) {
        return text("side." + side);
    }

    private String holder(Instrument instrument) {
        return side(instrument.holder());
    }

    private String title(Instrument instrument) {
        return wording.title(instrument);
    }

    private String titles(List<Instrument> instruments) {
        List<String> titles = new ArrayList<>();
        for (Instrument instrument : instruments) {
            titles.add(title(instrument));
        }
        return String.join(text("and"), titles);
    }

    private String changes(List<LevelChange> changes) {
        List<String> parts = new ArrayList<>();
        for (LevelChange change : changes) {
            parts.add(title(change.instrument()) + " " + from(change) + " -> " + to(change));
        }
        return String.join(text("and"), parts);
    }

    private String from(LevelChange change) {
        return wording.levelTitle(change.instrument(), change.from());
    }

    private String to(LevelChange change) {
        return wording.levelTitle(change.instrument(), change.to());
    }

    private String level(NewsItem.Leaked leaked) {
        return wording.levelTitle(leaked.instrument(), leaked.level());
    }

    private String in(Titles titles) {
        return phrases.language().of(titles);
    }

    private static String dollars(int cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }

    private static String tenth(int tenths) {
        return tenths / 10 + "." + tenths % 10;
    }

    private static String percent(int perMille) {
        return (perMille < 0 ? "-" : "+") + tenth(Math.abs(perMille));
    }
}
