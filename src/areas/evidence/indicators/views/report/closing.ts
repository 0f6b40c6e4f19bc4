// The last pages of the report: what has no figures and why, how to read it, where everything is from.
import type { DocumentBlock } from '#kernel/document.ts'
import { speak } from '#kernel/speak.ts'
import { sayEdition } from '#areas/evidence/datasets/views/vintage-words.ts'
import { sourceWords } from '#areas/evidence/datasets/rules/source-words.ts'
import { domains } from '../../rules.ts'
import { domainName, placeOfRegion } from '../wording.ts'
import type { ReportShown } from './shown.ts'

export const missingChapter = ({ language, report }: ReportShown): readonly DocumentBlock[] => {
  const say = speak(language)
  const { without, profile } = report
  if (without.length === 0) return []
  return [
    { kind: 'heading', level: 1, id: 'missing', text: say.evidence_report_missing() },
    { kind: 'paragraph', look: 'lead', text: say.evidence_report_missing_lead({ count: without.length, within: placeOfRegion(profile.region, language).within }) },
    ...domains.flatMap((domain): readonly DocumentBlock[] => {
      const some = without.filter((indicator) => indicator.domain === domain)
      return some.length === 0 ? [] : [
        { kind: 'heading', level: 2, id: `missing-${domain}`, text: say.evidence_report_missing_in({ domain: domainName(domain, language) }) },
        { kind: 'list', items: some.map((indicator) => ({ lead: indicator.name[language], text: indicator.reasonWithoutFigures?.[language] ?? say.evidence_report_missing_why() })) },
      ]
    }),
  ]
}

export const readingChapter = ({ language }: ReportShown): readonly DocumentBlock[] => {
  const say = speak(language)
  return [
    { kind: 'heading', level: 1, id: 'reading', text: say.evidence_report_reading() },
    { kind: 'list', items: [
      { lead: say.evidence_report_reading_values(), text: say.evidence_report_reading_values_says() },
      { lead: say.evidence_report_reading_missing(), text: say.evidence_report_reading_missing_says() },
      { lead: say.evidence_report_reading_breaks(), text: say.evidence_report_reading_breaks_says() },
      { lead: say.evidence_report_reading_places(), text: say.evidence_report_reading_places_says() },
      { lead: say.evidence_report_reading_points(), text: say.evidence_report_reading_points_says() },
      { lead: say.evidence_report_reading_levels(), text: say.evidence_report_reading_levels_says() },
      { lead: say.evidence_report_reading_files(), text: say.evidence_report_reading_files_says() },
    ] },
  ]
}

export const sourcesChapter = ({ language, report }: ReportShown): readonly DocumentBlock[] => {
  const say = speak(language)
  return [
    { kind: 'heading', level: 1, id: 'sources', text: say.evidence_report_sources() },
    { kind: 'paragraph', text: say.evidence_report_sources_lead({ count: report.credits.length }) },
    { kind: 'list', items: report.credits.map((credit) => ({
      lead: `${sourceWords(credit.source, language)}: ${credit.title[language]}`,
      text: say.evidence_report_source({ code: credit.dataset, vintage: sayEdition(credit, language), licence: credit.licence.name[language] }),
      ...(credit.doi === null ? (credit.licence.address.startsWith('http') ? { address: credit.licence.address } : {}) : { address: `https://doi.org/${credit.doi}` }),
    })) },
  ]
}
