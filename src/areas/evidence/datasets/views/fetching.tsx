// Fetching many datasets: what is missing, the two buttons, how far the run under way is with its stop, and what the last one found.
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Progress } from '#ui/parts/progress.tsx'
import { type Health, Status } from '#ui/parts/status.tsx'
import { Table } from '#ui/parts/table.tsx'
import { type Dataset, datasetPath, vintagePath } from '../rules.ts'
import { sayFound, sayLooked } from '../rules/source-check-words.ts'
import { fetchingPath, type FetchItem, type FetchRun, isOpen, type SourceCheck } from '../rules/source-checks.ts'
import { saySize } from './vintage-words.ts'

type Shown = { readonly language: Language; readonly missing: readonly { readonly dataset: Dataset }[]; readonly watched: number; readonly run: FetchRun | undefined; readonly asked: Asked }

export const fetchingScreen = ({ language, missing, watched, run, asked }: Shown): Screen => {
  const say = speak(language)
  const action = toHref(language, fetchingPath)
  const open = run !== undefined && isOpen(run)
  return {
    kind: 'screen', title: say.evidence_fetch_title(), says: say.evidence_fetch_lead(),
    crumbs: [{ name: say.evidence_datasets_title(), path: '/evidence/datasets' }],
    body: (
      <>
        <PageHeading kicker={say.evidence_datasets_title()} title={say.evidence_fetch_title()} lead={say.evidence_fetch_lead()} />
        <ErrorSummary language={language} problems={asked.problems} />
        {open ? <UnderWay language={language} run={run} action={action} /> : (
          <>
            <Section id="missing" title={say.evidence_fetch_missing_title()}>
              <p>{missing.length === 0 ? say.evidence_fetch_none_missing() : say.evidence_fetch_missing_says({ count: missing.length })}</p>
              {missing.length === 0 ? null : (
                <>
                  <Form action={action} hidden={[{ name: 'what', value: 'missing' }]}><p><Button>{say.evidence_fetch_missing_button()}</Button></p></Form>
                  <Details summary={say.evidence_fetch_missing_which({ count: missing.length })}>
                    <ul class="ds-list">{missing.map(({ dataset }) => <li><a class="ds-link" href={toHref(language, datasetPath(dataset.code))}>{dataset.title[language]}</a> <code>{dataset.code}</code></li>)}</ul>
                  </Details>
                </>
              )}
            </Section>
            <Section id="news" title={say.evidence_fetch_news_title()}>
              <p>{watched === 0 ? say.evidence_fetch_none_watched() : say.evidence_fetch_news_says({ count: watched })}</p>
              {watched === 0 ? null : <Form action={action} hidden={[{ name: 'what', value: 'news' }]}><p><Button look="secondary">{say.evidence_fetch_news_button()}</Button></p></Form>}
            </Section>
          </>
        )}
        {run === undefined ? null : <Found language={language} run={run} />}
      </>
    ),
  }
}

const UnderWay = ({ language, run, action }: { readonly language: Language; readonly run: FetchRun; readonly action: string }) => {
  const say = speak(language)
  const done = run.items.filter((item) => item.state === 'done').length
  const at = run.items.find((item) => item.state === 'running')
  return (
    <Section id="run" title={run.kind === 'missing' ? say.evidence_fetch_running_missing() : say.evidence_fetch_running_news()}>
      <Progress id="run-progress" label={say.evidence_fetch_progress()} done={done} of={run.items.length} says={say.evidence_fetch_progress_of({ done: String(done), of: String(run.items.length) })} />
      <p>{run.stopAsked ? say.evidence_fetch_stopping() : at === undefined ? say.evidence_fetch_begins() : say.evidence_fetch_now({ dataset: at.dataset, read: saySize(at.bytesRead, language) })}</p>
      <Buttons>
        <ButtonLink look="secondary" href={action}>{say.evidence_fetch_again()}</ButtonLink>
        {run.stopAsked ? null : <Form action={action} hidden={[{ name: 'what', value: 'stop' }]}><Button look="secondary">{say.evidence_fetch_stop()}</Button></Form>}
      </Buttons>
      <p class="p-note">{say.evidence_fetch_goes_on()}</p>
    </Section>
  )
}

export const healthOf = (result: SourceCheck['result']): Health =>
  ({ new: 'onTrack', held: 'atRisk', refused: 'late', older: 'completed', nothingNew: 'completed', busy: 'notDue', failed: 'late' } as const)[result]
const shortOf = (result: SourceCheck['result'], language: Language): string => {
  const say = speak(language)
  return { new: say.evidence_found_short_new, held: say.evidence_found_short_held, refused: say.evidence_found_short_refused, older: say.evidence_found_short_older, nothingNew: say.evidence_found_short_nothing_new, busy: say.evidence_found_short_busy, failed: say.evidence_found_short_failed }[result]()
}

const Found = ({ language, run }: { readonly language: Language; readonly run: FetchRun }) => {
  const say = speak(language)
  const looked = run.items.filter((item): item is FetchItem & { readonly check: SourceCheck } => item.check !== null)
  if (looked.length === 0) return null
  const asked = { day: sayLooked(run.askedAt, language) }
  return (
    <Section id="found" title={say.evidence_fetch_found()} aside={isOpen(run) ? undefined : run.state === 'stopped' ? say.evidence_fetch_was_stopped(asked) : say.evidence_fetch_was_done(asked)}>
      <Table
        language={language} id="found-table" caption={say.evidence_fetch_found()} captionIs="hidden" phone="stack"
        columns={[{ name: say.evidence_col_dataset() }, { name: say.evidence_col_result() }, { name: say.evidence_fetch_col_says() }, { name: say.evidence_fetch_col_looked() }]}
        rows={looked.map(({ dataset, check }) => ({
          cells: [
            <a class="ds-link" href={toHref(language, check.vintage === null ? datasetPath(dataset) : vintagePath(dataset, check.vintage))}>{dataset}</a>,
            <Status language={language} health={healthOf(check.result)} words={shortOf(check.result, language)} />,
            sayFound(check, language),
            <span class="p-nowrap">{sayLooked(check.lookedAt, language)}</span>,
          ],
        }))}
      />
      <p class="p-note">{say.evidence_fetch_counts({ looked: sayNumber(looked.length, language, 0), of: sayNumber(run.items.length, language, 0) })}</p>
    </Section>
  )
}

/** On the dataset's page: the last looks, newest first. */
export const SourceChecks = ({ language, checks }: { readonly language: Language; readonly checks: readonly SourceCheck[] }) => {
  const say = speak(language)
  const [last, ...earlier] = checks
  const words = (check: SourceCheck): string => say.evidence_look_says({ time: sayLooked(check.lookedAt, language), found: sayFound(check, language) })
  return (
    <Section id="looks" title={say.evidence_look_title()}>
      {last === undefined ? <p>{say.evidence_look_none()}</p> : <p><Status language={language} health={healthOf(last.result)} words={shortOf(last.result, language)} />{' · '}{words(last)}</p>}
      {earlier.length === 0 ? null : <Details summary={say.evidence_look_earlier({ count: earlier.length })}><ul class="ds-list">{earlier.map((check) => <li>{words(check)}</li>)}</ul></Details>}
    </Section>
  )
}
