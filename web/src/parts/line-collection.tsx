import { t } from '../texts.ts'
import { CollectionEditor, type Thing } from './collection-editor.tsx'

interface Props<Value extends Thing> {
  plural: string
  title: string
  hint: string
  example: string
  /** The parts of one, a line each, and back. */
  print: (thing: Value) => string
  read: (lines: string[]) => object
}

/** Things whose parts are typed as lines. */
export const LineCollection = <Value extends Thing>({ example, print, read, ...shown }: Props<Value>) => (
  <CollectionEditor<Value, string>
    {...shown}
    blank=""
    draftOf={print}
    bodyOf={(lines) => read(lines.split('\n').flatMap((line) => line.trim() || []))}
    Fields={({ draft, onChange }) => (
      <label>
        {t('lines')}
        <textarea
          required
          rows={5}
          placeholder={example}
          value={draft}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </label>
    )}
  />
)
