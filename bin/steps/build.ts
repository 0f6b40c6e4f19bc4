// `npm run build`: words and bundle, whether or not a source is newer.
import { rmSync } from 'node:fs'
import { bundle } from './bundle.ts'
import { home, inWords } from './home.ts'
import { compileWords } from './words.ts'

export const build = async (): Promise<number> => {
  rmSync(home('build/.built-from'), { force: true })
  rmSync(home('src/kernel/words/.compiled-from'), { force: true })
  await compileWords('functions')
  await bundle()
  console.log(inWords({ bg: 'Сглобено в build/.', en: 'Built into build/.' }))
  return 0
}
