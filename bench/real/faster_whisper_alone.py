"""faster-whisper by itself, as its documentation calls it: what Osler is measured beside.

Started with the folder of a model and a number of threads. Says {"ready": true} once the model is loaded; then a request
a line on standard input, {"file", "language", "batched"}, and its answer a line on standard output: {"text", "words",
"seconds"}, of each word its text, start and end in milliseconds.
"""

import json
import os
import sys
import time
from typing import Any

os.environ["HF_HUB_OFFLINE"] = "1"

from faster_whisper import BatchedInferencePipeline, WhisperModel  # noqa: E402

BEAM = 5

folder, threads = sys.argv[1], int(sys.argv[2])
model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=threads, local_files_only=True)
pipeline = BatchedInferencePipeline(model)


def transcribe(file: str, language: str, batched: bool) -> dict[str, Any]:
    started = time.perf_counter()
    road = pipeline if batched else model
    found, _ = road.transcribe(file, language=language, beam_size=BEAM, word_timestamps=True, vad_filter=True)
    segments = list(found)
    words = [word for segment in segments for word in segment.words or []]
    return {
        "text": " ".join(segment.text.strip() for segment in segments),
        "words": [[word.word.strip(), round(word.start * 1000), round(word.end * 1000)] for word in words],
        "seconds": time.perf_counter() - started,
    }


print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    print(json.dumps(transcribe(**json.loads(line))), flush=True)
