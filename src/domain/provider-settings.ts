import { z } from 'zod'
import { ACCOUNT_ROLE_NAMES } from './account.ts'
import { optional } from './setting.ts'

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** The address of an OpenID provider, as it names itself: over https, or on this machine. */
export const issuer = (says: string) =>
  optional(says).refine((value) => {
    const url = value === undefined ? undefined : URL.parse(value)
    return url === undefined || url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname))
  }, 'it must be an address with https, as https://login.example/realms/clinic')

const Rule = z.object({ group: z.string().min(1), role: z.enum(ACCOUNT_ROLE_NAMES) })

/** `admins=administrator,doctors=clinician`: the value of a claim, and the role that it gives. */
export const roleRules = (says: string) =>
  optional(says).transform((value, context) => {
    const read = z.array(Rule).safeParse((value ?? '').split(',').flatMap(ruleOf))
    if (read.success) return read.data
    context.addIssue(`it must be as doctors=clinician, with ${ACCOUNT_ROLE_NAMES.join(', ')}`)
    return z.NEVER
  })

function ruleOf(text: string): { group: string; role: string }[] {
  const at = text.lastIndexOf('=')
  return text.trim() === '' ? [] : [{ group: text.slice(0, at).trim(), role: text.slice(at + 1).trim() }]
}
