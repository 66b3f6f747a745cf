import { useEffect, useRef, useState } from 'preact/hooks'
import WaveSurfer from 'wavesurfer.js'
import RegionsPlugin from 'wavesurfer.js/plugins/regions'
import { ask, askJson } from '../api.ts'
import { printTime } from '../format.ts'
import { t } from '../texts.ts'
import type { Item, Peaks } from '../types.ts'
import { Icon } from './icon.tsx'

type Regions = ReturnType<typeof RegionsPlugin.create>

/** What the page may do with the sound. */
export interface Player {
  toggle(): void
  isPlaying(): boolean
  play(startMs: number, endMs: number): void
  seek(ms: number): void
  /** Colours these parts of the waveform, and no others. */
  light(parts: readonly { startMs: number; endMs: number }[]): void
}

interface Props {
  consultation: string
  items: readonly Item[]
  onTime: (ms: number) => void
  onReady: (player: Player) => void
}

const SPEEDS = [0.75, 1, 1.25, 1.5, 2]

/** The waveform with its speakers in colours. It plays the recording as it came; the outline comes from the server. */
export function PlayerBar({ consultation, items, onTime, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const surfer = useRef<WaveSurfer | undefined>(undefined)
  const regions = useRef<Regions | undefined>(undefined)
  const [time, setTime] = useState({ ms: 0, isPlaying: false })
  const [isReady, setReady] = useState(false)
  const [missing, setMissing] = useState('')

  useEffect(() => {
    const stop = new AbortController()
    let url = ''
    async function open() {
      const outline = await askJson<Peaks>(`/api/consultations/${consultation}/audio/outline`, { signal: stop.signal })
      const sound = await (await ask(`/api/consultations/${consultation}/audio`, { signal: stop.signal })).blob()
      if (stop.signal.aborted || !place.current) return
      url = URL.createObjectURL(sound)
      const media = new Audio(url)
      surfer.current = drawWaveform(place.current, media, outline)
      regions.current = surfer.current.registerPlugin(RegionsPlugin.create())
      media.ontimeupdate = () => {
        const ms = media.currentTime * 1000
        setTime({ ms, isPlaying: !media.paused })
        onTime(ms)
      }
      media.onpause = media.onplay = () => setTime({ ms: media.currentTime * 1000, isPlaying: !media.paused })
      setReady(true)
      onReady(control(media, regions))
    }
    open().catch((error: Error) => !stop.signal.aborted && setMissing(error.message))
    return () => {
      stop.abort()
      surfer.current?.destroy()
      URL.revokeObjectURL(url)
    }
  }, [consultation])

  if (missing) return <p class="quiet">{t('noSound', missing)}</p>
  return (
    <section class="player" aria-label={t('recording')}>
      <button
        type="button"
        class="main"
        disabled={!isReady}
        onClick={() => surfer.current?.playPause()}
        aria-label={t(time.isPlaying ? 'pause' : 'play')}
      >
        <Icon name={time.isPlaying ? 'pause' : 'play'} />
      </button>
      <div class="sound">
        <div ref={place} />
        <Speakers items={items} />
      </div>
      <output>{printTime(time.ms)}</output>
      <SpeedChoice onChange={(speed) => surfer.current?.setPlaybackRate(speed)} />
    </section>
  )
}

function drawWaveform(container: HTMLElement, media: HTMLAudioElement, { peaks, durationMs }: Peaks): WaveSurfer {
  const colors = getComputedStyle(container)
  return WaveSurfer.create({
    container,
    media,
    peaks: [peaks],
    duration: durationMs / 1000,
    height: 64,
    waveColor: colors.getPropertyValue('--wave'),
    progressColor: colors.getPropertyValue('--accent'),
  })
}

function SpeedChoice({ onChange }: { onChange: (speed: number) => void }) {
  return (
    <label>
      <span class="hidden">{t('speed')}</span>
      <select onChange={(event) => onChange(Number(event.currentTarget.value))} value="1">
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {speed} ×
          </option>
        ))}
      </select>
    </label>
  )
}

function control(media: HTMLAudioElement, regions: { current: Regions | undefined }): Player {
  let endMs = Number.POSITIVE_INFINITY
  media.addEventListener('timeupdate', () => {
    if (media.currentTime * 1000 < endMs) return
    media.pause()
    endMs = Number.POSITIVE_INFINITY
  })
  return {
    isPlaying: () => !media.paused,
    toggle: () => void (media.paused ? media.play() : media.pause()),
    seek(ms) {
      media.currentTime = ms / 1000
    },
    play(startMs, end) {
      endMs = end
      media.currentTime = startMs / 1000
      void media.play()
    },
    light(parts) {
      regions.current?.clearRegions()
      for (const { startMs, endMs: end } of parts) {
        regions.current?.addRegion({
          start: startMs / 1000,
          end: end / 1000,
          drag: false,
          resize: false,
          color: '#e8a20066',
        })
      }
    },
  }
}

/** Who speaks when, as a strip of colours below the waveform. */
function Speakers({ items }: { items: readonly Item[] }) {
  const endMs = Math.max(1, ...items.map((item) => item.endMs))
  return (
    <svg class="speakers" viewBox={`0 0 ${endMs} 1`} preserveAspectRatio="none" aria-hidden="true">
      {items.map((item) => (
        <rect key={item.id} class={item.speaker} x={item.startMs} width={item.endMs - item.startMs} height="1" />
      ))}
    </svg>
  )
}
