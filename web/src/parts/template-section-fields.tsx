import type { TemplateSection } from '../../../src/domain/template.ts'
import { t } from '../texts.ts'
import { Icon } from './icon.tsx'

interface Props {
  section: TemplateSection
  /** From 1. */
  number: number
  /** Undefined: it is removed. */
  onChange: (section: TemplateSection | undefined) => void
}

/** One section: its title, what belongs in it, fixed text in front, how it is printed, and what is done when it is empty. */
export function TemplateSectionFields({ section, number, onChange }: Props) {
  const put = (change: Partial<TemplateSection>) => onChange({ ...section, ...change })
  return (
    <fieldset class="template-section">
      <legend>
        {t('sectionNumber', number)}{' '}
        <button
          type="button"
          class="icon"
          aria-label={`${t('delete')}: ${t('sectionNumber', number)}`}
          onClick={() => onChange(undefined)}
        >
          <Icon name="remove" />
        </button>
      </legend>
      <Text label={t('sectionTitle')} value={section.title} isNeeded onInput={(title) => put({ title })} />
      <Text
        label={t('sectionInstructions')}
        value={section.instructions}
        onInput={(instructions) => put({ instructions })}
      />
      <Text label={t('fixedText')} value={section.fixed} onInput={(fixed) => put({ fixed })} />
      <Choice
        label={t('sectionStyle')}
        value={section.style ?? 'list'}
        options={[
          ['list', t('asList')],
          ['paragraph', t('asProse')],
        ]}
        onChange={(style) => put({ style: style as 'list' | 'paragraph' })}
      />
      <Choice
        label={t('sectionLength')}
        value={section.detail ?? ''}
        options={[
          ['', t('lengthAsSaid')],
          ['brief', t('lengthBrief')],
          ['detailed', t('lengthDetailed')],
        ]}
        onChange={(detail) => put({ detail: (detail || undefined) as TemplateSection['detail'] })}
      />
      <Choice
        label={t('whenEmpty')}
        value={section.isField ? 'line' : ''}
        options={[
          ['', t('emptyHidden')],
          ['line', t('emptyLine')],
        ]}
        onChange={(empty) => put({ isField: empty ? true : undefined })}
      />
    </fieldset>
  )
}

interface TextProps {
  label: string
  value: string | undefined
  isNeeded?: boolean
  onInput: (value: string) => void
}

const Text = ({ label, value = '', isNeeded = false, onInput }: TextProps) => (
  <label>
    {label}
    <input dir="auto" required={isNeeded} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
  </label>
)

interface ChoiceProps {
  label: string
  value: string
  options: readonly (readonly [value: string, name: string])[]
  onChange: (value: string) => void
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <label>
    {label}
    <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
