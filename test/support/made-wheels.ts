import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execa } from 'execa'

/** Makes a wheel of a package that only carries files (paths below the package's own folder), which pip can bring. */
export async function makeWheel(folder: string, name: string, files: Record<string, Buffer>): Promise<void> {
  const made = await mkdtemp(join(tmpdir(), 'osler-test-wheel-'))
  const inner = name.replaceAll('-', '_')
  const about = `${inner}-1.0.0.dist-info`
  const all: Record<string, Buffer | string> = {
    ...Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${inner}/${path}`, bytes])),
    [`${about}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0.0\n`,
    [`${about}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${about}/RECORD`]: '',
  }
  for (const [path, bytes] of Object.entries(all)) {
    await mkdir(dirname(join(made, path)), { recursive: true })
    await writeFile(join(made, path), bytes)
  }
  const wheel = join(folder, `${inner}-1.0.0-py3-none-any.whl`)
  await execa('python3', ['-m', 'zipfile', '-c', wheel, inner, about], { cwd: made })
  await rm(made, { recursive: true })
}
