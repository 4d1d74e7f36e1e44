package dev.truce.tournament;

import java.util.ArrayList;
import java.util.List;

/** Makes round robins from tables of scores, so that what is counted from them can be counted by hand. */
final class Tables {
    private Tables() {}

    /** Returns games with the given scores: {@code us[i][j]} of i as US against j, {@code cn[i][j]} in the same game of j. */
    static Games games(List<String> names, double[][]... usThenCnBySeed) {
        List<Game[]> bySeed = new ArrayList<>();
        for (int seed = 0; seed < usThenCnBySeed.length / 2; seed++) {
            double[][] us = usThenCnBySeed[2 * seed];
            double[][] cn = usThenCnBySeed[2 * seed + 1];
            Game[] games = new Game[names.size() * names.size()];
            for (int i = 0; i < names.size(); i++) {
                for (int j = 0; j < names.size(); j++) {
                    games[i * names.size() + j] = new Game(10, seat(us[i][j]), seat(cn[i][j]), 1, 0);
                }
            }
            bySeed.add(games);
        }
        return new Games(names, bySeed);
    }

    /** Returns games of a symmetric game: {@code own[i][j]} is what i scores against j in either seat. */
    static Games symmetric(List<String> names, double[][] own) {
        double[][] other = new double[own.length][own.length];
        for (int i = 0; i < own.length; i++) {
            for (int j = 0; j < own.length; j++) {
                other[i][j] = own[j][i];
            }
        }
        return games(names, own, other);
    }

    private static Game.Seat seat(double score) {
        return new Game.Seat(score, 1, 2, 0, 0);
    }
}
