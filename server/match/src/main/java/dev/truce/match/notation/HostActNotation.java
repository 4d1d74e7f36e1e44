package dev.truce.match.notation;

import dev.truce.engine.board.Side;
import dev.truce.match.deed.HostAct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints and reads what is done with a match from outside of its seats: a row a kind. The word of a row is also the command by which
 * the owner of a room does it, and names the texts about it.
 */
public final class HostActNotation {
    private static final Pattern LINE = Pattern.compile("(\\S+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final List<Row<?>> ROWS = List.of(
            new Row<>(
                    ActForm.of("START", true),
                    HostAct.Start.class,
                    act -> "",
                    act -> List.of(),
                    (rest, round) -> rest.isEmpty() ? new HostAct.Start() : null),
            new Row<>(
                    ActForm.of("CARD", true, ActForm.Field.CARD),
                    HostAct.PlayCard.class,
                    act -> "r" + act.round() + " " + act.card(),
                    act -> List.of(act.card(), act.round()),
                    HostActReader::card),
            new Row<>(
                    ActForm.forGood("ABANDON", true, ActForm.Field.TEXT),
                    HostAct.Abandon.class,
                    act -> Speech.quoted(act.reason()),
                    act -> List.of(act.reason()),
                    (rest, round) ->
                            HostActReader.words(rest).map(HostAct.Abandon::new).orElse(null)),
            new Row<>(
                    ActForm.of("TIME-UP", true),
                    HostAct.TimeUp.class,
                    act -> "r" + act.round() + " " + act.timer(),
                    act -> List.of(act.round()),
                    HostActReader::timeUp),
            new Row<>(
                    ActForm.of("PAUSE", true),
                    HostAct.Pause.class,
                    act -> "",
                    act -> List.of(),
                    (rest, round) -> rest.isEmpty() ? new HostAct.Pause() : null),
            new Row<>(
                    ActForm.of("RESUME", true),
                    HostAct.Unpause.class,
                    act -> "",
                    act -> List.of(),
                    (rest, round) -> rest.isEmpty() ? new HostAct.Unpause() : null),
            new Row<>(
                    ActForm.of("EXTEND", true, ActForm.Field.TIME),
                    HostAct.Extend.class,
                    act -> "r" + act.round() + " " + TimeText.of(act.millis()),
                    act -> List.of(TimeText.of(act.millis()), act.round()),
                    HostActReader::extend),
            new Row<>(
                    ActForm.of("GRANT", true, ActForm.Field.SEAT, ActForm.Field.TIME),
                    HostAct.Grant.class,
                    act -> "r" + act.round() + " " + seat(act.side(), act.seat()) + " " + TimeText.of(act.millis()),
                    act -> List.of(seat(act.side(), act.seat()), TimeText.of(act.millis()), act.round()),
                    HostActReader::grant),
            new Row<>(
                    ActForm.of("ADVANCE", true),
                    HostAct.Advance.class,
                    act -> "r" + act.round() + (act.expected().isEmpty() ? "" : " " + Speech.quoted(act.expected())),
                    act -> List.of(act.round()),
                    HostActReader::advance),
            new Row<>(
                    ActForm.of("ANNOUNCE", true, ActForm.Field.TEXT),
                    HostAct.Announce.class,
                    act -> (act.number() == 0 ? "" : "#" + act.number() + " ") + Speech.quoted(act.text()),
                    act -> List.of(act.text()),
                    HostActReader::announce),
            new Row<>(
                    ActForm.of("MESSAGE", true, ActForm.Field.SEAT, ActForm.Field.TEXT),
                    HostAct.Message.class,
                    act -> seat(act.side(), act.seat()) + " " + Speech.quoted(act.text()),
                    act -> List.of(seat(act.side(), act.seat()), act.text()),
                    HostActReader::message),
            new Row<>(
                    ActForm.of("WITHDRAW-CARD", true, ActForm.Field.CARD),
                    HostAct.WithdrawCard.class,
                    act -> "r" + act.round() + " " + act.card(),
                    act -> List.of(act.card(), act.round()),
                    (rest, round) -> {
                        HostAct.PlayCard card = HostActReader.card(rest, round);
                        return card == null ? null : new HostAct.WithdrawCard(card.round(), card.card());
                    }),
            new Row<>(
                    ActForm.of("STAND-IN", true, ActForm.Field.SEAT, ActForm.Field.BOT),
                    HostAct.StandIn.class,
                    act -> seat(act.side(), act.seat()) + " " + act.bot(),
                    act -> List.of(seat(act.side(), act.seat()), act.bot()),
                    HostActReader::standIn),
            new Row<>(
                    ActForm.of("HAND-BACK", true, ActForm.Field.SEAT),
                    HostAct.HandBack.class,
                    act -> seat(act.side(), act.seat()),
                    act -> List.of(seat(act.side(), act.seat())),
                    HostActReader::handBack),
            new Row<>(
                    ActForm.of("VACATE", true, ActForm.Field.SEAT),
                    HostAct.Vacate.class,
                    act -> seat(act.side(), act.seat()),
                    act -> List.of(seat(act.side(), act.seat())),
                    HostActReader::vacate),
            new Row<>(
                    ActForm.of("REVOKE", true, ActForm.Field.SEAT),
                    HostAct.Revoke.class,
                    act -> seat(act.side(), act.seat()),
                    act -> List.of(seat(act.side(), act.seat())),
                    HostActReader::revoke),
            new Row<>(
                    ActForm.of("REVOKE-OBSERVERS", true),
                    HostAct.RevokeObservers.class,
                    act -> "",
                    act -> List.of(),
                    (rest, round) -> rest.isEmpty() ? new HostAct.RevokeObservers() : null),
            new Row<>(
                    ActForm.of("OPEN", true),
                    HostAct.OpenRound.class,
                    act -> "r" + act.round() + (act.windowMillis() < 0 ? "" : " " + TimeText.of(act.windowMillis())),
                    act -> List.of(act.round()),
                    HostActReader::open),
            new Row<>(
                    ActForm.of("REVEAL", true),
                    HostAct.Reveal.class,
                    act -> "r" + act.round(),
                    act -> List.of(act.round()),
                    HostActReader::reveal),
            new Row<>(
                    ActForm.forGood("END-WITH", true, ActForm.Field.ROUND),
                    HostAct.EndWith.class,
                    act -> "r" + act.round(),
                    act -> List.of(act.round()),
                    HostActReader::endWith));

