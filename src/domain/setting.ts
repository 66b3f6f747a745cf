import { z } from 'zod'
import { OslerError } from './errors.ts'
import type { PerTenant } from './per-tenant.ts'

/** Settings by their keys: `maxSeconds` is read from OSLER_MAX_SECONDS, of a door `nabla` from OSLER_NABLA_MAX_SECONDS. */
export type Settings = z.ZodObject<Record<string, z.ZodType<unknown, string | undefined>>>

export const NO_SETTINGS = z.object({})

/** How a setting is read from its text; `byDefault` is what stands where it is not set, as one would write it. */
function setting<Value>(byDefault: string, says: string, read: z.ZodType<Value, string>) {
  return z.string().default(byDefault).pipe(read).meta({ description: says, byDefault })
}

export const text = (byDefault: string, says: string) => setting(byDefault, says, z.string())

export const optional = (says: string) =>
  setting(
    '',
    says,
    z.string().transform((value) => value || undefined),
  )

/** A secret that nobody shall guess: where it is set, it has so many letters. */
export const secret = (leastLetters: number, says: string) =>
  setting(
    '',
    says,
    z
      .string()
      .transform((value) => value.trim() || undefined)
      .refine(
        (value) => value === undefined || value.length >= leastLetters,
        `it must have ${leastLetters} letters or more`,
      ),
  )

/** The beginning of an address: `https://osler.example`, without a path. */
export const origin = (says: string) =>
  setting(
    '',
    says,
    z
      .string()
      .transform((value) => value.trim().replace(/\/$/, '') || undefined)
      .refine(
        (value) => value === undefined || URL.parse(value)?.origin === value,
        'it must be an address without a path, as https://osler.example',
      ),
  )

/** `a,b`: its parts, without the spaces around them. */
export const list = (byDefault: string, says: string) => setting(byDefault, says, z.string().transform(partsOf))

const partsOf = (value: string) => value.split(',').flatMap((part) => part.trim() || [])

export const wholeNumber = (byDefault: number, [least, most]: readonly [number, number], says: string) =>
  setting(String(byDefault), says, between(least, most))

function between(least: number, most: number) {
  const wrong = `it must be a whole number from ${least} to ${most}`
  return z.string().transform(Number).pipe(z.int(wrong).min(least, wrong).max(most, wrong))
}

export const oneOf = <const Choice extends string>(
  byDefault: NoInfer<Choice>,
  choices: readonly Choice[],
  says: string,
) => setting(byDefault, says, z.enum(choices, `it must be one of ${choices.join(', ')}`))

/** `30`, or `30,clinic=7,ward-3=0`: a number by default and of single tenants. */
export const perTenant = (byDefault: number, most: number, says: string) =>
  setting(
    String(byDefault),
    says,
    z.string().transform((value, context): PerTenant => {
      const [first = '', ...own] = value.split(',').map((part) => part.trim())
      const numbers = own.map((part) => part.split('=').map((half) => half.trim()))
      const count = between(0, most)
      for (const [tenant, number] of [['', first], ...numbers]) {
        const { success, error } = count.safeParse(number || 'nothing')
        const whose = tenant && `of ${tenant} that is "${number}": `
        if (!success) context.addIssue(`${whose}${error.issues[0]?.message}`)
      }
      return {
        byDefault: Number(first),
        ofTenant: Object.fromEntries(numbers.map(([tenant, n]) => [tenant, Number(n)])),
      }
    }),
  )

/** The variable of a setting: OSLER_MAX_SECONDS for `maxSeconds`. */
export function variableOf(key: string, door = ''): string {
  const words = [door, key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`)].filter(Boolean)
  return `OSLER_${words.join('_').toUpperCase()}`
}

/** The settings of `environment`; an empty variable counts as not set. Throws `request_invalid` with the first bad value. */
export function readSettings<Known extends Settings>(
  settings: Known,
  environment: Readonly<Record<string, string | undefined>>,
  door = '',
): z.infer<Known> {
  const sent = Object.keys(settings.shape).map((key) => [key, environment[variableOf(key, door)] || undefined] as const)
  const read = settings.safeParse(Object.fromEntries(sent))
  if (read.success) return read.data
  const [issue] = read.error.issues
  const key = String(issue?.path[0])
  const name = variableOf(key, door)
  throw new OslerError('request_invalid', `${name} is "${environment[name]}"; ${issue?.message}.`)
}
