import { z } from 'zod'
import type { Records } from '../../capabilities.ts'
import type { App } from '../../door.ts'
import { LOCALES } from './locales.ts'
import { readNoteSettings, saveNoteSettings } from './note-settings.ts'
import { Failure } from './schemas.ts'
import { describeTemplate, detailTemplate, TEMPLATE_NAMES } from './templates.ts'
import { isUpperCase, readVersion } from './version.ts'

const tags = ['Nabla']
const Template = z.enum(TEMPLATE_NAMES)
const Locale = z.enum(LOCALES)
const Settings = z.strictObject({ note_template_key: Template, note_locale: Locale })
const Changes = z.object({ note_template_key: Template.optional(), note_locale: Locale.optional() })
const Description = z.strictObject({ key: Template, title: z.string(), description: z.string() })
const Detail = Description.extend({
  sections: z.array(
    z.strictObject({ key: z.string(), title: z.string(), supported_customization_options: z.array(z.string()) }),
  ),
})
const TemplateList = z.strictObject({ templates: z.array(Description) })

/** Which template and language a user's notes have where a request does not say. */
export function settingsRoutes(app: App, records: Records): void {
  const config = { scope: 'read' } as const

  app.get(
    '/note-settings',
    { config, schema: { tags, response: { 200: Settings, '4xx': Failure } } },
    async (request) => readNoteSettings(records, request.tenantId, request.userId, readVersion(request)),
  )

  app.patch(
    '/note-settings',
    { config: { scope: 'submit' }, schema: { tags, body: Changes, response: { 200: Settings, '4xx': Failure } } },
    async (request) => {
      const { tenantId, userId, body } = request
      await saveNoteSettings(records, tenantId, userId, body)
      return readNoteSettings(records, tenantId, userId, readVersion(request))
    },
  )

  app.get(
    '/note-settings/templates',
    { config, schema: { tags, response: { 200: TemplateList, '4xx': Failure } } },
    async (request) => ({ templates: templatesOf(isUpperCase(readVersion(request))).map(describeTemplate) }),
  )

  app.get(
    '/generate-note/templates/:key',
    {
      config,
      schema: {
        tags,
        params: z.object({ key: Template }),
        querystring: z.object({ locale: Locale.optional() }),
        response: { 200: Detail, '4xx': Failure },
      },
    },
    async ({ params }) => detailTemplate(params.key),
  )
}

/** The Core API's names, or those of the older Copilot API. */
function templatesOf(isCore: boolean) {
  return TEMPLATE_NAMES.filter((name) => isCore === /MULTIPLE_SECTIONS|GENERIC_SOAP|^WCC_|^EMERGENCY_/.test(name))
}
