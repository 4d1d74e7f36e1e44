package dev.truce.bots.policy;

/** The policies that the bot {@code learner} plays. They are literals, since a browser has no files; their headers tell how to make them again. */
final class LearnerPolicy {
    static final String WITHOUT_LINES = """
            truce-policy 1
            bot: learner
            trained-by: truce train --bot learner --budget 8000 --climbs 2 --games 32 --seed 1
            scenario: busan-2025
            scenario-hash: e2856ef4d38047ac778b41b99d9ac19b3c14058dc91f900a57d67043d4b25e2f
            ruleset: busan-1.0.0
            opponents: dove truce hawk tft gtft grim pavlov opport dealer random brink choker audit bully salami match
            starts-from: match
            training-seeds: 1100000..1100031
            choice-seeds: 1200000..1200047
            score-on-choice-seeds: us 85.10 cn 84.20
            score-of-match-there: us 78.44 cn 78.50

            seat us
              peak >= 3.5 and shy < 5 -> tariff 1 choke 2 compliance 0 port 0 extra legal offer 2 accept 2
              signal >= 2 and tariff >= 5 and summit < 1 -> tariff 5 choke 3 compliance 0 port 1 extra spread offer 2 accept 2
              offered >= 2 and hostile >= 2 and forgave < 3 -> tariff 2 choke 1 compliance 0 port 0 extra spread offer 2 accept 0
              round < 10 and deal < 2 and shy < 5 and deal >= 1 -> tariff 1 choke 0 compliance 2 port 0 extra none offer 2 accept 0
              left < 4 and unprovoked >= 1 -> tariff 2 choke 3 compliance 0 port 1 extra legal offer 2 accept 1
              short >= 1 -> tariff 2 choke 1 compliance 1 port 0 extra legal offer 2 accept 2
              shy < 3 and catches < 3 -> tariff 2 choke 1 compliance 2 port 0 extra mirror offer 2 accept 2
              catches < 3 -> tariff 2 choke 0 compliance 0 port 0 extra second offer 2 accept 2

            seat cn
              forgave >= 1 and tariff < 3 -> tariff 0 choke 1 compliance 0 port 0 extra spread offer 2 accept 0
              round >= 11 and deal < 1 and own < 2.8 -> tariff 2 choke 2 compliance 0 port 1 extra mirror offer 2 accept 2
              unprovoked < 4 and shy >= 2 and signal >= 1.5 and offered < 2 -> tariff 0 choke 1 compliance 0 port 0 extra spread offer 2 accept 2
              caught < 1 and deal >= 1 -> tariff 2 choke 1 compliance 2 port 0 extra legal offer 2 accept 0
              peak >= 2 -> tariff 3 choke 1 compliance 0 port 1 extra legal offer 2 accept 2
              caught >= 1 and catches < 3 -> tariff 0 choke 1 compliance 2 port 0 extra fees offer 2 accept 0
              left >= 4 -> tariff 0 choke 1 compliance 0 port 0 extra spread offer 2 accept 2
              tariff >= 2 -> tariff 0 choke 3 compliance 0 port 0 extra legal offer 2 accept 2
            """;

