#!/bin/sh
# Speaks a script of lines "doctor: …" and "patient: …" into a recording, with Debian's flite and ffmpeg.
# Usage: samples/make.sh [SCRIPT.txt] [RECORDING]   (the recording's name tells its format)
set -eu
cd "$(dirname "$0")"
script=${1:-consultation.txt}
recording=${2:-consultation.ogg}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

number=1000
while IFS= read -r line; do
  case $line in
    doctor:*) voice=rms; pause=0.45 ;;
    patient:*) voice=slt; pause=0.6 ;;
    *) continue ;;
  esac
  # A sentence at a time, each followed by a pause: flite runs sentences together, people do not.
  echo "${line#*: }" | sed 's/\([.?!]\) /\1\n/g' >"$work/sentences"
  while IFS= read -r sentence; do
    number=$((number + 1))
    flite -voice $voice -t "$sentence" -o "$work/spoken.wav"
    ffmpeg -nostdin -v error -i "$work/spoken.wav" -af "apad=pad_dur=$pause" -ar 16000 -ac 1 "$work/$number.wav"
    echo "file '$work/$number.wav'" >>"$work/list"
  done <"$work/sentences"
done <"$script"
ffmpeg -nostdin -v error -y -f concat -safe 0 -i "$work/list" -map_metadata -1 -fflags +bitexact -flags +bitexact "$recording"
