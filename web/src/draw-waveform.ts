import WaveSurfer from 'wavesurfer.js'
import RegionsPlugin from 'wavesurfer.js/plugins/regions'
import type { Part } from './control-sound.ts'
import type { Peaks } from './types.ts'

/** A drawn outline of the sound. */
export interface Waveform {
  light(parts: readonly Part[]): void
  /** So many times as wide as its place. */
  zoom(times: number): void
  destroy(): void
}

/** Draws the outline of a recording; `onSeen` is told which part of it is in sight. */
export function drawWaveform(
  container: HTMLElement,
  media: HTMLAudioElement,
  { peaks, durationMs }: Peaks,
  onSeen: (part: Part) => void,
): Waveform {
  const colors = getComputedStyle(container)
  const surfer = WaveSurfer.create({
    container,
    media,
    peaks: [peaks],
    duration: durationMs / 1000,
    height: 64,
    waveColor: colors.getPropertyValue('--wave'),
    progressColor: colors.getPropertyValue('--accent'),
  })
  const regions = surfer.registerPlugin(RegionsPlugin.create())
  onSeen({ startMs: 0, endMs: durationMs })
  surfer.on('scroll', (start, end) => onSeen({ startMs: start * 1000, endMs: end * 1000 }))
  return {
    light(parts) {
      regions.clearRegions()
      for (const { startMs, endMs } of parts) {
        regions.addRegion({
          ...{ start: startMs / 1000, end: endMs / 1000, color: '#e8a20066' },
          ...{ drag: false, resize: false },
        })
      }
    },
    zoom(times) {
      const pointsAMs = (container.clientWidth / durationMs) * times
      surfer.zoom(times === 1 ? 0 : pointsAMs * 1000)
      const startMs = surfer.getScroll() / pointsAMs
      onSeen({ startMs, endMs: startMs + durationMs / times })
    },
    destroy: () => surfer.destroy(),
  }
}
