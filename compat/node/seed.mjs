// The Node.js snippet of the model's page. Changed: base URL, token (from the environment) and the image.
import { writeFile } from "node:fs/promises";
import Replicate from "replicate";
const replicate = new Replicate({ baseUrl: `${process.env.COMPAT_URL}/v1` });

const input = {
  seed: 99,
  prompt: "按 Image 1 的故事版生成视频",
  duration: 15,
  resolution: "480p",
  aspect_ratio: "16:9",
  generate_audio: true,
  reference_audios: [],
  reference_images: [process.env.COMPAT_SHEET],
  reference_videos: [],
};

const output = await replicate.run("bytedance/seedance-2.0", { input });

// To access the file URL:
console.log(output.url());

// To write the file to disk:
await writeFile("output.mp4", output);
