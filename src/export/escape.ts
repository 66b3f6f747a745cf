const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Characters that XML 1.0 (§ 2.2) has no way to write, half characters among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

// SECURITY: every text that somebody said or named passes here before it stands in HTML or XHTML.
export const escapeText = (text: string) =>
  text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
