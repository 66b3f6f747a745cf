import { useEffect, useRef } from 'preact/hooks'
import { followLevel } from '../microphone.ts'
import { t } from '../texts.ts'

/** How loud it is, as it is heard. */
export function LevelMeter({ stream }: { stream: MediaStream }) {
  const meter = useRef<HTMLMeterElement>(null)
  useEffect(
    () =>
      followLevel(stream, (level) => {
        if (meter.current) meter.current.value = level
      }),
    [stream],
  )
  return <meter ref={meter} min={0} max={1} aria-label={t('level')} />
}
