// Who was asked by a personal link: how many of each group answered, and the forms to invite and to remind. No name is shown:
// whoever looks here need not know who has not answered yet.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { changePath, peoplePath, sectors, surveysPath, type Phase, type Rate, type Survey } from '../rules/survey.ts'
import { Quiet } from './results.tsx'
import { inEither, saySector } from './words.ts'

/** `answered` null: hidden, because of few */
export type RateShown = Omit<Rate, 'answered'> & { readonly answered: number | null }
type Shown = { readonly language: Language; readonly asked: Asked; readonly survey: Survey; readonly phase: Phase; readonly rates: readonly RateShown[]; readonly canRemind: number }
export const peopleScreen = ({ language, asked, survey, phase, rates, canRemind }: Shown): Screen => {
  const say = speak(language)
  const here = toHref(language, peoplePath(survey.slug))
  return {
    kind: 'screen', title: say.participation_survey_people(), says: say.participation_survey_people_says(), crumbs: [{ name: say.participation_survey_title(), path: surveysPath }, { name: inEither(survey.title, language), path: changePath(survey.slug) }],
    body: (
      <>
        <PageHeading kicker={inEither(survey.title, language)} title={say.participation_survey_people()} lead={say.participation_survey_people_says()} />
        <ErrorSummary language={language} problems={asked.problems} />
        <Section id="rates" title={say.participation_survey_rates()}>
          {rates.length === 0 ? <p>{say.participation_survey_nobody_invited()}</p> : (
            <>
              <Table language={language} id="rate-table" caption={say.participation_survey_rates()} captionIs="hidden"
                columns={[{ name: say.participation_survey_column_sector() }, { name: say.participation_survey_column_invited(), kind: 'number' }, { name: say.participation_survey_column_answered(), kind: 'number' }, { name: say.participation_survey_column_rate(), kind: 'number' }]}
                rows={rates.map(({ sector, invited, answered }) => ({ cells: [saySector(sector, language), sayNumber(invited, language, 0), answered === null ? <Quiet language={language} /> : sayNumber(answered, language, 0), answered === null ? <Quiet language={language} /> : `${sayNumber((answered / invited) * 100, language, 0)}\u00a0%`] }))} />
              <p class="p-note">{say.participation_survey_hidden_says()}</p>
            </>
          )}
        </Section>
        {phase !== 'open' ? <Notice language={language} tone="info"><p>{say.participation_survey_not_open_now()}</p></Notice> : (
          <>
            <Section id="panel" title={say.participation_survey_panel()}>
              <p>{say.participation_survey_panel_says()}</p>
              <Form action={here}>
                <Select language={language} name="panel_sector" label={say.participation_survey_column_sector()} value={typedOne(asked.typed, 'panel_sector')} blank={say.participation_survey_panel_all()} options={sectors.map((sector) => ({ value: sector, name: saySector(sector, language) }))} error={errorOf({ problems: asked.problems, field: 'panel_sector', language })} />
                <Buttons><Button name="does" value="panel">{say.participation_survey_panel_send()}</Button></Buttons>
              </Form>
            </Section>
            <Section id="invite" title={say.participation_survey_invite()}>
              <Form action={here}>
                <Textarea language={language} name="people" rows={8} label={say.participation_survey_invite_people()} help={say.participation_survey_invite_help()} value={typedOne(asked.typed, 'people')} error={errorOf({ problems: asked.problems, field: 'people', language })} />
                <Select language={language} name="sector" optional label={say.participation_survey_invite_sector()} value={typedOne(asked.typed, 'sector')} blank={say.participation_survey_sector_unknown()} options={sectors.map((sector) => ({ value: sector, name: saySector(sector, language) }))} />
                <Buttons><Button name="does" value="invite">{say.participation_survey_invite_send()}</Button></Buttons>
              </Form>
            </Section>
            <Section id="remind" title={say.participation_survey_remind()}>
              <p>{canRemind === 0 ? say.participation_survey_remind_nobody() : say.participation_survey_remind_says({ count: canRemind })}</p>
              {canRemind === 0 ? null : <Form action={here}><Buttons><Button look="secondary" name="does" value="remind">{say.participation_survey_remind_send()}</Button></Buttons></Form>}
            </Section>
          </>
        )}
      </>
    ),
  }
}
