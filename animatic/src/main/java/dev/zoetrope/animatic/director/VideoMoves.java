package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The moves that videos bring to a film: those of shots which show a clip, and the way of a video's camera that other
/// shots follow. Shots are to be asked for in order.
final class VideoMoves {
    private final Brief brief;
    private final @Nullable FollowedCamera followed;

    VideoMoves(Brief brief, PromptReader.Words words) {
        this.brief = brief;
        this.followed = followed(brief, words);
    }

    /// The video to follow: the one that the prompt names, else the first that moves and is not itself shown, where the
    /// words say nothing of moves.
    private static @Nullable FollowedCamera followed(Brief brief, PromptReader.Words words) {
        int clips = brief.clips().size();
        Optional<Integer> named = ClipWords.followed(words.roles(), clips);
        if (named.isPresent()) {
            return new FollowedCamera(brief.clips().get(named.get()), named.get());
        }
        if (!words.moves().isEmpty() || ClipWords.find(brief.prompt(), clips).isPresent()) {
            return null;
        }
        for (int i = 0; i < clips; i++) {
            var camera = new FollowedCamera(brief.clips().get(i), i);
            if (camera.moves()) {
                return camera;
            }
        }
        return null;
    }

    /// The move of the next shot; empty where its own words name one, or no video has to do with it.
    Optional<MoveChoice.Chosen> choose(Pick take, int length) {
        if (!take.said().moves().isEmpty() || take.part() != Pick.Part.MIDDLE) {
            return Optional.empty();
        }
        if (take.view() instanceof Timeline.View.Clip clip) {
            return Optional.of(clip(clip, length));
        }
        return followed == null ? Optional.empty() : Optional.of(followed.next(length));
    }

    /// A clip moves by itself; where it is over, the camera goes on towards its last frame.
    private MoveChoice.Chosen clip(Timeline.View.Clip clip, int length) {
        String title = "Video " + (clip.reference() + 1);
        int frames = brief.clips().get(clip.reference()).frames().frames();
        boolean isOver = clip.from() >= frames - 1;
        String where = isOver
                ? "on from " + title + "'s last frame"
                : String.format(
                        Locale.ROOT,
                        "%s from %.1f s%s",
                        title,
                        (double) clip.from() / Timeline.FRAMES_PER_SECOND,
                        clip.from() + length > frames ? ", then its last frame" : "");
        Move move = isOver
                ? new Move(Move.Kind.PUSH_IN, MoveChoice.LEAST, Move.Easing.EASE_IN_OUT)
                : new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR);
        return new MoveChoice.Chosen(move, (isOver ? "push in, " : "plays ") + where);
    }
}
