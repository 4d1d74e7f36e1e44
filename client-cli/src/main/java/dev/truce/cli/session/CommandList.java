package dev.truce.cli.session;

import dev.truce.cli.seat.Branching;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The commands that look at a match and play it, by what they are for. A new command has its place here; those of the owner follow from the notation. */
record CommandList(
        Inquiries inquiries,
        Drafting drafting,
        Submission submission,
        Diplomacy diplomacy,
        Counsel counsel,
        Talking talking,
        PublicFigures figures,
        HostCommands host) {
    /**
     * Returns the groups in their order.
     *
     * @param branching takes the match up again when it is over
     */
    List<Commands.Group> groups(Supplier<@Nullable Branching> branching) {
        return List.of(
                new Commands.Group(
                        "look",
                        inquiries.state(),
                        inquiries.diff(),
                        inquiries.legal(),
                        diplomacy.pacts(),
                        inquiries.why(),
                        inquiries.history(),
                        inquiries.round(),
                        inquiries.earlier(),
                        inquiries.later(),
                        figures.ledger(),
                        figures.indicators(),
                        figures.news(),
                        figures.branch(branching)),
                new Commands.Group(
                        "order",
                        drafting.set(),
                        drafting.hold(),
                        drafting.keep(),
                        drafting.breach(),
                        submission.undo(),
                        diplomacy.attempt(),
                        submission.commit(),
                        submission.ready(),
                        submission.unready()),
                new Commands.Group(
                        "deal",
                        diplomacy.offer(),
                        diplomacy.counter(),
                        diplomacy.accept(),
                        diplomacy.refuse(),
                        diplomacy.withdraw(),
                        diplomacy.notice(),
                        diplomacy.judge()),
                new Commands.Group("talk", talking.all()),
                new Commands.Group(
                        "team",
                        counsel.showSeats(),
                        counsel.put(),
                        counsel.showDrafts(),
                        counsel.vote(),
                        counsel.adopt(),
                        counsel.showBrief()),
                new Commands.Group("room", host.all()));
    }
}