    static final String WITH_LINES = """
            truce-policy 1
            bot: learner
            trained-by: truce train --bot learner --budget 8000 --climbs 1 --games 32 --seed 1
            scenario: busan-2025
            scenario-hash: 20837ccb33c7cbc1b67a32b6752fda289ac30170c4bed8ab8ebe37f5c9499a6f
            ruleset: busan-2.0.0
            opponents: dove truce hawk tft gtft grim pavlov opport dealer random brink choker audit bully salami match negotiator liar
            starts-from: negotiator
            training-seeds: 1100000..1100031
            choice-seeds: 1200000..1200047
            score-on-choice-seeds: us 80.96 cn 84.99
            score-of-start-there: us 77.23 cn 80.63

            seat us
              hostile >= 2 and offered < 2 and tariff < 5 and crossed < 1 -> tariff 3 choke 0 compliance 0 port 0 extra mirror offer 2 accept 2
              hostile >= 6 and date >= 2 -> tariff 4 choke 3 compliance 0 port 1 extra legal offer 2 accept 2
              peak >= 2 -> tariff 0 choke 0 compliance 0 port 0 extra none offer 2 accept 1
              caught >= 1 -> tariff 2 choke 1 compliance 2 port 0 extra second offer 2 accept 2

            seat cn
              tariff >= 5 -> tariff 2 choke 1 compliance 0 port 0 extra spread offer 2 accept 2
              depth >= 0.9 and forgave < 2 -> tariff 0 choke 0 compliance 3 port 0 extra legal offer 2 accept 2
              calm >= 1 -> tariff 0 choke 1 compliance 0 port 0 extra fees offer 2 accept 1
              tariff < 4 -> tariff 2 choke 2 compliance 0 port 1 extra legal offer 1 accept 2
              hostile < 6 -> tariff 2 choke 1 compliance 0 port 0 extra spread offer 0 accept 2
            """;

    static final String WITH_ACCUSATIONS = """
            truce-policy 1
            bot: learner
            trained-by: truce train --bot learner --budget 6000 --climbs 1 --games 24 --seed 1
            scenario: busan-2025
            scenario-hash: 93ab89b6f1dac3dc210f9d6437c2ebfe22600bd1bb04243e641f92a9db92c3e5
            ruleset: busan-3.0.0
            opponents: dove truce hawk tft gtft grim pavlov opport dealer random brink choker audit bully salami match negotiator liar step
            starts-from: negotiator
            training-seeds: 1100000..1100023
            choice-seeds: 1200000..1200035
            score-on-choice-seeds: us 85.89 cn 89.87
            score-of-start-there: us 79.24 cn 83.95

            seat us
              forgave >= 3 -> tariff 3 choke 0 compliance 0 port 0 extra legal offer 2 accept 2
              hostile >= 4 and summit < 1 and round >= 8 -> tariff 2 choke 2 compliance 0 port 0 extra mirror offer 2 accept 2
              hostile >= 1 and round < 3 -> tariff 2 choke 2 compliance 0 port 1 extra second offer 2 accept 2 judge suspend
              calm < 2 and odds >= 0.7 -> tariff 2 choke 1 compliance 1 port 0 extra mirror offer 2 accept 2
              catches < 3 and forgave >= 1 -> tariff 2 choke 1 compliance 0 port 0 extra second offer 2 accept 2 judge rest
              before < 0.9 and unprovoked < 3 -> tariff 0 choke 0 compliance 3 port 0 extra second offer 2 accept 0 judge rest
              before >= 4.5 -> tariff 0 choke 1 compliance 0 port 0 extra fees offer 2 accept 2
              public >= 0.25 -> tariff 2 choke 3 compliance 0 port 0 extra legal offer 2 accept 2 judge suspend
              own >= 1.6 -> tariff 0 choke 0 compliance 1 port 0 extra fees offer 2 accept 2

            seat cn
              public >= 3.5 -> tariff 2 choke 1 compliance 0 port 0 extra spread offer 2 accept 2 judge suspend
              offered >= 2 and deal < 1 -> tariff 0 choke 0 compliance 1 port 0 extra spread offer 2 accept 0 judge rest
              depth >= 1.3 -> tariff 0 choke 1 compliance 3 port 0 extra mirror offer 2 accept 0 judge rest
              left >= 3 -> tariff 2 choke 3 compliance 1 port 0 extra fees offer 2 accept 2
              peak >= 4.5 -> tariff 2 choke 1 compliance 0 port 0 extra spread offer 2 accept 2
              tabled < 1 and round >= 5 -> tariff 0 choke 0 compliance 0 port 0 extra legal offer 2 accept 2
              odds >= 0.9 -> tariff 1 choke 0 compliance 2 port 0 extra mirror offer 2 accept 2
            """;

    private LearnerPolicy() {}
}
