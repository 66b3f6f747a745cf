import { OslerError } from '../../domain/errors.ts'
import { type Template, templateIdOf } from '../../domain/template.ts'
import { findInList } from '../../store/lists.ts'
import type { Handle } from '../../store/tables.ts'

/**
 * The templates among the kinds: those given with the request, and the tenant's as they stand now, since what is changed
 * later does not change what was asked for. Throws `kind_unknown`.
 */
export async function readTemplates(
  db: Handle,
  tenantId: string,
  kinds: readonly string[],
  given: readonly Template[] = [],
): Promise<Template[]> {
  const templates = [...given]
  for (const kind of kinds) {
    const id = templateIdOf(kind)
    if (id === undefined || given.some((template) => template.id === id)) continue
    const template = await findInList<Template>(db, 'templates', tenantId, id)
    if (template === undefined) {
      throw new OslerError('kind_unknown', 'There is no template with this id: GET /api/templates lists what there is.')
    }
    templates.push(template)
  }
  return templates
}
