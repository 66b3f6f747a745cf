"""Whisper and Silero's detector, for one server: a request a line on standard input, an answer a line on standard output.

Started with its settings (JSON) as the only argument; says {"ready": ...} once the model is loaded. A request is
{"id", "task", ...}; its answer {"id", "result"} or {"id", "error"}, in whatever order the work ends. Every few seconds
{"alive": true} tells that the process is not stuck. It reads local files alone and never speaks to a network.
"""

import base64
import json
import os
import resource
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, Iterator, TextIO

Json = dict[str, Any]

# PATIENT DATA: native code prints to descriptor 1, and what it prints may hold what was said. Answers go to a copy of it.
answers: TextIO = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

settings: Json = json.loads(sys.argv[1])
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["OMP_NUM_THREADS"] = str(settings["threads"])
resource.setrlimit(resource.RLIMIT_AS, (settings["memoryBytes"], settings["memoryBytes"]))

import ctranslate2  # noqa: E402
import numpy as np  # noqa: E402
from faster_whisper import WhisperModel  # noqa: E402
from faster_whisper.audio import pad_or_trim  # noqa: E402
from faster_whisper.tokenizer import Tokenizer  # noqa: E402
from faster_whisper.transcribe import get_compression_ratio, get_suppressed_tokens, merge_punctuations  # noqa: E402
from faster_whisper.vad import get_vad_model  # noqa: E402

SAMPLES_PER_MS = 16
BYTES_PER_MS = 32
FRAMES_PER_SECOND = 100
HEARTBEAT_SECONDS = 2.0
# Silero's model reads 512 samples with the 64 before them; so many of these at a time keep memory bounded.
VAD_WINDOW, VAD_CONTEXT, VAD_BLOCK = 512, 64, 4096
PREPENDED, APPENDED = "\"'“¿([{-", "\"'.。,，!！?？:：”)]}、"
# Languages that are less likely than this are not told.
LEAST_SHARE = 0.01
# What Whisper reads at a time, and the least that it reads of a short window with the silence behind it: with less it says
# its last words twice, with 10 s it hears what it hears in 30 s, at a fifth of the cost.
MOST_FRAMES, LEAST_FRAMES, SILENCE_FRAMES = 3000, 1000, 200
# Nobody says more tokens a second; a short window that goes round in circles ends there.
TOKENS_PER_SECOND, LEAST_TOKENS = 10, 24
# Languages that are written without spaces: each sign is a word there.
UNSPACED = {"zh", "ja", "th", "lo", "my", "yue"}

lock = threading.Lock()


def say(message: Json) -> None:
    with lock:
        answers.write(json.dumps(message) + "\n")
        answers.flush()


def choose_device() -> str:
    if settings["device"] != "auto":
        return str(settings["device"])
    return "cuda" if ctranslate2.get_cuda_device_count() > 0 else "cpu"


device = choose_device()


def load() -> WhisperModel | None:
    """Without a model the process finds speech alone."""
    if not settings.get("model"):
        return None
    return WhisperModel(
        settings["model"],
        device=device,
        compute_type="int8" if device == "cpu" else "float16",
        cpu_threads=settings["threads"],
        num_workers=settings["workers"],
        local_files_only=True,
    )


model = load()


