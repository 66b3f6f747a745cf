import { askJson } from './api.ts'
import { printKind } from './said-by-server.ts'
import { t } from './texts.ts'
import type { KindOffer } from './types.ts'

/** What may be written: the tenant's own templates, and the kinds that the server writes. */
export async function readKinds(): Promise<KindOffer[]> {
  const { kinds } = await askJson<{ kinds: KindOffer[] }>('/api/documents/kinds')
  const { templates } = await askJson<{ templates: { id: string; name: string }[] }>('/api/templates')
  return [
    ...templates.map(({ id, name }) => ({ kind: `template:${id}`, title: name, says: t('templates') })),
    ...kinds.map(printKind),
  ]
}
