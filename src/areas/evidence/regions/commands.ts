// `posoka region new`: makes the pack of another district from a pack at hand. Works on folders; no database is opened.
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parseHomeRegion } from '#kernel/home.ts'
import type { Bilingual, Language } from '#kernel/language.ts'
import { findCheckout } from '#store/checkout.ts'
import type { Command } from '#store/command.ts'
import { done, failed } from '#store/command.ts'
import { type Atlas, makeAtlas } from './rules.ts'
import { describeNewHome, notesOfNewHome, seriesForHome, whyNoPack, type WhyNoPack } from './rules/new-pack.ts'
import { parsePackChanges, parsePackRegions } from './rules/pack-regions.ts'

const unpacked = async (path: string): Promise<string> => {
  const bytes = await readFile(path)
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
}
const listNames = async (folder: string): Promise<readonly string[]> => (existsSync(folder) ? (await readdir(folder)).sort() : [])
/** `regions.csv` or `regions.csv.gz`, whichever is there. */
const findFile = async (folder: string, name: string): Promise<string | undefined> => {
  const found = (await listNames(folder)).find((one) => one === name || one === `${name}.gz`)
  return found && join(folder, found)
}

type Source = { readonly folder: string; readonly atlas: Atlas; readonly home: ReturnType<typeof parseHomeRegion>; readonly asOf: string }
const readSource = async (folder: string): Promise<Source | undefined> => {
  const [region, regions, changes, pack] = await Promise.all(['region.json', 'regions.csv', 'changes.csv', 'pack.json'].map((name) => findFile(folder, name)))
  if (!region || !regions || !pack) return undefined
  const home = parseHomeRegion(await unpacked(region))
  const all = parsePackRegions(await unpacked(regions))
  const atlas = makeAtlas({ version: home.version, home: home.code, regions: all.filter((one) => one.version === home.version), changes: changes ? parsePackChanges(await unpacked(changes)) : [] })
  return { folder, atlas, home, asOf: (JSON.parse(await unpacked(pack)) as { asOf: string }).asOf }
}

const sayRefusal = (why: WhyNoPack, { code, source }: { readonly code: string; readonly source: Source }): Bilingual => {
  const { atlas, home } = source
  const level = (atlas.regions.get(code)?.level ?? '').replace(/^nuts/, 'NUTS ')
  switch (why) {
    case 'unknown': return {
      bg: `Регион ${code} няма в NUTS ${atlas.version}. Кодът на област изглежда така: ${home.code}.`,
      en: `There is no region ${code} in NUTS ${atlas.version}. The code of a district looks like this: ${home.code}.`,
    }
    case 'level': return {
      bg: `${code} не е област (NUTS 3), а регион от ниво ${level === 'municipality' ? 'община' : level}. Пакет се прави за област, например ${home.code}.`,
      en: `${code} is no district (NUTS 3) but a region of the level ${level}. A pack is made for a district, such as ${home.code}.`,
    }
    case 'country': return {
      bg: `${code} не е в ${home.country}, а данните в пакета ${home.code} са за нея. Как се пише пакет за друга държава: docs/second-region.md.`,
      en: `${code} is not in ${home.country}, the country of the figures in pack ${home.code}. How to write a pack of another country: docs/second-region.md.`,
    }
  }
}

