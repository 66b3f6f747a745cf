import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { familyOf } from './families.ts'
import type { InstalledModel } from './model.ts'

const NAME = 'bpe.vocab'

/**
 * Writes how a transducer's words are cut into its tokens, which hot words need and publishers leave out: SentencePiece
 * gives the pieces of a BPE model scores that fall by one from each to the next, and `tokens.txt` has them in that order.
 */
export async function addPieceVocabulary({ family, files, folder }: InstalledModel): Promise<void> {
  if (!familyOf(family).mayHave?.bpeVocabulary || files.bpeVocabulary) return
  const tokens = await readTokens(files.tokens ?? '')
  await writeFile(join(folder, NAME), tokens.map((token, at) => `${token}\t${-at}\n`).join(''))
}

/** The tokens of a `tokens.txt`, in their order: a token and its number a line. */
export async function readTokens(path: string): Promise<string[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean)
  return lines.map((line) => line.slice(0, line.lastIndexOf(' ')))
}
