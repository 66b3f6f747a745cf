"""What a voice sounds like, as 256 numbers a piece of speech: the speaker encoder of Resemblyzer 0.1.4 (Apache-2.0;
Wan et al. 2018, "Generalized end-to-end loss for speaker verification"), in numpy alone: three LSTM layers over the mel
spectrum, the last state through a linear layer. Pieces of one voice lie near each other, whatever is said.

As a program it answers one request: `voice_embeddings.py WEIGHTS SOUND` reads `[[startMs, endMs], ...]` from standard
input and writes the embeddings to standard output, one after the other, as little-endian 32-bit floats.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections import OrderedDict
from typing import IO, Any, Callable, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

SAMPLE_RATE = 16_000
# 25 ms of sound every 10 ms, in 40 bands: as the encoder was trained.
WINDOW = 400
HOP = 160
BANDS = 40
# Speech that is fainter is made as loud as the encoder was trained on (dB below full scale).
LEAST_LEVEL_DB = -30
HIDDEN = 256
LAYERS = 3
# Of one batch; more took no less time a piece.
BATCH = 64


class VoiceEncoder:
    """The encoder with its weights. Uses one core where the numerical library was told to (OPENBLAS_NUM_THREADS=1)."""

    def __init__(self, path: str) -> None:
        """`path` is `pretrained.pt` of the package; whoever calls has checked its digest."""
        weights = read_weights(path)
        self.layers = [layer_of(weights, layer) for layer in range(LAYERS)]
        self.linear = np.ascontiguousarray(weights["linear.weight"].T)
        self.bias = weights["linear.bias"]

    def embed(self, path: str, pieces: Sequence[tuple[int, int]]) -> Floats:
        """One row of length 1 a piece (start and end in ms) of a file of 16 kHz mono 16-bit PCM, in their order."""
        with open(path, "rb") as sound:
            samples = [read_piece(sound, start, end) for start, end in pieces]
        gain = gain_of(samples)
        embeddings = np.zeros((len(samples), HIDDEN), np.float32)
        # Pieces of about one length share a batch.
        order = sorted(range(len(samples)), key=lambda at: len(samples[at]))
        for first in range(0, len(order), BATCH):
            own = order[first : first + BATCH]
            embeddings[own] = self.encode([mel_of(samples[at]) * gain for at in own])
        return embeddings

    def encode(self, spectra: Sequence[Floats]) -> Floats:
        """The embedding of each mel spectrum (frames by bands)."""
        lengths = np.array([len(spectrum) for spectrum in spectra])
        states = np.zeros((lengths.max(), len(spectra), BANDS), np.float32)
        for at, spectrum in enumerate(spectra):
            states[: len(spectrum), at] = spectrum
        for inputs, recurrent, bias in self.layers:
            states = run_layer(states, inputs, recurrent, bias)
        last = states[lengths - 1, np.arange(len(spectra))]
        found = np.maximum(0, last @ self.linear + self.bias)
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)


def run_layer(states: Floats, inputs: Floats, recurrent: Floats, bias: Floats) -> Floats:
    """One LSTM layer over time (first axis). Its gates are half a hyperbolic tangent each, which `layer_of` prepared."""
    time, pieces, width = states.shape
    given = (states.reshape(time * pieces, width) @ inputs).reshape(time, pieces, 4 * HIDDEN) + bias
    hidden = np.zeros((pieces, HIDDEN), np.float32)
    cell = np.zeros_like(hidden)
    gates = np.empty((pieces, 4 * HIDDEN), np.float32)
    out = np.empty((time, pieces, HIDDEN), np.float32)
    for at in range(time):
        np.tanh(np.matmul(hidden, recurrent, out=gates) + given[at], out=gates)
        take, keep, new, show = (gates[:, part * HIDDEN : (part + 1) * HIDDEN] for part in range(4))
        cell = ((keep + 1) * cell + (take + 1) * new) * np.float32(0.5)
        hidden = np.multiply((show + 1) * np.tanh(cell), np.float32(0.5), out=out[at])
    return out


def layer_of(weights: dict[str, Floats], layer: int) -> tuple[Floats, Floats, Floats]:
    """Weights of the inputs and of the state before, and bias. sigmoid(x) = (tanh(x / 2) + 1) / 2: gates are halved."""
    halves = np.ones(4 * HIDDEN, np.float32)
    halves[: 2 * HIDDEN] = halves[3 * HIDDEN :] = 0.5
    inputs, recurrent = (weights[f"lstm.weight_{of}_l{layer}"].T * halves for of in ("ih", "hh"))
    bias = (weights[f"lstm.bias_ih_l{layer}"] + weights[f"lstm.bias_hh_l{layer}"]) * halves
    return np.ascontiguousarray(inputs), np.ascontiguousarray(recurrent), bias


def read_piece(sound: IO[bytes], start_ms: int, end_ms: int) -> Floats:
    """From -1 to 1; silence stands for what the file does not hold."""
    count = (end_ms - start_ms) * SAMPLE_RATE // 1000
    sound.seek(start_ms * SAMPLE_RATE // 1000 * 2)
    read = np.frombuffer(sound.read(2 * count), "<i2").astype(np.float32) / 32768
    return np.pad(read, (0, count - len(read)))


def gain_of(samples: Sequence[Floats]) -> np.float32:
    """By what the energy of faint speech is multiplied."""
    count = sum(len(piece) for piece in samples)
    energy = sum(float(np.square(piece, dtype=np.float64).sum()) for piece in samples) / max(1, count)
    return np.float32(max(1.0, 10 ** (LEAST_LEVEL_DB / 10) / max(energy, 1e-12)))


def mel_of(samples: Floats) -> Floats:
    """Energy by band every 10 ms, the frames centred as librosa's are."""
    padded = np.pad(samples, WINDOW // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP]
    spectrum = np.fft.rfft(frames * HANN, axis=1)
    return (np.square(spectrum.real) + np.square(spectrum.imag)).astype(np.float32) @ MEL


def mel_filters() -> Floats:
    """Triangles of equal area (Slaney 1998), as librosa makes them; lines of the spectrum by bands."""
    linear, step = 1000 / (200 / 3), np.log(6.4) / 27
    highest = linear + np.log(SAMPLE_RATE / 2 / 1000) / step
    mels = np.linspace(0, highest, BANDS + 2)
    edges = np.where(mels < linear, mels * 200 / 3, 1000 * np.exp((mels - linear) * step))
    lines = np.linspace(0, SAMPLE_RATE / 2, WINDOW // 2 + 1)[:, np.newaxis]
    low, middle, high = edges[:-2], edges[1:-1], edges[2:]
    triangles = np.maximum(0, np.minimum((lines - low) / (middle - low), (high - lines) / (high - middle)))
    return (triangles * 2 / (high - low)).astype(np.float32)


HANN = np.hanning(WINDOW + 1)[:-1].astype(np.float32)
MEL = mel_filters()


def read_weights(path: str) -> dict[str, Floats]:
    """The arrays of a file of weights as PyTorch wrote them before 1.6: four pickles, names, then the numbers of each."""
    with open(path, "rb") as file:
        storages: dict[str, Floats] = {}
        for _ in range(3):
            WeightsReader(file, storages).load()
        state: dict[str, Callable[[], Floats]] = WeightsReader(file, storages).load()["model_state"]
        for name in WeightsReader(file, storages).load():
            count = int.from_bytes(file.read(8), "little")
            storages[name] = np.frombuffer(file.read(4 * count), "<f4")
    return {name: array() for name, array in state.items()}


class WeightsReader(pickle.Unpickler):
    """Makes arrays and nothing else: any other name in the file is refused."""

    def __init__(self, file: IO[bytes], storages: dict[str, Floats]) -> None:
        super().__init__(file)
        self.storages = storages

    def find_class(self, module: str, name: str) -> Any:
        known = {"OrderedDict": OrderedDict, "_rebuild_tensor_v2": rebuild, "FloatStorage": None}
        if module not in ("collections", "torch", "torch._utils") or name not in known:
            raise pickle.UnpicklingError(f"A file of weights holds {module}.{name}, which is no array.")
        return known[name]

    def persistent_load(self, pid: tuple[Any, ...]) -> Callable[[], Floats]:
        return lambda: self.storages[pid[2]]


def rebuild(storage: Callable[[], Floats], offset: int, size: tuple[int, ...], *_: Any) -> Callable[[], Floats]:
    """An array once its numbers are read; those of the encoder lie in order."""
    return lambda: storage()[offset : offset + int(np.prod(size))].reshape(size)


def main() -> None:
    weights, sound = sys.argv[1:3]
    sys.stdout.buffer.write(VoiceEncoder(weights).embed(sound, json.load(sys.stdin)).astype("<f4").tobytes())


if __name__ == "__main__":
    main()
