package dev.zoetrope.animatic.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What words tell of a scene, in English and Chinese; what they leave open is empty. [#words] says the same again, in
/// plain English words, which [#read] understands: so is a scene kept in a timeline, to be read and changed by people.
///
/// @param place where it is
/// @param hour the time of day
/// @param weather what the sky does
/// @param season of the year
/// @param tint the colours it is drawn in
/// @param nearness how near the camera is
/// @param cast who is there, the first named first
public record Scene(
        Optional<Place> place,
        Optional<Hour> hour,
        Optional<Weather> weather,
        Optional<Season> season,
        Optional<Tint> tint,
        Optional<Nearness> nearness,
        List<Actor> cast) {
    /// More would crowd the frame.
    private static final int MOST_ACTORS = 3;

    /// As many of one kind are drawn at most.
    private static final int MOST_OF_A_KIND = 9;

    private static final Pattern MOVING = Worded.pattern(
            "moving|walk(?:s|ing)?|runs?|running|rides?|riding|drives?|driving|sail(?:s|ing)|fly|flies|flying|soars?|soaring"
                    + "|gallops?|galloping|races?|racing|drifts?|drifting|passes|passing|crosses|crossing|strolls?|wanders?",
            "走|跑|奔|驶|飞|航行|骑|漂|穿过|掠过|漫步|游");

    private static final Pattern COUNT = Pattern.compile(
            "(\\d|\\btwo|\\bthree|\\bfour|\\bfive|两|三|四|五|几|群)(?:[\\s\\p{IsHan}]?|\\s\\w+\\s)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MANY = Pattern.compile(
            "^(?:birds|gulls|seagulls|crows|ravens|flock|fish|fishes|鱼群|海鸥|大雁)$", Pattern.CASE_INSENSITIVE);

    /// Somebody in a scene.
    ///
    /// @param being what it is
    /// @param count how many
    /// @param isMoving whether it crosses the frame
    public record Actor(Being being, int count, boolean isMoving) {
        String words() {
            return (count > 1 ? count + " " : "") + being.word() + (isMoving ? " moving" : "");
        }
    }

    public Scene {
        cast = List.copyOf(cast);
    }

    /// Reads a scene out of words; nothing in them is an empty scene.
    public static Scene read(String words) {
        return new Scene(
                Worded.first(List.of(Place.values()), words),
                Worded.first(List.of(Hour.values()), words),
                Worded.first(List.of(Weather.values()), words),
                Worded.first(List.of(Season.values()), words),
                Worded.first(List.of(Tint.values()), words),
                Worded.first(List.of(Nearness.values()), words),
                cast(words));
    }

    private static List<Actor> cast(String words) {
        record Named(Actor actor, int place) {}
        Map<Being, Named> named = new EnumMap<>(Being.class);
        var taken = new ArrayList<int[]>();
        for (Being being : Being.values()) {
            Matcher matcher = being.pattern().matcher(words);
            while (matcher.find() && !named.containsKey(being)) {
                int start = matcher.start();
                int end = matcher.end();
                // 小女孩 is a child, and not a girl as well.
                if (taken.stream().noneMatch(span -> start < span[1] && end > span[0])) {
                    taken.add(new int[] {start, end});
                    boolean moves = being.isRestless() || (!being.isRooted() && isMoving(words, end));
                    int count = count(words.substring(0, start), matcher.group());
                    named.put(being, new Named(new Actor(being, count, moves), start));
                }
            }
        }
        return named.values().stream()
                .sorted(Comparator.comparingInt(Named::place))
                .map(Named::actor)
                .limit(MOST_ACTORS)
                .toList();
    }

    /// The verb stands behind its subject, in the same clause.
    private static boolean isMoving(String words, int from) {
        Matcher stop = Pattern.compile("[.。;；!！?？\\n]|, (?=\\w+ \\w+,)").matcher(words);
        int end = stop.find(from) ? stop.start() : words.length();
        return MOVING.matcher(words.substring(from, end)).find();
    }

    private static int count(String before, String noun) {
        Matcher matcher = COUNT.matcher(before);
        if (matcher.find()) {
            return switch (matcher.group(1).toLowerCase(java.util.Locale.ROOT)) {
                case "two", "两" -> 2;
                case "three", "三", "几" -> 3;
                case "four", "四" -> 4;
                case "five", "五" -> 5;
                case "群" -> 6;
                default -> Math.clamp(Integer.parseInt(matcher.group(1)), 1, MOST_OF_A_KIND);
            };
        }
        return MANY.matcher(noun).matches() ? 6 : 1;
    }

    /// The same scene where this one tells nothing: shots of one film share place, light and colours, and the cast as
    /// long as nobody else is named.
    ///
    /// @param before what was told earlier
    public Scene after(Scene before) {
        return new Scene(
                place.or(() -> before.place.filter(this::holds)),
                hour.or(before::hour),
                weather.or(before::weather),
                season.or(before::season),
                tint.or(before::tint),
                nearness.or(before::nearness),
                cast.isEmpty() ? before.cast : cast);
    }

    /// A ship does not stay in the forest of the shot before.
    boolean holds(Place there) {
        return cast.isEmpty()
                || cast.getFirst().being().habit() != Being.Habit.WATER
                || there.isWater()
                || there == Place.BEACH
                || there == Place.RIVER
                || there == Place.UNDERWATER;
    }

    /// The same scene with nobody in it, from no certain distance.
    public Scene empty() {
        return new Scene(place, hour, weather, season, tint, Optional.empty(), List.of());
    }

    /// The same scene from another distance.
    public Scene seenFrom(Nearness other) {
        return new Scene(place, hour, weather, season, tint, Optional.of(other), cast);
    }

    /// The scene in words that read back as the same scene.
    public String words() {
        var words = new ArrayList<String>();
        place.ifPresent(told -> words.add(told.word()));
        hour.ifPresent(told -> words.add(told.word()));
        weather.ifPresent(told -> words.add(told.word()));
        season.ifPresent(told -> words.add(told.word()));
        tint.ifPresent(told -> words.add(told.word()));
        nearness.ifPresent(told -> words.add(told.word()));
        var whole = new ArrayList<String>();
        if (!words.isEmpty()) {
            whole.add(String.join(", ", words));
        }
        cast.forEach(actor -> whole.add(actor.words()));
        return String.join("; ", whole);
    }
}
