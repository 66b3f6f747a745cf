import { useEffect, useState } from 'preact/hooks'
import type { Letterhead } from '../../../src/domain/letterhead.ts'
import type { TemplateSection } from '../../../src/domain/template.ts'
import { askJson } from '../api.ts'
import { printLanguage } from '../format.ts'
import { AccountList } from '../parts/account-list.tsx'
import { CollectionEditor } from '../parts/collection-editor.tsx'
import { KeyList } from '../parts/key-list.tsx'
import { LineCollection } from '../parts/line-collection.tsx'
import { OwnAccount } from '../parts/own-account.tsx'
import { PasskeyList } from '../parts/passkey-list.tsx'
import { NEW_SECTION, TemplateFields } from '../parts/template-fields.tsx'
import { withoutBlanks } from '../parts/template-preview.tsx'
import { session } from '../session.ts'
import { t } from '../texts.ts'
import type { EngineOffer } from '../types.ts'

interface Vocabulary {
  id: string
  name: string
  terms: { text: string; soundsLike?: string[] }[]
}

interface Template {
  id: string
  name: string
  sections: TemplateSection[]
}

/** A term a line; behind a colon what it sounds like: `Xarelto: zah rel toe`. */
const printTerms = ({ terms }: Vocabulary) =>
  terms.map(({ text, soundsLike }) => (soundsLike ? `${text}: ${soundsLike.join(', ')}` : text)).join('\n')
const readTerms = (lines: string[]) => ({
  terms: lines.map((line) => {
    const [text = '', sounds] = line.split(':').map((part) => part.trim())
    return { text, ...(sounds && { soundsLike: sounds.split(',').map((sound) => sound.trim()) }) }
  }),
})

/** What this server hears and writes with, and what the tenant has taught it. */
export function SettingsPage() {
  return (
    <div class="settings">
      <h1>{t('settings')}</h1>
      <Engines />
      <LineCollection<Vocabulary>
        {...{
          plural: 'vocabularies',
          title: t('vocabularies'),
          hint: t('vocabulariesHint'),
          example: t('vocabularyExample'),
        }}
        {...{ print: printTerms, read: readTerms }}
      />
      <CollectionEditor<Template, TemplateSection[]>
        {...{ plural: 'templates', title: t('templates'), hint: t('templatesHint'), blank: [NEW_SECTION] }}
        draftOf={({ sections }) => sections}
        bodyOf={(sections) => ({ sections: sections.map(withoutBlanks) })}
        Fields={TemplateFields}
      />
      <LineCollection<Letterhead>
        {...{
          plural: 'letterheads',
          title: t('letterheads'),
          hint: t('letterheadsHint'),
          example: t('letterheadExample'),
        }}
        print={({ lines }) => lines.join('\n')}
        read={(lines) => ({ lines })}
      />
      <AccountSections />
      <section>
        <h2>{t('apiKeys')}</h2>
        <KeyList />
      </section>
    </div>
  )
}

function Engines() {
  const [engines, setEngines] = useState<EngineOffer[]>([])
  useEffect(
    () =>
      void askJson<{ models: EngineOffer[] }>('/api/models').then(
        ({ models }) => setEngines(models),
        () => {},
      ),
    [],
  )
  return (
    <section>
      <h2>{t('engines')}</h2>
      <p class="quiet">{t('enginesHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it */}
      <section class="scrolls" tabIndex={0} aria-label={t('engines')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('task')}</th>
              <th scope="col">{t('engine')}</th>
              <th scope="col">{t('model')}</th>
              <th scope="col">{t('languages')}</th>
            </tr>
          </thead>
          <tbody>
            {engines.map(({ task, engine, model, languages }) => (
              <tr key={`${task} ${engine}`}>
                <td>{t(task)}</td>
                <td>{engine}</td>
                <td>{model}</td>
                <td>{languages.map((tag) => (tag === 'mul' ? t('allLanguages') : printLanguage(tag))).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** The own account, and those of the tenant for who may administer. */
function AccountSections() {
  const account = session.account()
  return (
    <>
      {account && (
        <section>
          <h2>{t('yourAccount')}</h2>
          <OwnAccount account={account} />
          <PasskeyList />
        </section>
      )}
      {session.may('admin') && (
        <section>
          <h2>{t('accounts')}</h2>
          <AccountList />
        </section>
      )}
    </>
  )
}