const write = async (into: string, { code, source }: { readonly code: string; readonly source: Source }): Promise<{ datasets: number; municipalities: number; title: Bilingual }> => {
  const home = describeNewHome({ atlas: source.atlas, code, source: source.home })
  const half = join(dirname(into), `.${basename(into)}.${process.pid}.half`)
  const put = (name: string, value: unknown): Promise<void> => writeFile(join(half, name), `${JSON.stringify(value, null, 1)}\n`)
  try {
    await mkdir(join(half, 'series'), { recursive: true })
    for (const name of ['regions.csv', 'changes.csv']) {
      const path = await findFile(source.folder, name)
      if (path) await cp(path, join(half, basename(path)))
    }
    await put('region.json', home)
    await put('notes.json', notesOfNewHome(home))
    await put('pack.json', { region: code, asOf: source.asOf, name: { bg: `Начален пакет ${home.names.for.bg}`, en: `Starter pack ${home.names.for.en}` } })
    let datasets = 0
    for (const name of await listNames(join(source.folder, 'series'))) {
      const text = seriesForHome(await unpacked(join(source.folder, 'series', name)), { atlas: source.atlas, home })
      if (text === undefined) continue
      await writeFile(join(half, 'series', name), name.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text)
      datasets += 1
    }
    await rename(half, into)
    return { datasets, municipalities: home.municipalities.length, title: home.names.title }
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

const sayDone = (language: Language, { code, into, named, made }: { readonly code: string; readonly into: string; readonly named: string; readonly made: Awaited<ReturnType<typeof write>> }): readonly string[] => ({
  bg: [
    `Пакетът за ${code} (${made.title.bg}) е готов: ${into}`,
    `Набори с данни: ${made.datasets}. Общини: ${made.municipalities}.`,
    `Прегледайте region.json: имената, отговорния орган, контакта, финансирането и проекта.`,
    `Пускане: POSOKA_REGION=${named} POSOKA_DATA=.posoka-${code.toLowerCase()} npm start`,
  ],
  en: [
    `The pack of ${code} (${made.title.en}) is made: ${into}`,
    `Datasets with figures: ${made.datasets}. Municipalities: ${made.municipalities}.`,
    `Look through region.json: the names, the body in charge, the contact, the funding and the project.`,
    `To serve it: POSOKA_REGION=${named} POSOKA_DATA=.posoka-${code.toLowerCase()} npm start`,
  ],
})[language]

const make: Command = {
  name: 'region new', opens: 'nothing',
  says: { bg: 'прави пакет за друга област от наличните данни', en: 'make the pack of another district from the figures at hand' },
  words: [{ name: 'code', needed: 'yes', says: { bg: 'код на областта (NUTS 3)', en: 'code of the district (NUTS 3)' } }],
  options: [
    { name: 'into', takes: 'text', says: { bg: 'папка за пакета; иначе packs/<код>', en: 'folder of the pack; otherwise packs/<code>' } },
    { name: 'from', takes: 'text', says: { bg: 'папка на пакета, от който се взема; иначе първият в packs', en: 'folder of the pack to take from; otherwise the first in packs' } },
  ],
  examples: ['posoka region new BG341', 'posoka region new BG341 --into /srv/burgas'],
  run: async ({ line, language }) => {
    const packs = join(findCheckout(), 'packs')
    const code = line.one('code').toUpperCase()
    const into = line.has('into') ? resolve(line.one('into')) : join(packs, code)
    if (existsSync(into)) return failed('refused', { bg: `Папката ${into} вече съществува; нищо не е променено.`, en: `The folder ${into} is there already; nothing was changed.` }[language])
    const folders = line.has('from') ? [resolve(line.one('from'))] : (await listNames(packs)).map((name) => join(packs, name))
    const source = (await Promise.all(folders.map(readSource))).find((found) => found !== undefined)
    if (!source) return failed('notFound', { bg: `Няма пакет, от който да се вземат данни: ${folders.join(', ')}.`, en: `There is no pack to take figures from: ${folders.join(', ')}.` }[language])
    const why = whyNoPack(source.atlas, { code, source: source.home.code })
    if (why) return failed(why === 'unknown' ? 'notFound' : 'refused', sayRefusal(why, { code, source })[language])
    await mkdir(dirname(into), { recursive: true })
    const made = await write(into, { code, source })
    const named = dirname(into) === packs ? basename(into) : into
    return done(sayDone(language, { code, into, named, made }), { code, folder: into, datasets: made.datasets, municipalities: made.municipalities })
  },
}

export const commands: readonly Command[] = [make]
