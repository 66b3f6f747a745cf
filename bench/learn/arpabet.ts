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

const SPELLED =
  /^(?:[^aeiouy]{2,5}|ekg|ecg|eeg|emg|egd|copd|adhd|iv|ivf|dcis|ibs|uti|ent|gi|bmi|tia|mi|icu|iud|ercp|aed|esr)$/

/** True for a word that is said letter by letter: "ekg". */
export const isSpelled = (word: string) => SPELLED.test(word)
