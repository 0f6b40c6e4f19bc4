// Every version of a finding, the newest first, with what was written in and struck out; each can come back.
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { wordDifference } from '#areas/participation/texts/rules/difference.ts'
import { type Finding, findingPath, type FindingVersion, type FindingWords, historyPath, sayStatement } from '../rules.ts'
import { findingsCrumb, strategyCrumb } from './list.tsx'
import { sayConfidence, sayKind, sayState } from './words.ts'

const momentOf = (at: Date, language: Language): string => {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia', dateStyle: 'short', timeStyle: 'short' }).format(at).split(' ')
  return `${sayCivilDate(day, language)}, ${time}`
}
const Words = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <p>{wordDifference({ before, after }).map((part) => (part.kind === 'in' ? <ins>{part.text}</ins> : part.kind === 'out' ? <del>{part.text}</del> : part.text))}</p>
)
/** Each part by itself, so that a change in one is not read as a change of the next. */
const partsOf = (words: FindingWords | undefined, language: Language): readonly string[] => (words === undefined ? ['', '', '', '', '']
  : [words.statement.bg, words.statement.en, words.says.bg, words.says.en, `${sayKind(words.kind, language)} · ${domainName(words.theme, language)} · ${sayConfidence(words.confidence, language)}`])

export type HistoryShown = { readonly language: Language; readonly asked: Asked; readonly finding: Finding; readonly versions: readonly FindingVersion[] }
export const historyScreen = ({ language, asked, finding, versions }: HistoryShown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.strategy_history_title(), says: say.strategy_history_lead(), crumbs: [strategyCrumb(language), findingsCrumb(language), { name: sayStatement(finding, language), path: findingPath(finding.number) }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={sayStatement(finding, language)} title={say.strategy_history_title()} lead={say.strategy_history_lead()} />
        {versions.map((one, at) => {
          const before = versions[at + 1]
          return (
            <Section id={`version-${one.version}`} title={say.strategy_history_version({ version: String(one.version) })} aside={momentOf(one.savedAt, language)}>
              <p class="p-note">{sayState(one.state, language)}{one.restoredFrom === null ? '' : ` · ${say.strategy_history_restored({ version: String(one.restoredFrom) })}`}{one.why === '' ? '' : ` · ${one.why}`}</p>
              {partsOf(one.words, language).map((after, part) => { const old = partsOf(before?.words, language)[part] ?? ''; return after === '' && old === '' ? null : <Words before={old} after={after} /> })}
              {at === 0 ? null : (
                <Form action={toHref(language, historyPath(finding.number))} hidden={[{ name: 'version', value: String(finding.version) }, { name: 'from', value: String(one.version) }]}>
                  <Buttons><Button look="secondary">{say.strategy_history_restore({ version: String(one.version) })}</Button></Buttons>
                </Form>
              )}
            </Section>
          )
        })}
      </>
    ),
  }
}
