import { memo } from 'preact/compat'
import { useEffect, useRef, useState } from 'preact/hooks'
import { askJson } from '../api.ts'
import { controlSound, type Part, type Player } from '../control-sound.ts'
import { drawWaveform, type Waveform } from '../draw-waveform.ts'
import { printTime } from '../format.ts'
import { openSound, type Sound } from '../open-sound.ts'
import { t } from '../texts.ts'
import type { Item, Peaks } from '../types.ts'
import { Icon } from './icon.tsx'

interface Props {
  consultation: string
  items: readonly Item[]
  onTime: (ms: number) => void
  onReady: (player: Player) => void
}

const SPEEDS = [0.75, 1, 1.25, 1.5, 2]
/** Of an hour as much as a minute fills the place then. */
const MOST_TIMES = 64

/** The waveform with its speakers in colours. It plays the recording as it came; the outline comes from the server. */
export function PlayerBar(props: Props) {
  const place = useRef<HTMLDivElement>(null)
  const { sound, player, waveform, time, seen, missing } = useSound(props, place)
  const [times, setTimes] = useState(1)
  useEffect(() => waveform.current?.zoom(times), [times])
  if (missing) return <p class="quiet">{t('noSound', missing)}</p>
  return (
    <section class="player" aria-label={t('recording')}>
      <button
        type="button"
        class="main"
        onClick={() => player.current?.toggle()}
        aria-label={t(time.isPlaying ? 'pause' : 'play')}
      >
        <Icon name={time.isPlaying ? 'pause' : 'play'} />
      </button>
      <div class="sound">
        <div ref={place} />
        <Speakers items={props.items} seen={seen} />
      </div>
      <output>{printTime(time.ms)}</output>
      <Zoom times={times} isDrawn={seen !== undefined} onChange={setTimes} />
      <SpeedChoice
        onChange={(speed) => {
          if (sound.current) sound.current.media.playbackRate = speed
        }}
      />
    </section>
  )
}

/** Opens the sound, draws it when its outline is there, and follows it. */
function useSound({ consultation, onTime, onReady }: Props, place: { current: HTMLElement | null }) {
  const sound = useRef<Sound>(undefined)
  const player = useRef<Player>(undefined)
  const waveform = useRef<Waveform>(undefined)
  const [time, setTime] = useState({ ms: 0, isPlaying: false })
  const [seen, setSeen] = useState<Part>()
  const [missing, setMissing] = useState('')
  useEffect(() => {
    const stop = new AbortController()
    const opened = openSound(consultation)
    const { media } = opened
    sound.current = opened
    player.current = controlSound(opened, (parts) => waveform.current?.light(parts))
    const tell = () => setTime({ ms: media.currentTime * 1000, isPlaying: !media.paused })
    media.ontimeupdate = () => {
      tell()
      onTime(media.currentTime * 1000)
    }
    media.onpause = media.onplay = tell
    onReady(player.current)
    async function draw() {
      const path = `/api/consultations/${consultation}/audio/outline`
      const outline = await askJson<Peaks>(path, { signal: stop.signal })
      await opened.ready
      if (place.current && !stop.signal.aborted) waveform.current = drawWaveform(place.current, media, outline, setSeen)
    }
    draw().catch((error: Error) => !stop.signal.aborted && setMissing(error.message))
    return () => {
      stop.abort()
      waveform.current?.destroy()
      media.pause()
      opened.close()
    }
  }, [consultation])
  return { sound, player, waveform, time, seen, missing }
}

interface ZoomProps {
  times: number
  isDrawn: boolean
  onChange: (times: number) => void
}

function Zoom({ times, isDrawn, onChange }: ZoomProps) {
  return (
    <span class="zoom">
      <button
        type="button"
        class="icon"
        aria-label={t('zoomOut')}
        disabled={times === 1}
        onClick={() => onChange(times / 2)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        class="icon"
        aria-label={t('zoomIn')}
        disabled={!isDrawn || times === MOST_TIMES}
        onClick={() => onChange(times * 2)}
      >
        <Icon name="plus" />
      </button>
    </span>
  )
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

/** Who speaks when, as a strip of colours below the part of the waveform that is in sight. */
const Speakers = memo(function Speakers({ items, seen }: { items: readonly Item[]; seen: Part | undefined }) {
  const { startMs, endMs } = seen ?? { startMs: 0, endMs: items.at(-1)?.endMs ?? 1 }
  // Zoomed in, that part moves sixty times a second while it plays: what is outside of it is not drawn.
  const inSight = items.filter((item) => item.startMs < endMs && item.endMs > startMs)
  return (
    <svg
      class="speakers"
      viewBox={`${startMs} 0 ${Math.max(1, endMs - startMs)} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {inSight.map((item) => (
        <rect key={item.id} class={item.speaker} x={item.startMs} width={item.endMs - item.startMs} height="1" />
      ))}
    </svg>
  )
})