    private HostActNotation() {}

    /** Reads what stands after the word of an act; null if it is not an act. */
    private interface Reader<A> {
        @Nullable
        A read(String rest, int round);
    }

    /**
     * One kind of act.
     *
     * @param form its word, and what is asked for after it
     * @param rest what is printed after the word
     * @param named what a sentence about it names
     * @param reader reads what was printed
     */
    private record Row<A extends HostAct>(
            ActForm form, Class<A> type, Function<A, String> rest, Function<A, List<Object>> named, Reader<A> reader) {
        String word() {
            return form.word();
        }

        String print(HostAct act) {
            String after = rest.apply(type.cast(act));
            return after.isEmpty() ? word() : word() + " " + after;
        }

        List<Object> names(HostAct act) {
            return named.apply(type.cast(act));
        }
    }

    /** Returns an act in its canonical notation: {@code START}, {@code CARD r4 leak CN.SOY} or {@code ABANDON "why"}. */
    public static String of(HostAct act) {
        return row(act).print(act);
    }

    /**
     * Reads an act, in any case; empty if the text is none. Judges words, not whether a card is one.
     *
     * @param round the round that is meant by a card without one
     */
    public static Optional<HostAct> read(String text, int round) {
        Matcher line = LINE.matcher(text.strip());
        if (!line.matches()) {
            return Optional.empty();
        }
        String rest = line.group(2) == null ? "" : line.group(2);
        for (Row<?> row : ROWS) {
            if (row.word().equals(line.group(1).toUpperCase(Locale.ROOT))) {
                return Optional.ofNullable(row.reader().read(rest, round));
            }
        }
        return Optional.empty();
    }

    /** Returns the word of an act. */
    public static String word(HostAct act) {
        return row(act).word();
    }

    /** Returns what a sentence about an act names, in the order of its places. */
    public static List<Object> named(HostAct act) {
        return row(act).names(act);
    }

    /** Returns the words of the acts of a family. */
    public static List<String> words(Class<? extends HostAct> family) {
        List<String> words = new ArrayList<>();
        for (Row<?> row : ROWS) {
            if (family.isAssignableFrom(row.type())) {
                words.add(row.word());
            }
        }
        return words;
    }

    /** Returns the forms of the acts of a family. */
    static List<ActForm> forms(Class<? extends HostAct> family) {
        List<ActForm> forms = new ArrayList<>();
        for (Row<?> row : ROWS) {
            if (family.isAssignableFrom(row.type())) {
                forms.add(row.form());
            }
        }
        return forms;
    }

    /** Returns the form of an act. */
    static ActForm form(HostAct act) {
        return row(act).form();
    }

    /** Returns whether an act can never be taken back, so that it is done only by a person who says so once more. */
    public static boolean isForGood(HostAct act) {
        return form(act).isForGood();
    }

    private static Row<?> row(HostAct act) {
        for (Row<?> row : ROWS) {
            if (row.type().isInstance(act)) {
                return row;
            }
        }
        throw new IllegalStateException("no row for " + act.getClass());
    }

    /** Returns a seat as people name it: {@code CN} for the head, {@code CN.1}. */
    private static String seat(Side side, int number) {
        return number == 0 ? side.toString() : side + "." + number;
    }
}
