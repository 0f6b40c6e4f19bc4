// Finds the region pack that POSOKA_REGION names: by its folder, by the region's code, or by its English name in kebab-case.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { parseHomeRegion, type HomeRegion } from '#kernel/home.ts'
import type { Settings } from '#store/settings.ts'
import { StartProblem } from '#store/start-problem.ts'

export const readHomeRegion = ({ checkout, region }: Pick<Settings, 'checkout' | 'region'>): { readonly home: HomeRegion; readonly folder: string } => {
  const packs = join(checkout, 'packs')
  const folders = isAbsolute(region) ? [region] : readdirSync(packs).map((name) => join(packs, name))
  const found = folders.filter((folder) => existsSync(join(folder, 'region.json')))
    .map((folder) => ({ folder, home: parseHomeRegion(readFileSync(join(folder, 'region.json'), 'utf8')) }))
  const pack = isAbsolute(region) ? found[0] : found.find(({ folder, home }) =>
    folder === join(packs, region) || home.code.toLowerCase() === region.toLowerCase() || kebab(home.names.short.en) === region)
  if (pack !== undefined) return pack
  throw new StartProblem({
    code: 'setting',
    what: { bg: `Няма пакет за регион „${region}“.`, en: `There is no region pack “${region}”.` },
    todo: {
      bg: `Налични са: ${found.map(({ home }) => kebab(home.names.short.en)).join(', ') || 'никои'}. Поправете POSOKA_REGION или я махнете.`,
      en: `There are: ${found.map(({ home }) => kebab(home.names.short.en)).join(', ') || 'none'}. Correct POSOKA_REGION, or remove it.`,
    },
  })
}
const kebab = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
