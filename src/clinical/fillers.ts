/** Sounds and words of hesitation, which carry nothing and are left out of notes. Written here. */
export const FILLERS: ReadonlySet<string> = new Set(['um', 'uh', 'er', 'erm', 'hmm', 'mhm', 'mm', 'ah', 'oh'])
