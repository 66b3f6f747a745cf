import { useState } from 'preact/hooks'
import type { TemplateSection } from '../../../src/domain/template.ts'
import { readExample } from '../read-example.ts'
import { t } from '../texts.ts'
import type { FieldsProps } from './collection-editor.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { TemplateSectionFields } from './template-section-fields.tsx'

export const NEW_SECTION: TemplateSection = { title: '' }

/** The sections of a template, made from a pasted example or one by one, and what they would give. */
export function TemplateFields({ name, draft: sections, onChange }: FieldsProps<TemplateSection[]>) {
  return (
    <>
      <Example onRead={onChange} />
      {sections.map((section, at) => (
        <TemplateSectionFields
          key={at}
          {...{ section, number: at + 1 }}
          onChange={(changed) => onChange(sections.toSpliced(at, 1, ...(changed ? [changed] : [])))}
        />
      ))}
      <div class="tools">
        <button type="button" onClick={() => onChange([...sections, NEW_SECTION])}>
          {t('addSection')}
        </button>
        <TemplatePreview name={name} sections={sections} />
      </div>
    </>
  )
}

function Example({ onRead }: { onRead: (sections: TemplateSection[]) => void }) {
  const [text, setText] = useState('')
  const found = readExample(text)
  return (
    <details>
      <summary>{t('fromExample')}</summary>
      <label>
        {t('fromExampleHint')}
        <textarea rows={6} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="button" disabled={found.length === 0} onClick={() => onRead(found)}>
        {t('takeSections', found.length)}
      </button>
    </details>
  )
}
