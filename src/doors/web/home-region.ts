// Finds the region pack that POSOKA_REGION names: by its folder, by the region's code, or by its English name in kebab-case.
// When nothing is named: the pack that says so of itself, else the only one there is.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { parseHomeRegion, type HomeRegion } from '#kernel/home.ts'
import type { Settings } from '#store/settings.ts'
import { StartProblem } from '#store/start-problem.ts'

export type FoundPack = { readonly home: HomeRegion; readonly folder: string }

export const listPacks = (checkout: string): readonly FoundPack[] => {
  const packs = join(checkout, 'packs')
  return readdirSync(packs).sort().flatMap((name) => readPack(join(packs, name)))
}
const readPack = (folder: string): readonly FoundPack[] =>
  existsSync(join(folder, 'region.json')) ? [{ folder, home: parseHomeRegion(readFileSync(join(folder, 'region.json'), 'utf8')) }] : []

export const readHomeRegion = ({ checkout, region }: Pick<Settings, 'checkout' | 'region'>): FoundPack => {
  const packs = region !== null && isAbsolute(region) ? readPack(region) : listPacks(checkout)
  const found = region === null ? (packs.find(isDefault) ?? (packs.length === 1 ? packs[0] : undefined)) : isAbsolute(region) ? packs[0]
    : packs.find(({ folder, home }) => folder === join(checkout, 'packs', region) || home.code.toLowerCase() === region.toLowerCase() || kebab(home.names.short.en) === region)
  if (found !== undefined) return found
  const names = packs.map(({ home }) => `${home.code} (${kebab(home.names.short.en)})`).join(', ')
  throw new StartProblem({
    code: 'setting',
    what: region === null ? { bg: 'Не е казано кой регион да се показва.', en: 'It is not said which region to serve.' } : { bg: `Няма пакет за регион „${region}“.`, en: `There is no region pack “${region}”.` },
    todo: {
      bg: `Налични са: ${names || 'никои'}. Посочете някой с POSOKA_REGION или направете нов: bin/posoka region new BG341`,
      en: `There are: ${names || 'none'}. Name one by POSOKA_REGION, or make one: bin/posoka region new BG341`,
    },
  })
}
const isDefault = ({ folder }: FoundPack): boolean => {
  const path = join(folder, 'pack.json')
  return existsSync(path) && (JSON.parse(readFileSync(path, 'utf8')) as { default?: boolean }).default === true
}
const kebab = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
