package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.SheetHints;
import dev.zoetrope.animatic.Timeline.Move.Kind;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads from a prompt, in Chinese or English, what a director can follow. It looks for words and marks, it does not
/// understand sentences.
final class PromptReader {
    /// What was read.
    ///
    /// @param shots what is said shot by shot; empty when the prompt has no shot marks
    /// @param moves the distinct moves named for the film as a whole, each with its possible directions
    /// @param joins how shots follow each other
    /// @param pace how fast the camera moves
    /// @param board which image is the storyboard
    /// @param roles what each reference is for, where the prompt says so
    /// @param seconds how long the film is to be, when the prompt says so
    /// @param hints what is said about the storyboard's rows, columns and direction
    /// @param isWordless whether no words are wanted in the picture
    record Words(
            List<ShotNote> shots,
            List<List<Kind>> moves,
            Joins joins,
            Pace pace,
            OptionalInt board,
            List<ReferenceRoles.Named> roles,
            OptionalDouble seconds,
            SheetHints hints,
            boolean isWordless) {}

    /// How shots follow each other.
    enum Joins {
        /// The prompt leaves it to the director.
        FREE,
        /// Hard cuts only.
        CUTS,
        /// Dissolves only.
        DISSOLVES,
        /// Dissolves, out of black at the start.
        FADES,
        /// Soft wipes.
        WIPES,
        /// The camera is thrown from shot to shot.
        WHIPS,
        /// Cuts from subject to subject in the same place.
        MATCHES,
        /// One picture turns into the next.
        MORPHS,
        /// No cut at all: one take.
        ONE_TAKE
    }

    /// How fast the camera moves.
    enum Pace {
        SLOW,
        USUAL,
        FAST
    }

    private static final Pattern ONE_TAKE = words(
            "一镜到底|长镜头|不要切镜|不切镜|无剪辑|(?:\\b(?:one|single)\\b(?: \\w+)?[ -](?:take|continuous shot))|\\bno cuts\\b|\\bwithout cuts\\b"
                    + "|\\bcontinuous take\\b|\\boner\\b");
    private static final Pattern CUTS = words(
            "硬切|切至|切到|切换|快切|\\b(?:hard|jump|quick|smash|fast|straight) cuts?\\b|\\bcuts? to\\b|\\bcut between\\b");
    private static final Pattern WIPES = words("划像|擦除转场|\\bwip(?:e|es|ing) (?:to|transitions?|in|across)\\b");
    private static final Pattern WHIPS = words("甩镜转场|甩切|\\bwhip[ -]?(?:pan )?transitions?\\b");
    private static final Pattern MATCHES = words("匹配(?:剪辑|转场|切)|相似(?:体|物)?转场|\\bmatch(?:ed|ing)?[ -]cuts?\\b");
    private static final Pattern MORPHS =
            words("变形|渐变成|渐变为|变幻成|同机位|\\bmorph(?:s|ed|ing)?\\b|\\bsame set-?up\\b|\\bmetamorphos");
    private static final Pattern FADES = words("淡入|\\bfad(?:e|es|ing) (?:in\\b|from black|up\\b)");
    private static final Pattern DISSOLVES = words(
            "叠化|溶解|淡出|渐变转场|\\bcross[ -]?(?:fade|dissolve)|\\bdissolv|\\bfad(?:e|es|ing)\\b(?! (?:out|to black)\\b)");
    private static final Pattern SLOW =
            words("缓慢|慢慢|缓缓|慢速|缓推|慢推|\\bslow(?:ly)?\\b|\\bgent(?:le|ly)\\b|\\bsubtl[ey]\\b");
    private static final Pattern FAST =
            words("快速|急速|迅速|急推|急摇|甩镜|\\bfast\\b|\\bquick(?:ly)?\\b|\\brapid(?:ly)?\\b|\\bwhip\\b");
    private static final Pattern WORDLESS =
            words("无字幕|无文字|不要字幕|不要文字|\\bno (?:text|subtitles|captions|words|titles)\\b");

    private static final Pattern BURNT = words(
            "\\bburn(?:s|t|ed|ing)?[- ]?(?:in\\b|the |(?:sub)?titles|captions)|\\bhard[- ]?(?:coded[- ])?(?:sub(?:title)?s?|captions?)\\b"
                    + "|\\bopen captions\\b|硬字幕|内嵌字幕|烧录|烧入|压制字幕");
    private static final Pattern DENIED =
            words("(?:\\bno|\\bnot|\\bwithout|\\bdon't|\\bnever|不要|不|无|别)\\s*(?:the |any )?$");

    private PromptReader() {}

    /// Whether the dialogue is to be drawn into the picture: 硬字幕, "burn in the subtitles". "With subtitles" alone is
    /// not enough, as players show those of the film's own track.
    static boolean isBurnt(String prompt) {
        Matcher matcher = BURNT.matcher(prompt);
        while (matcher.find()) {
            if (!DENIED.matcher(prompt.substring(0, matcher.start())).find()) {
                return true;
            }
        }
        return false;
    }

    static Words read(String prompt) {
        ShotMarks.Marked marked = ShotMarks.split(prompt);
        String whole = marked.shots().isEmpty() ? prompt : marked.preamble();
        return new Words(
                marked.shots().stream().map(PromptReader::note).toList(),
                MoveWords.distinct(whole),
                joins(prompt),
                pace(whole),
                BoardName.find(prompt),
                ReferenceRoles.find(prompt),
                FilmWords.seconds(prompt),
                FilmWords.hints(prompt),
                WORDLESS.matcher(prompt).find());
    }

    /// The mark's own number and length win over what the words behind it may say.
    private static ShotNote note(ShotMarks.Part part) {
        ShotNote note = NoteReader.read(part.text()).numbered(part.number());
        return part.seconds().isPresent() ? note.lasting(part.seconds()) : note;
    }

    /// How the words want shots to be joined.
    static Joins joins(String text) {
        if (ONE_TAKE.matcher(text).find()) {
            return Joins.ONE_TAKE;
        }
        if (MATCHES.matcher(text).find()) {
            return Joins.MATCHES;
        }
        if (MORPHS.matcher(text).find()) {
            return Joins.MORPHS;
        }
        if (WHIPS.matcher(text).find()) {
            return Joins.WHIPS;
        }
        if (WIPES.matcher(text).find()) {
            return Joins.WIPES;
        }
        if (FADES.matcher(text).find()) {
            return Joins.FADES;
        }
        if (DISSOLVES.matcher(text).find()) {
            return Joins.DISSOLVES;
        }
        return CUTS.matcher(text).find() ? Joins.CUTS : Joins.FREE;
    }

    /// How fast the words want the camera to be.
    static Pace pace(String text) {
        if (SLOW.matcher(text).find()) {
            return Pace.SLOW;
        }
        return FAST.matcher(text).find() ? Pace.FAST : Pace.USUAL;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
    }
}
