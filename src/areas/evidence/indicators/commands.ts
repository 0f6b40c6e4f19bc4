// The terminal's words for indicators: the series of one, as a table, CSV or JSON.
import type { Bilingual } from '#kernel/language.ts'
import type { Level } from '#kernel/region.ts'
import { levels } from '#kernel/region.ts'
import { sayNumber } from '#kernel/quantity.ts'
import type { Command } from '#store/command.ts'
import { done, failed } from '#store/command.ts'
import { findSeries, listCatalogue } from './read.ts'
import { toSeriesJson, writeSeriesCsv } from './rules/series-files.ts'

const text = (bg: string, en: string): Bilingual => ({ bg, en })

const series: Command = {
  name: 'series',
  says: text('показва стойностите на показател', 'print the values of an indicator'),
  words: [{ name: 'key', needed: 'yes', says: text('ключ на показателя, например ent.stock', 'key of the indicator, such as ent.stock') }],
  options: [
    { name: 'region', takes: 'text', many: 'yes', says: text('код на регион (BG411, SOF46); може няколко пъти', 'code of a region (BG411, SOF46); may be repeated') },
    { name: 'level', takes: 'text', says: text(`всички региони от едно ниво: ${levels.join(', ')}`, `all regions of one level: ${levels.join(', ')}`) },
    { name: 'vintage', takes: 'number', says: text('номер на по-старо издание', 'number of an older vintage') },
    { name: 'csv', takes: 'nothing', says: text('като CSV', 'as CSV') },
  ],
  examples: ['posoka series ctx.unemp --region BG411', 'posoka series ent.stock --level nuts3 --csv > stock.csv'],
  run: async ({ line, store, language }) => {
    const at = (say: Bilingual): string => say[language]
    const level = line.one('level')
    if (level !== '' && !(levels as readonly string[]).includes(level)) return failed('usage', at(text(`„${level}“ не е ниво. Нивата са: ${levels.join(', ')}.`, `"${level}" is no level. The levels are: ${levels.join(', ')}.`)))
    const regions = line.many('region').flatMap((one) => one.split(',')).filter((code) => code !== '')
    const vintage = line.number('vintage')
    const key = line.one('key')
    const found = await store.reading((reader) => findSeries(reader, {
      key, ...(regions.length > 0 ? { regions } : {}), ...(level === '' ? {} : { level: level as Level }), ...(vintage === null ? {} : { vintage }),
    }))
    if (!found) return failed('notFound', at(text(`Няма показател „${key}“${vintage === null ? '' : ` в издание ${vintage}`}. Ключовете показва: posoka indicators`, `There is no indicator "${key}"${vintage === null ? '' : ` in vintage ${vintage}`}. The keys are shown by: posoka indicators`)))
    const unknown = regions.filter((code) => !found.regions.some((region) => region.code === code))
    if (unknown.length > 0) return failed('notFound', at(text(`Няма регион с код: ${unknown.join(', ')}.`, `There is no region with the code: ${unknown.join(', ')}.`)))
    if (line.has('csv')) return done([writeSeriesCsv({ ...found, language }).replace(/^\uFEFF/, '').trimEnd()], toSeriesJson(found))
    const { indicator } = found
    const lines = found.series.flatMap((one) => {
      const region = found.regions.find((code) => code.code === one.region)
      return [`${one.region} ${region?.name[language] ?? ''}`, ...one.periods.map((period, place) => {
        const reason = one.missing[place]
        const value = reason ? `– (${reason})` : sayNumber(one.values[place] as number, language, indicator.decimals)
        return `  ${period.padEnd(9)} ${value.padStart(14)} ${one.flags[place] ?? ''}`.trimEnd()
      })]
    })
    const credits = found.credits.map((credit) => `${credit.source}, ${credit.dataset}, ${credit.asOf}`).join('; ')
    const none = at(text('Източникът не дава стойности за тези региони.', 'The source gives no values for these regions.'))
    return done([`${indicator.name[language]}, ${indicator.unit.label[language]}`, ...(lines.length > 0 ? lines : [none]), ...(credits === '' ? [] : [credits])], toSeriesJson(found))
  },
}

const indicators: Command = {
  name: 'indicators',
  says: text('показва показателите и най-новите им години', 'list the indicators and their newest years'),
  run: async ({ store, language, now }) => {
    const rows = await store.reading((reader) => listCatalogue(reader, { now: now() }))
    return done(
      rows.map(({ indicator, freshness }) => `${indicator.key.padEnd(24)} ${(freshness.newest ?? '–').padEnd(8)} ${indicator.name[language]}, ${indicator.unit.label[language]}`),
      rows.map(({ indicator, hasFigures, freshness, datasets }) => ({ key: indicator.key, name: indicator.name, unit: indicator.unit.label, domain: indicator.domain, level: indicator.level, hasFigures, newest: freshness.newest, datasets })),
    )
  },
}

export const commands: readonly Command[] = [series, indicators]
