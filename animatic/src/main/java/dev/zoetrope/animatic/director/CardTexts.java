package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.View;
import dev.zoetrope.animatic.scene.Nearness;
import dev.zoetrope.animatic.scene.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes cards from a prompt without pictures: one for each marked shot, else one for each sentence, and more of them
/// from other distances where the film is long enough. What the words of one shot leave open is as in the shot before.
final class CardTexts {
    /// More sentences than this are put together: a film of a few seconds has no room for so many places.
    private static final int MOST_CARDS = 5;

    /// A shot is to last about so long where the words leave it open.
    private static final double SECONDS_A_CARD = 1.8;

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[。！？!?；;\\n])|(?<=\\.)\\s+|(?=镜头切[至到])|(?<=\\s)(?=[Cc]ut to )");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /// Words that are to be read in the picture.
    private static final Pattern TITLE = Pattern.compile(
            "(?:\\b(?:titles?|titled|title card|captions?|text|words|reads|logo|slogan)\\b|片名|标题|字幕|文字|字样|写着|标语|题为)"
                    + "[^“”\"「『《》.。]{0,24}[“\"「『《]([^“”\"」』《》]{1,60})[”\"」』》]",
            Pattern.CASE_INSENSITIVE);

    private CardTexts() {}

    static List<Pick> takes(Brief brief, PromptReader.Words words) {
        boolean isMarked = !words.shots().isEmpty();
        List<String> parts =
                isMarked ? words.shots().stream().map(ShotNote::text).toList() : sentences(brief.prompt());
        int[] times = times(parts.size(), brief.frames(), isMarked);
        var draws = new Draws(brief.seed(), Draws.Concern.CARDS);
        long seed = draws.seed();
        Scene before = Scene.read(SpokenWords.of(brief.prompt()).rest()).empty();
        var takes = new ArrayList<Pick>();
        for (int part = 0; part < times.length; part++) {
            String text = parts.isEmpty() ? "" : parts.get(part);
            Scene told = Scene.read(SpokenWords.of(text).rest());
            // Another place is another drawing; the same place stays as it was.
            long drawn = draws.seed();
            Scene scene = told.after(before);
            seed = scene.place().equals(before.place()) ? seed : drawn;
            for (int time = 0; time < times[part]; time++) {
                ShotNote note = time == 0 ? NoteReader.read(text) : ShotNote.NONE;
                Nearness nearness =
                        nearness(told, note, takes.size(), scene.cast().isEmpty());
                String title = time == 0 && !words.isWordless() ? title(text) : "";
                takes.add(new Pick(
                        new View.Card(title, scene.seenFrom(nearness).words(), seed),
                        Pick.Part.MIDDLE,
                        note,
                        sized(nearness)));
            }
            before = scene;
        }
        return takes;
    }

    /// How often each part of the words is shown: a film of one sentence has several shots of it all the same.
    private static int[] times(int parts, int frames, boolean isMarked) {
        int[] times = new int[Math.max(1, parts)];
        Arrays.fill(times, 1);
        if (!isMarked) {
            int wanted = (int) Math.round((double) frames / Timeline.FRAMES_PER_SECOND / SECONDS_A_CARD);
            for (int i = times.length; i < Math.min(wanted, MOST_CARDS); i++) {
                times[i % times.length]++;
            }
        }
        return times;
    }

    /// From afar, then nearer: as films are told where the words say nothing of it.
    private static Nearness nearness(Scene told, ShotNote note, int index, boolean isEmpty) {
        if (note.size().isPresent()) {
            ShotSize size = note.size().get();
            return size.isNear() ? Nearness.NEAR : size.isFar() ? Nearness.WIDE : Nearness.MEDIUM;
        }
        Nearness usual = switch (index % 4) {
            case 0 -> Nearness.WIDE;
            case 2 -> isEmpty ? Nearness.WIDE : Nearness.NEAR;
            default -> Nearness.MEDIUM;
        };
        return told.nearness().orElse(usual);
    }

    /// A note that tells the camera how near it is.
    private static ShotNote sized(Nearness nearness) {
        ShotSize size = switch (nearness) {
            case NEAR -> ShotSize.CLOSE_UP;
            case MEDIUM -> ShotSize.MEDIUM;
            case WIDE -> ShotSize.WIDE;
        };
        return new ShotNote(
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.of(size),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    /// The sentences of a prompt; when there are too many, neighbours are put together.
    static List<String> sentences(String prompt) {
        List<String> sentences = Arrays.stream(SENTENCE_END.split(prompt))
                .map(String::strip)
                .filter(sentence -> LETTER.matcher(sentence).find())
                .toList();
        int groups = Math.min(MOST_CARDS, sentences.size());
        var grouped = new ArrayList<String>();
        for (int i = 0; i < groups; i++) {
            grouped.add(String.join(
                    " ", sentences.subList(i * sentences.size() / groups, (i + 1) * sentences.size() / groups)));
        }
        return grouped;
    }

    /// The title that is asked for, empty for none.
    static String title(String part) {
        Matcher title = TITLE.matcher(part);
        return title.find() ? title.group(1).strip() : "";
    }

    /// What a card shows, for the log.
    static String shown(Pick take) {
        return take.view() instanceof View.Card card && !card.scene().isEmpty() ? "; shows " + card.scene() : "";
    }

    /// What lives in a shot: as its own words want it, for a card also as its scene does.
    static Life life(Pick take, String prompt) {
        Life told = LifeWords.in(take.words());
        return switch (take.view()) {
            case View.Panel _, View.Clip _ -> take.words().isBlank() ? LifeWords.in(prompt) : told;
            case View.Card card -> {
                Scene scene = Scene.read(card.scene());
                Life life = told == Life.NONE ? LifeWords.in(card.scene()) : told;
                boolean isWeather = life == Life.RAIN || life == Life.SNOW || life == Life.CLOUDS;
                boolean isInside =
                        scene.place().filter(place -> place.isSheltered()).isPresent();
                // Clouds are drawn, and weather stays outside.
                yield life == Life.CLOUDS || (isWeather && isInside) ? Life.NONE : life;
            }
        };
    }
}
