// Who published a dataset, and how its code is said beside the publisher's name.
import type { Bilingual, Language } from '#kernel/language.ts'

const sources: Readonly<Record<string, Bilingual>> = {
  eurostat: { bg: 'Евростат', en: 'Eurostat' },
  nsi: { bg: 'НСИ', en: 'NSI' },
  az: { bg: 'Агенция по заетостта', en: 'Employment Agency' },
  'ec-regio': { bg: 'Европейска комисия', en: 'European Commission' },
  'ec-rtd': { bg: 'Европейска комисия', en: 'European Commission' },
  cordis: { bg: 'Европейска комисия', en: 'European Commission' },
  count: { bg: 'ръчно отчитане', en: 'counted by hand' },
  isun: { bg: 'ИСУН 2020', en: 'ISUN 2020' },
}
export const sourceWords = (source: string, language: Language): string => sources[source]?.[language] ?? source

/** A number or a name that the publisher's own site is searched by: „1169“ for nsi-1169; nothing where the code is only ours. */
export const codeWords = (code: string): string => {
  if (/^nsi-\d+$/.test(code)) return code.slice('nsi-'.length)
  if (/^(rci|ris|cordis)$/.test(code)) return code.toUpperCase()
  return /^(nsi|az|own|count)-/.test(code) || code === 'isun' ? '' : code.replace(/-\d{4}$/, '')
}