def read_sound(path: str, start_ms: int, end_ms: int) -> np.ndarray:
    """16-bit samples of a scratch file as numbers from -1 to 1."""
    with open(path, "rb") as file:
        file.seek(start_ms * BYTES_PER_MS)
        data = file.read((end_ms - start_ms) * BYTES_PER_MS)
    return np.frombuffer(data[: len(data) // 2 * 2], dtype="<i2").astype(np.float32) / 32768


def detect(path: str, startMs: int, endMs: int) -> list[int]:
    """How likely somebody speaks, in hundredths, for each 32 ms."""
    session = get_vad_model().session
    state = np.zeros((1, 1, 128), dtype=np.float32), np.zeros((1, 1, 128), dtype=np.float32)
    context = np.zeros(VAD_CONTEXT, dtype=np.float32)
    block_ms = VAD_BLOCK * VAD_WINDOW // SAMPLES_PER_MS
    found: list[int] = []
    for at in range(startMs, endMs, block_ms):
        sound = read_sound(path, at, min(at + block_ms, endMs))
        if sound.size == 0:
            break
        whole = np.pad(sound, (VAD_CONTEXT, -sound.size % VAD_WINDOW))
        whole[:VAD_CONTEXT] = context
        windows = np.lib.stride_tricks.sliding_window_view(whole, VAD_WINDOW + VAD_CONTEXT)[::VAD_WINDOW]
        likely, *state = session.run(None, {"input": windows, "h": state[0], "c": state[1]})
        context = whole[-VAD_CONTEXT:]
        found += np.rint(likely.ravel() * 100).astype(int).tolist()
    return found


def follow(sound: str, state: str) -> Json:
    """The same for the next frames of a sound that goes on: its state is kept by who asks, so that nothing is kept here."""
    kept = np.frombuffer(base64.b64decode(state), dtype=np.float32) if state else np.zeros(2 * 128 + VAD_CONTEXT, dtype=np.float32)
    h, c, context = kept[:128].reshape(1, 1, 128), kept[128:256].reshape(1, 1, 128), kept[256:]
    samples = np.frombuffer(base64.b64decode(sound), dtype="<i2").astype(np.float32) / 32768
    whole = np.concatenate([context, samples])
    windows = np.lib.stride_tricks.sliding_window_view(whole, VAD_WINDOW + VAD_CONTEXT)[::VAD_WINDOW]
    likely, h, c = get_vad_model().session.run(None, {"input": windows, "h": h, "c": c})
    left = np.concatenate([h.ravel(), c.ravel(), whole[-VAD_CONTEXT:]]).astype(np.float32)
    return {
        "likely": np.rint(likely.ravel() * 100).astype(int).tolist(),
        "state": base64.b64encode(left.tobytes()).decode("ascii"),
    }


def read_windows(
    whisper: WhisperModel, windows: list[Json], pace: float = 1, is_short: bool = False
) -> tuple[np.ndarray, list[int]]:
    """The features of windows, each of pieces of sound one behind the other, and how many frames of each are sound."""
    sounds = [play(np.concatenate([read_sound(one["path"], *piece) for piece in one["pieces"]]), pace) for one in windows]
    extracted = [whisper.feature_extractor(sound)[..., :-1] for sound in sounds]
    frames = max(sound.size for sound in sounds) // (SAMPLES_PER_MS * 10) + SILENCE_FRAMES
    length = min(max(frames, LEAST_FRAMES), MOST_FRAMES) if is_short else MOST_FRAMES
    features = np.stack([pad_or_trim(one, length) for one in extracted])
    return features, [min(features.shape[-1], -(-sound.size // (SAMPLES_PER_MS * 10))) for sound in sounds]


def play(sound: np.ndarray, pace: float) -> np.ndarray:
    """Faster or slower, and so higher or lower."""
    if pace == 1:
        return sound
    at = np.linspace(0, sound.size - 1, int(sound.size / pace))
    return np.interp(at, np.arange(sound.size), sound).astype(np.float32)


def tell_languages(whisper: WhisperModel, windows: list[Json]) -> list[dict[str, float]]:
    """For each window the languages that it may be in, by their probability."""
    return detect_languages(whisper, whisper.encode(read_windows(whisper, windows)[0]), len(windows))


def detect_languages(whisper: WhisperModel, encoded: Any, count: int) -> list[dict[str, float]]:
    if not whisper.model.is_multilingual:
        return [{"en": 1.0}] * count
    found = whisper.model.detect_language(encoded)
    return [{token[2:-2]: round(share, 4) for token, share in one if share >= LEAST_SHARE} for one in found]


def recognize(
    windows: list[Json], language: str, otherAbove: float, beam: int, pace: float, isShort: bool
) -> list[Json]:
    """What was said in each window. One in which another language is as likely as `otherAbove` is heard in that one:
    told the wrong one, Whisper translates."""
    whisper = loaded()
    features, frames = read_windows(whisper, windows, pace, isShort)
    encoded = whisper.encode(features)
    # Two seconds do not tell a language.
    likely = [{}] * len(windows) if isShort else detect_languages(whisper, encoded, len(windows))
    most = LEAST_TOKENS + TOKENS_PER_SECOND * max(frames) // FRAMES_PER_SECOND
    tokenizers = [tokenizer_for(whisper, choose_language(one, language, otherAbove)) for one in likely]
    results = whisper.model.generate(
        encoded,
        [[*tokenizer.sot_sequence, tokenizer.no_timestamps] for tokenizer in tokenizers],
        beam_size=beam,
        max_length=min(most, whisper.max_length) if isShort else whisper.max_length,
        suppress_tokens=get_suppressed_tokens(tokenizers[0], [-1]),
        return_scores=True,
        return_no_speech_prob=True,
    )
    sequences = [result.sequences_ids[0] for result in results]
    texts = [[token for token in tokens if token < tokenizers[0].eot] for tokens in sequences]
    aligned = align(whisper, encoded, texts, tokenizers, frames, pace)
    return [
        {
            "words": words,
            "language": tokenizer.language_code,
            "languageProbability": candidates.get(tokenizer.language_code, 0.0),
            "noSpeech": round(result.no_speech_prob, 4),
            "logProbability": round(result.scores[0] * len(tokens) / (len(tokens) + 1), 4),
            "compression": round(get_compression_ratio(tokenizer.decode(text)), 3) if text else 0,
        }
        for words, tokenizer, candidates, result, tokens, text in zip(aligned, tokenizers, likely, results, sequences, texts)
    ]


def choose_language(likely: dict[str, float], told: str, other_above: float) -> str:
    best = max(likely, key=lambda language: likely[language], default=told)
    return best if best != told and likely[best] >= other_above else told


def tokenizer_for(whisper: WhisperModel, language: str) -> Tokenizer:
    return Tokenizer(whisper.hf_tokenizer, whisper.model.is_multilingual, task="transcribe", language=language)


def align(
    whisper: WhisperModel,
    encoded: Any,
    texts: list[list[int]],
    tokenizers: list[Tokenizer],
    frames: list[int],
    pace: float,
) -> list[list[list[Any]]]:
    """For each window its words, with their bounds in milliseconds of the window and their probability."""
    aligned: list[list[list[Any]]] = [[] for _ in texts]
    for language in {tokenizer.language_code for tokenizer in tokenizers}:
        own = [at for at, one in enumerate(tokenizers) if one.language_code == language and texts[at]]
        if not own:
            continue
        part = encoded if len(own) == len(texts) else type(encoded).from_array(np.array(encoded)[own])
        found = whisper.find_alignment(
            tokenizers[own[0]], [texts[at] for at in own], part, [frames[at] for at in own]
        )
        for at, parts in zip(own, found):
            merge_punctuations(parts, PREPENDED, APPENDED)
            aligned[at] = list(join_words(parts, language, pace))
    return aligned


def join_words(found: list[Json], language: str, pace: float) -> Iterator[list[Any]]:
    """`3` and `.5` are one word, and so are `follow` and `-up`."""
    open_word: list[Any] | None = None
    for part in found:
        if not part["word"].strip():
            continue
        start, end = round(part["start"] * 1000 * pace), round(part["end"] * 1000 * pace)
        if open_word and not part["word"].startswith(" ") and language not in UNSPACED:
            open_word[0] += part["word"]
            open_word[2] = end
            open_word[3] = min(open_word[3], round(float(part["probability"]), 4))
            continue
        if open_word:
            yield open_word
        open_word = [part["word"].strip(), start, end, round(float(part["probability"]), 4)]
    if open_word:
        yield open_word


def loaded() -> WhisperModel:
    if model is None:
        raise RuntimeError("no model was named")
    return model


TASKS: dict[str, Callable[..., Any]] = {
    "detect": detect,
    "follow": follow,
    "languages": lambda **asked: tell_languages(loaded(), **asked),
    "recognize": recognize,
}


def do(request: Json) -> None:
    asked = {name: value for name, value in request.items() if name not in ("id", "task")}
    try:
        say({"id": request["id"], "result": TASKS[request["task"]](**asked)})
    except Exception as error:
        # PATIENT DATA: the message of an error may hold what was said; its class does not.
        say({"id": request["id"], "error": type(error).__name__})


def beat() -> None:
    while True:
        say({"alive": True})
        stopped.wait(HEARTBEAT_SECONDS)


stopped = threading.Event()
say({"ready": {"device": device}})
threading.Thread(target=beat, daemon=True).start()
# To follow speech takes a millisecond: it does not wait for windows that are being heard.
with ThreadPoolExecutor(settings["workers"]) as workers, ThreadPoolExecutor(1) as quick:
    for line in sys.stdin:
        request = json.loads(line)
        (quick if request["task"] == "follow" else workers).submit(do, request)
os._exit(0)
