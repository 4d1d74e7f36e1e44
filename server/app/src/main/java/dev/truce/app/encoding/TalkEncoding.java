package dev.truce.app.encoding;

import dev.truce.app.encoding.v1.StoredAnswerOffer;
import dev.truce.app.encoding.v1.StoredGiveNotice;
import dev.truce.app.encoding.v1.StoredInput;
import dev.truce.app.encoding.v1.StoredMakeOffer;
import dev.truce.app.encoding.v1.StoredOfferRef;
import dev.truce.app.encoding.v1.StoredPledge;
import dev.truce.app.encoding.v1.StoredReassure;
import dev.truce.app.encoding.v1.StoredSay;
import dev.truce.app.encoding.v1.StoredStatement;
import dev.truce.app.encoding.v1.StoredTerms;
import dev.truce.app.encoding.v1.StoredThreaten;
import dev.truce.app.encoding.v1.StoredWarn;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Input;
import java.util.List;

/** Offers, answers, notices and talk as the journal keeps them. */
final class TalkEncoding {
    private static final List<Channel> CHANNELS = List.of(Channel.DELEGATION, Channel.OTHER_SIDE, Channel.PUBLIC);

    private TalkEncoding() {}

    static void put(StoredInput.Builder stored, Input.Move move) {
        if (move instanceof Input.MakeOffer make) {
            stored.setMakeOffer(stored(make));
        } else if (move instanceof Input.AcceptOffer accept) {
            stored.setAcceptOffer(answer(accept, accept.offer()).setTermsHash(accept.termsHash()));
        } else if (move instanceof Input.RefuseOffer refuse) {
            stored.setRefuseOffer(answer(refuse, refuse.offer()));
        } else if (move instanceof Input.WithdrawOffer withdraw) {
            stored.setWithdrawOffer(answer(withdraw, withdraw.offer()));
        } else if (move instanceof Input.GiveNotice notice) {
            stored.setGiveNotice(StoredGiveNotice.newBuilder()
                    .setSeat(InputEncoding.stored(notice.seat()))
                    .setRound(notice.round())
                    .setMoveId(notice.moveId())
                    .setGiven(notice.given()));
        } else if (move instanceof Input.Say say) {
            stored.setSay(stored(say));
        } else {
            throw new IllegalArgumentException("no encoding for " + move.getClass());
        }
    }

    static Input input(StoredMakeOffer stored) {
        return new Input.MakeOffer(
                InputEncoding.seat(stored.getSeat()),
                stored.getRound(),
                stored.getMoveId(),
                terms(stored.getTerms()),
                stored.hasAnswers() ? offer(stored.getAnswers()) : null);
    }

    static Input accept(StoredAnswerOffer stored) {
        return new Input.AcceptOffer(
                InputEncoding.seat(stored.getSeat()),
                stored.getRound(),
                stored.getMoveId(),
                offer(stored.getOffer()),
                stored.getTermsHash());
    }

    static Input refuse(StoredAnswerOffer stored) {
        return new Input.RefuseOffer(
                InputEncoding.seat(stored.getSeat()), stored.getRound(), stored.getMoveId(), offer(stored.getOffer()));
    }

    static Input withdraw(StoredAnswerOffer stored) {
        return new Input.WithdrawOffer(
                InputEncoding.seat(stored.getSeat()), stored.getRound(), stored.getMoveId(), offer(stored.getOffer()));
    }

    static Input input(StoredGiveNotice stored) {
        return new Input.GiveNotice(
                InputEncoding.seat(stored.getSeat()), stored.getRound(), stored.getMoveId(), stored.getGiven());
    }

    static Input input(StoredSay stored) {
        return new Input.Say(
                InputEncoding.seat(stored.getSeat()),
                stored.getRound(),
                stored.getMoveId(),
                CHANNELS.get(stored.getChannel()),
                stored.getText(),
                stored.hasStatement() ? statement(stored.getStatement()) : null);
    }

