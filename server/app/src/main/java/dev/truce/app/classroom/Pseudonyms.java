package dev.truce.app.classroom;

import dev.truce.protocol.text.Names;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The names under which the others of a class know a student: animals, each once, and none that some student has as a real name. */
public final class Pseudonyms {
    private Pseudonyms() {}

    /**
     * Draws names. Their order tells nothing about that of the list.
     *
     * @param phrases texts of the language of the class
     * @param count how many
     * @param seed the same seed gives the same names
     * @param taken names that must not be drawn
     */
    public static List<String> draw(Phrases phrases, int count, long seed, Collection<String> taken) {
        List<String> animals =
                new ArrayList<>(Arrays.asList(phrases.of("class.pseudonyms").split(" ")));
        Collections.shuffle(animals, new Random(seed));
        Set<String> keys = new HashSet<>();
        taken.forEach(name -> keys.add(Names.key(name)));
        List<String> drawn = new ArrayList<>();
        for (int round = 1; drawn.size() < count; round++) {
            for (int i = 0; i < animals.size() && drawn.size() < count; i++) {
                // More students than animals: "Otter 2" sits far from Otter.
                String name = round == 1 ? animals.get(i) : animals.get(i) + " " + round;
                if (keys.add(Names.key(name))) {
                    drawn.add(name);
                }
            }
        }
        return drawn;
    }
}
