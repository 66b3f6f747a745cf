import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * One stop of the Tab key for a list of rows, however long: up and down go from row to row, left and right among a row's
 * buttons. Its buttons are drawn with `tabIndex={-1}`.
 * @param row selects the rows
 */
export function useRoving(list: RefObject<HTMLElement | null>, row: string): void {
  useEffect(() => {
    const stop = list.current?.querySelector<HTMLElement>(`${row} button[tabindex="0"]`)
    if (!stop) list.current?.querySelector<HTMLElement>(`${row} button`)?.setAttribute('tabindex', '0')
  })
  useEffect(() => {
    const element = list.current
    if (!element) return
    const onFocus = ({ target }: FocusEvent) => takeStop(element, row, target as HTMLElement)
    const onKey = (event: KeyboardEvent) => {
      const next = event.altKey || event.ctrlKey || event.metaKey ? undefined : nextOf(element, row, event)
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    element.addEventListener('focusin', onFocus)
    element.addEventListener('keydown', onKey)
    return () => {
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('keydown', onKey)
    }
  }, [list.current])
}

function takeStop(list: HTMLElement, row: string, target: HTMLElement): void {
  if (!target.matches(`${row} button`)) return
  for (const button of list.querySelectorAll(`${row} button[tabindex="0"]`)) button.setAttribute('tabindex', '-1')
  target.setAttribute('tabindex', '0')
}

function nextOf(list: HTMLElement, row: string, { key, target }: KeyboardEvent): HTMLElement | undefined {
  const button = target as HTMLElement
  const own = button.matches('button') ? button.closest<HTMLElement>(row) : null
  if (!own) return undefined
  const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[key]
  if (by === undefined) return undefined
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const rows = [...list.querySelectorAll<HTMLElement>(row)]
    return rows[rows.indexOf(own) + by]?.querySelector<HTMLElement>('button') ?? undefined
  }
  const buttons = [...own.querySelectorAll<HTMLElement>('button:enabled')]
  return buttons[buttons.indexOf(button) + by]
}
