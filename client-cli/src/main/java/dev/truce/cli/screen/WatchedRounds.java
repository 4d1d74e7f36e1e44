package dev.truce.cli.screen;

import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.Proceedings;
import dev.truce.story.facts.Reasons;
import dev.truce.story.page.Page;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rounds of a match that somebody watches, as they are told one after the other. */
public final class WatchedRounds {
    private final Wording wording;
    private final Reasons reasons;
    private final Proceedings heard = new Proceedings();
    private final List<RoundView> rounds = new ArrayList<>();
    private int knownRounds;
    private @Nullable RoundView untold;

    /**
     * @param reasons explains scores, publishes news
     * @param knownRounds number of rounds of the match, 0 if it is told later or nobody may know it
     */
    public WatchedRounds(Wording wording, Reasons reasons, int knownRounds) {
        this.wording = wording;
        this.reasons = reasons;
        this.knownRounds = knownRounds;
    }

    /**
     * Takes what is told next.
     *
     * @return a round that can be shown now: what happened to its offers is told after it, and belongs to it
     */
    public @Nullable RoundView take(Notice notice) {
        heard.take(notice);
        RoundView settled = notice instanceof Notice.OfferChanged ? null : settled();
        if (notice instanceof Notice.RoundResolved resolved) {
            untold = resolved.view();
        } else if (notice instanceof Notice.RoundOpened opened) {
            knownRounds = opened.observation().knownRounds();
        } else if (notice instanceof Notice.HorizonSet set) {
            knownRounds = set.round();
        }
        return settled;
    }

    /** Returns a round that was not shown yet, once the server says no more about it. */
    public @Nullable RoundView settled() {
        RoundView view = untold;
        untold = null;
        if (view != null) {
            rounds.add(view);
            reasons.follow(rounds);
        }
        return view;
    }

    /** Returns whether no round waits to be shown. */
    public boolean isSettled() {
        return untold == null;
    }

    /** Returns a round that was shown. */
    public Optional<RoundView> find(int round) {
        return rounds.stream().filter(view -> view.round() == round).findFirst();
    }

    /** Returns a round as a page. */
    public Page page(RoundView view) {
        int index = rounds.indexOf(view);
        return new RoundTopic(wording, knownRounds, reasons, Bundles.all())
                .page(view, index > 0 ? rounds.get(index - 1) : null, heard.round(view.round()));
    }

    /** Returns the rounds so far, in order. */
    public List<RoundView> rounds() {
        return List.copyOf(rounds);
    }

    /** The number of rounds of the match, 0 if nobody may know it. */
    public int knownRounds() {
        return knownRounds;
    }

    /** What explains the scores of the rounds so far. */
    public Reasons reasons() {
        return reasons;
    }

    /** Returns the ledger of said and done so far. */
    public SaidAndDone ledger() {
        return heard.ledger();
    }

    /** Returns what was said so far, in order. */
    public List<Notice.Said> said() {
        return heard.said();
    }
}
