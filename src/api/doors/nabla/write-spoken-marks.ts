/** What people say for a mark when they dictate. */
const MARKS: [RegExp, string][] = [
  [/\s*\b(?:new paragraph|new line)\b[.,?]?\s*/gi, '\n'],
  [/[\s.,]*\bfull stop\b[.,?]?/gi, '.'],
  [/[\s.,]*\bperiod\b[.,?]?/gi, '.'],
  [/[\s.,]*\bquestion mark\b[.,?]?/gi, '?'],
  [/[\s.,]*\bsemi ?colon\b[.,?]?/gi, ';'],
  [/[\s.,]*\bcolon\b[.,?]?/gi, ':'],
  [/[\s.,]*\bcomma\b[.,?]?/gi, ','],
]

/** Dictated text with the marks that were spoken: "no fever comma no cough period" → "No fever, no cough." */
export function writeSpokenMarks(text: string): string {
  const marked = MARKS.reduce((written, [spoken, mark]) => written.replace(spoken, mark), text)
  return marked.replace(/(^|[.?\n]\s*)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
