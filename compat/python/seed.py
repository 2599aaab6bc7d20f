# The Python snippet of the model's page. Changed: base URL and token (both from the environment) and the image; and
# `output.url` in place of `output.url()`, which raises in every published client.
import os

import replicate

output = replicate.run(
    "bytedance/seedance-2.0",
    input={
        "seed": 99,
        "prompt": "按 Image 1 的故事版生成视频",
        "duration": 15,
        "resolution": "480p",
        "aspect_ratio": "16:9",
        "generate_audio": True,
        "reference_audios": [],
        "reference_images": [os.environ["COMPAT_SHEET"]],
        "reference_videos": [],
    },
)

# To access the file URL:
print(output.url)

# To write the file to disk:
with open("output.mp4", "wb") as file:
    file.write(output.read())
