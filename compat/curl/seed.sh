#!/bin/sh
# The HTTP snippet of the model's page. Changed: base URL, token (from the environment) and the image. What follows it
# takes the output's URL out of the answer, asking again while the film is not ready, and saves the file.
set -eu

curl --silent --show-error "$COMPAT_URL/v1/models/bytedance/seedance-2.0/predictions" \
    --request POST \
    --header "Authorization: Bearer $REPLICATE_API_TOKEN" \
    --header "Content-Type: application/json" \
    --header "Prefer: wait" \
    --data @- > prediction.json << EOM
{
    "input": {
      "seed": 99,
      "prompt": "按 Image 1 的故事版生成视频",
      "duration": 15,
      "resolution": "480p",
      "aspect_ratio": "16:9",
      "generate_audio": true,
      "reference_audios": [],
      "reference_images": [
        "$COMPAT_SHEET"
      ],
      "reference_videos": []
    }
}
EOM

value() { sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p' prediction.json; }

while ! grep -q '"status":"\(succeeded\|failed\|canceled\)"' prediction.json; do
    sleep 1
    curl --silent --show-error --header "Authorization: Bearer $REPLICATE_API_TOKEN" "$(value get)" > next.json
    mv next.json prediction.json
done
output=$(value output)
echo "$output"
curl --silent --show-error --output output.mp4 "$output"
