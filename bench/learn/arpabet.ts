/** The phones of the CMU dictionary by those of the International Phonetic Alphabet as eSpeak NG writes American English. */
const PHONES: [ipa: string, arpabet: string][] = [
  ['aɪə', 'AY AH'],
  ['aɪɚ', 'AY ER'],
  ['ɜːɹ', 'EH R'],
  ['aʊ', 'AW'],
  ['aɪ', 'AY'],
  ['eɪ', 'EY'],
  ['oʊ', 'OW'],
  ['ɔɪ', 'OY'],
  ['tʃ', 'CH'],
  ['dʒ', 'JH'],
  ['ɛɹ', 'EH R'],
  ['ɪɹ', 'IH R'],
  ['ʊɹ', 'UH R'],
  ['ɜː', 'ER'],
  ['ɑː', 'AA'],
  ['ɔː', 'AO'],
  ['oː', 'AO'],
  ['iː', 'IY'],
  ['uː', 'UW'],
  ['n̩', 'AH N'],
  ['l̩', 'AH L'],
  ['əl', 'AH L'],
  ...Object.entries({ æ: 'AE', ʌ: 'AH', ə: 'AH', ɐ: 'AH', ɔ: 'AO', ɚ: 'ER', ɛ: 'EH', ɪ: 'IH', ᵻ: 'IH', i: 'IY' }),
  ...Object.entries({ ʊ: 'UH', u: 'UW', o: 'OW', a: 'AA', e: 'EH', b: 'B', d: 'D', ð: 'DH', f: 'F', ɡ: 'G', g: 'G' }),
  ...Object.entries({ h: 'HH', k: 'K', l: 'L', m: 'M', n: 'N', ŋ: 'NG', p: 'P', ɹ: 'R', r: 'R', s: 'S', ʃ: 'SH' }),
  ...Object.entries({ t: 'T', ɾ: 'T', θ: 'TH', v: 'V', w: 'W', j: 'Y', z: 'Z', ʒ: 'ZH', x: 'K', ɬ: 'L' }),
]
const UNHEARD = /[ˈˌ‿ʔ ]/g
const MARKS = /^(?:ː|ʲ|\u0303)/

/** A pronunciation in the CMU dictionary's phones; undefined where a sound has none. */
export function toArpabet(ipa: string): string | undefined {
  const phones: string[] = []
  for (let rest = ipa.replace(UNHEARD, ''); rest !== ''; ) {
    const found = PHONES.find(([sound]) => rest.startsWith(sound))
    if (found === undefined && !MARKS.test(rest)) return undefined
    if (found) phones.push(found[1])
    rest = rest.slice(found?.[0].length ?? 1)
  }
  return phones.join(' ')
}

const LETTERS: Record<string, string> = {
  ...{ a: 'EY', b: 'B IY', c: 'S IY', d: 'D IY', e: 'IY', f: 'EH F', g: 'JH IY', h: 'EY CH', i: 'AY', j: 'JH EY' },
  ...{ k: 'K EY', l: 'EH L', m: 'EH M', n: 'EH N', o: 'OW', p: 'P IY', q: 'K Y UW', r: 'AA R', s: 'EH S', t: 'T IY' },
  ...{ u: 'Y UW', v: 'V IY', w: 'D AH B AH L Y UW', x: 'EH K S', y: 'W AY', z: 'Z IY' },
}
const SPELLED = /^(?:[^aeiouy]{2,5}|ekg|ecg|eeg|emg|copd|adhd|iv|dcis|ibs|uti|ent|gi|bmi|tia|mi)$/

/** A word that is said letter by letter: "ekg"; undefined for others. */
export function spellOut(word: string): string | undefined {
  if (!SPELLED.test(word)) return undefined
  return [...word].map((letter) => LETTERS[letter]).join(' ')
}
