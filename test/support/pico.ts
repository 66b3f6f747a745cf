import { execa } from 'execa'
import { make } from './recordings.ts'

/** SVOX Pico speaks languages that flite does not, well enough to be understood; Debian has it in non-free, so it may be missing. */
export const hasPico = async (): Promise<boolean> => !(await execa('which', ['pico2wave'], { reject: false })).failed

/** A sentence in a language such as `fr-FR`. */
export const speakIn = (language: string, text: string) =>
  make('wav', `pico ${language} ${text}`, (path) => execa('pico2wave', ['-l', language, '-w', path, text]))
