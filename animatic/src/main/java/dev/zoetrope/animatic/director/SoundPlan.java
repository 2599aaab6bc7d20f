package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Sound.Ambience;
import dev.zoetrope.animatic.Sound.Mood;
import dev.zoetrope.animatic.sound.Foley;
import dev.zoetrope.animatic.sound.MusicWords;
import dev.zoetrope.animatic.sound.SoundWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Plans what is heard, from what the words of the prompt ask for: the music, and the beds of sound under the shots.
final class SoundPlan {
    private SoundPlan() {}

    /// How fast the music of a film is, in beats a minute.
    static double tempo(Brief brief) {
        return plan(brief, List.of(), new int[0]).tempo();
    }

    static Sound plan(Brief brief, List<Pick> takes, int[] lengths) {
        var draws = new Draws(brief.seed(), Draws.Concern.SOUND);
        long seed = draws.seed();
        Mood mood = SoundWords.mood(brief.prompt());
        double drawn = Math.round(tempo(mood, draws));
        String music = NoteReader.music(brief.prompt()).orElse("");
        double tempo = MusicWords.tempo(music, brief.prompt()).orElse(drawn);
        return new Sound(
                seed,
                tempo,
                mood,
                ambiences(brief, takes, lengths),
                effects(takes, lengths),
                SoundWords.isWithoutMusic(brief.prompt()) ? SoundWords.NO_MUSIC : players(brief.prompt()));
    }

    /// The players that the prompt names, in words; a girl who plays the piano is heard playing it.
    private static String players(String prompt) {
        return String.join(
                ", ",
                MusicWords.players(prompt).stream()
                        .map(player -> player.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static double tempo(Mood mood, Draws draws) {
        return switch (mood) {
            case CALM -> draws.between(66, 80);
            case BRIGHT -> draws.between(104, 120);
            case TENSE -> draws.between(120, 138);
            case DARK -> draws.between(72, 88);
        };
    }

    /// Beds by shot where shots have words of their own, else over the whole film; a room where nothing is named.
    private static List<Ambience> ambiences(Brief brief, List<Pick> takes, int[] lengths) {
        Set<Ambience.Kind> overall = SoundWords.beds(brief.prompt());
        var ambiences = new ArrayList<Ambience>();
        for (Ambience.Kind kind : Ambience.Kind.values()) {
            int start = 0;
            int from = -1;
            for (int i = 0; i < takes.size(); i++) {
                Set<Ambience.Kind> own = SoundWords.beds(takes.get(i).words());
                if (own.isEmpty() && takes.get(i).said().isEmpty()) {
                    own = overall;
                }
                boolean isHeard = own.isEmpty() ? kind == Ambience.Kind.ROOM : own.contains(kind);
                if (isHeard && from < 0) {
                    from = start;
                }
                if (!isHeard && from >= 0) {
                    ambiences.add(new Ambience(kind, from, start - from));
                    from = -1;
                }
                start += lengths[i];
            }
            if (from >= 0) {
                ambiences.add(new Ambience(kind, from, start - from));
            }
        }
        ambiences.sort(Comparator.comparingInt(Ambience::start).thenComparing(Ambience::kind));
        return ambiences;
    }

    /// The sounds of what the words about a shot show, even where they do not speak of sound.
    private static List<Sound.Effect> effects(List<Pick> takes, int[] lengths) {
        var effects = new ArrayList<Sound.Effect>();
        int start = 0;
        for (int i = 0; i < lengths.length; i++) {
            for (Foley.Thing thing : Foley.things(takes.get(i).words())) {
                effects.add(new Sound.Effect(start, lengths[i], thing.words()));
            }
            start += lengths[i];
        }
        return effects;
    }
}
