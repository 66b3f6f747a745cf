/** A BCP 47 tag in its canonical spelling: `en`, `en-GB`, `fr-FR`. */
export type LanguageTag = string

/** The tag in canonical spelling, or undefined when it is none. */
export function readLanguage(text: string): LanguageTag | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** True when an engine that offers `offered` can serve `wanted`: `en` serves `en-GB`, `en-GB` only itself, `mul` (ISO 639-2: several) all. */
export function serves(offered: LanguageTag, wanted: LanguageTag): boolean {
  return offered === 'mul' || wanted === offered || wanted.startsWith(`${offered}-`)
}