    private static StoredMakeOffer stored(Input.MakeOffer make) {
        StoredMakeOffer.Builder stored = StoredMakeOffer.newBuilder()
                .setSeat(InputEncoding.stored(make.seat()))
                .setRound(make.round())
                .setMoveId(make.moveId());
        StoredTerms.Builder terms = StoredTerms.newBuilder()
                .setRounds(make.terms().rounds())
                .setCommunique(make.terms().communique());
        if (make.terms() instanceof Terms.Package clauses) {
            for (Pledge pledge : clauses.pledges()) {
                terms.addClauses(stored(pledge));
            }
        }
        OfferId answers = make.answers();
        if (answers != null) {
            stored.setAnswers(stored(answers));
        }
        return stored.setTerms(terms).build();
    }

    private static StoredAnswerOffer.Builder answer(Input.Move move, OfferId offer) {
        return StoredAnswerOffer.newBuilder()
                .setSeat(InputEncoding.stored(move.seat()))
                .setRound(move.round())
                .setMoveId(move.moveId())
                .setOffer(stored(offer));
    }

    private static StoredSay stored(Input.Say say) {
        StoredSay.Builder stored = StoredSay.newBuilder()
                .setSeat(InputEncoding.stored(say.seat()))
                .setRound(say.round())
                .setMoveId(say.moveId())
                .setChannel(CHANNELS.indexOf(say.channel()))
                .setText(say.text());
        Statement statement = say.statement();
        return (statement == null ? stored : stored.setStatement(stored(statement))).build();
    }

    private static StoredStatement stored(Statement statement) {
        StoredStatement.Builder stored = StoredStatement.newBuilder();
        if (statement instanceof Statement.Reassure) {
            stored.setReassure(StoredReassure.getDefaultInstance());
        } else if (statement instanceof Statement.Warn) {
            stored.setWarn(StoredWarn.getDefaultInstance());
        } else {
            Statement.Threaten threat = (Statement.Threaten) statement;
            StoredThreaten.Builder threaten = StoredThreaten.newBuilder()
                    .setInstrument(threat.instrument().ordinal())
                    .setLevel(threat.level())
                    .setByRound(threat.byRound());
            Pledge unless = threat.unless();
            stored.setThreaten(unless == null ? threaten : threaten.setUnless(stored(unless)));
        }
        return stored.build();
    }

    private static Statement statement(StoredStatement stored) {
        return switch (stored.getStatementCase()) {
            case REASSURE -> new Statement.Reassure();
            case WARN -> new Statement.Warn();
            case THREATEN -> {
                StoredThreaten threat = stored.getThreaten();
                yield new Statement.Threaten(
                        instrument(threat.getInstrument()),
                        threat.getLevel(),
                        threat.getByRound(),
                        threat.hasUnless() ? pledge(threat.getUnless()) : null);
            }
            case STATEMENT_NOT_SET ->
                throw new IllegalArgumentException("the journal's statement is of an unknown kind");
        };
    }

    private static Terms terms(StoredTerms stored) {
        return stored.getClausesCount() == 0
                ? new Terms.Renewal(stored.getRounds(), stored.getCommunique())
                : new Terms.Package(
                        stored.getClausesList().stream()
                                .map(TalkEncoding::pledge)
                                .toList(),
                        stored.getRounds(),
                        stored.getCommunique());
    }

    private static StoredPledge stored(Pledge pledge) {
        return StoredPledge.newBuilder()
                .setInstrument(pledge.instrument().ordinal())
                .setBound(pledge.bound())
                .build();
    }

    private static Pledge pledge(StoredPledge stored) {
        return new Pledge(instrument(stored.getInstrument()), stored.getBound());
    }

    private static Instrument instrument(int index) {
        return Instrument.all().get(index);
    }

    private static StoredOfferRef stored(OfferId offer) {
        return StoredOfferRef.newBuilder()
                .setSide(offer.side().ordinal())
                .setNumber(offer.number())
                .build();
    }

    private static OfferId offer(StoredOfferRef stored) {
        return new OfferId(Side.at(stored.getSide()), stored.getNumber());
    }
}
