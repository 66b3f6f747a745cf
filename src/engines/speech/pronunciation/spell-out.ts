/** How the letters of English are said, in the phones of the CMU dictionary. */
const LETTERS: Record<string, string> = {
  ...{ a: 'EY', b: 'B IY', c: 'S IY', d: 'D IY', e: 'IY', f: 'EH F', g: 'JH IY', h: 'EY CH', i: 'AY', j: 'JH EY' },
  ...{ k: 'K EY', l: 'EH L', m: 'EH M', n: 'EH N', o: 'OW', p: 'P IY', q: 'K Y UW', r: 'AA R', s: 'EH S', t: 'T IY' },
  ...{ u: 'Y UW', v: 'V IY', w: 'D AH B AH L Y UW', x: 'EH K S', y: 'W AY', z: 'Z IY' },
}

/** The phones of a word that is said letter by letter: "ekg". */
export const spellOut = (letters: string) => [...letters].map((letter) => LETTERS[letter]).join(' ')
