"""The bench's film by MoviePy and by burns, as their documentation shows it: PROGRAM FILM CRF FRAMES PUSH PANEL..."""
import sys

WIDTH, HEIGHT, RATE, FADE = 864, 496, 24, 9
program, film, crf, frames, push = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), float(sys.argv[5])
panels = sys.argv[6:]
seconds = frames / RATE
encoded = dict(
    fps=RATE, codec="libx264", audio=False, preset="veryfast", logger=None,
    ffmpeg_params=["-crf", crf, "-pix_fmt", "yuv420p"])


def moviepy():
    from moviepy import CompositeVideoClip, ImageClip, vfx

    clips = []
    for number, panel in enumerate(panels):
        still = ImageClip(panel).with_duration(seconds)
        factor = max(WIDTH / still.w, HEIGHT / still.h)
        moving = still.resized(lambda t: factor * (1 + push * t / seconds)).with_position("center")
        clip = CompositeVideoClip([moving], size=(WIDTH, HEIGHT)).with_duration(seconds)
        if number:
            clip = clip.with_effects([vfx.CrossFadeIn(FADE / RATE)])
        clips.append(clip.with_start(number * (frames - FADE) / RATE))
    CompositeVideoClip(clips, size=(WIDTH, HEIGHT)).write_videofile(film, **encoded)


def burns():
    from PIL import Image
    from burns import BurnsPath, ken_burns_film

    path = BurnsPath.push_in(1 + push, easing="linear")
    shown = (len(panels) * (frames - FADE) + FADE) / len(panels) / RATE
    small = []
    for panel in panels:
        picture = Image.open(panel).convert("RGB")
        high = round(picture.width * HEIGHT / WIDTH)
        top = (picture.height - high) // 2 if high < picture.height else 0
        box = (0, top, picture.width, min(picture.height, top + high))
        small.append((picture.crop(box).resize((WIDTH, HEIGHT), Image.LANCZOS), path, shown))
    encoded.pop("audio")
    ken_burns_film(small, saveas=film, **encoded)


{"MOVIEPY": moviepy, "BURNS": burns}[program]()
