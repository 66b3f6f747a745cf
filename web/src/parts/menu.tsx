import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

interface Props {
  label: string
  children: ComponentChildren
}

/** What is done seldom, behind one button. It closes when something is chosen, on Escape, and when one goes elsewhere. */
export function Menu({ label, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (details.current) details.current.open = false
  }
  useEffect(() => {
    const leave = ({ target }: Event) => !details.current?.contains(target as Node) && close()
    addEventListener('pointerdown', leave)
    addEventListener('focusin', leave)
    return () => {
      removeEventListener('pointerdown', leave)
      removeEventListener('focusin', leave)
    }
  }, [])
  return (
    <details
      ref={details}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return
        event.stopPropagation()
        close()
        details.current.querySelector('summary')?.focus()
      }}
      onClick={(event) => (event.target as HTMLElement).matches('div > button') && close()}
    >
      <summary>
        {label} <Icon name="chevron" />
      </summary>
      <div>{children}</div>
    </details>
  )
}
