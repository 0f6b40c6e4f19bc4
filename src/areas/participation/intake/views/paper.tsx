// Typing letters one after the other by keyboard, and one letter with its scan beside the typed text.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Region } from '#kernel/region.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox, Radios } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/date-field.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Column, Columns, PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { contributionPath } from '#areas/participation/proposals/rules.ts'
import { intakePath, letterPath, type Paper, paperPath, scanPath } from '../rules.ts'
import { crumbsTo, type ProcessChoice, processOptions, sayWaiting, sectorOptions } from './words.ts'

type Shown = { readonly language: Language; readonly asked: Asked; readonly processes: readonly ProcessChoice[]; readonly municipalities: readonly Region[]; readonly papers: readonly Paper[]; readonly today: string }
/** What stays for the next letter is said in the address; what was typed and refused comes back as it was. */
export const paperScreen = ({ language, asked, processes, municipalities, papers, today }: Shown): Screen => {
  const say = speak(language)
  const isAgain = asked.problems.length > 0
  const was = (name: string, fresh = ''): string => (isAgain ? typedOne(asked.typed, name) : (asked.query.get(name) ?? fresh))
  const field = (name: string, fresh = '') => ({ language, name, value: was(name, fresh), error: errorOf({ problems: asked.problems, field: name, language }) })
  const after = asked.query.get('after')
  return {
    kind: 'screen', title: say.participation_intake_paper_title(), says: say.participation_intake_paper_says(), crumbs: crumbsTo(language),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_intake_paper_title()} lead={say.participation_intake_paper_lead()} />
        {after === null || isAgain || !/^\d{4}-\d{4,9}$/.test(after) ? null : <Notice language={language} tone="success" title={say.participation_intake_typed({ number: after })}><p><a class="ds-link" href={toHref(language, letterPath(after))}>{say.participation_intake_look_again()}</a></p></Notice>}
        <Form action={toHref(language, paperPath)} carries="files">
          <Textarea rows={10} label={say.participation_intake_text()} help={say.participation_intake_text_help()} {...(isAgain ? {} : { focus: 'here' as const })} {...field('text')} />
          <TextField optional label={say.participation_intake_heading()} help={say.participation_intake_heading_help()} {...field('title')} />
          <FileUpload optional language={language} name="scan" label={say.participation_intake_scan()} help={say.participation_intake_scan_help()} kinds="PDF, JPEG, PNG, TIFF" most="32 MB" accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff" error={errorOf({ problems: asked.problems, field: 'scan', language })} />
          <Checkbox optional label={say.participation_intake_illegible()} {...field('illegible')} />
          <Fieldset legend={say.participation_intake_who()} help={say.participation_intake_who_help()}>
            <TextField optional autocomplete="off" label={say.participation_intake_author()} {...field('author')} />
            <Checkbox optional label={say.participation_intake_organisation()} {...field('organisation')} />
            <Checkbox optional label={say.participation_intake_consent()} help={say.participation_intake_consent_help()} {...field('consent')} />
            <Select optional label={say.participation_event_sector()} blank={say.participation_intake_unknown()} options={sectorOptions(language)} {...field('sector')} />
            <Select optional label={say.participation_intake_municipality()} blank={say.participation_intake_unknown()} options={municipalities.map(({ code, name }) => ({ value: code, name: name[language] }))} {...field('municipality')} />
          </Fieldset>
          <Fieldset legend={say.participation_intake_came()}>
            <Select label={say.participation_intake_process()} options={processOptions(processes, language)} {...field('process')} />
            <Radios label={say.participation_intake_channel()} choices={[{ value: 'paper', name: say.participation_intake_channel_paper() }, { value: 'post', name: say.participation_intake_channel_post() }, { value: 'phone', name: say.participation_intake_channel_phone() }]} {...field('channel', 'paper')} />
            <DateField label={say.participation_intake_received_on()} {...field('received_on', today.split('-').reverse().join('.'))} />
            <DateField optional label={say.participation_intake_dated_on()} {...field('dated_on')} />
            <TextField optional width="half" autocomplete="off" label={say.participation_intake_registry()} {...field('registry_number')} />
            <Checkbox optional label={say.participation_intake_in_person()} {...field('in_person')} />
          </Fieldset>
          <Buttons>
            <Button>{say.participation_intake_save_next()}</Button>
            <ButtonLink look="quiet" href={toHref(language, intakePath)}>{say.participation_intake_stop()}</ButtonLink>
          </Buttons>
        </Form>
        {papers.length === 0 ? null : (
          <Section id="last" title={say.participation_intake_last()}>
            <LinkList links={papers.slice(0, 10).map((paper) => ({ name: `${paper.number} ${paper.title}`, href: toHref(language, letterPath(paper.number)), note: paper.checkedAt === null ? say.participation_intake_not_checked() : say.participation_intake_checked() }))} />
          </Section>
        )}
      </>
    ),
  }
}

type Letter = { readonly language: Language; readonly paper: Paper; readonly typist: string; readonly checker: string | null; readonly mayCheck: 'yes' | 'no'; readonly maySee: 'yes' | 'no' }
export const letterScreen = ({ language, paper, typist, checker, mayCheck, maySee }: Letter): Screen => {
  const say = speak(language)
  const title = say.participation_intake_letter_title({ day: sayCivilDate(paper.receivedOn, language) })
  return {
    kind: 'screen', title: `${paper.number}: ${title}`, says: paper.title, crumbs: crumbsTo(language, { name: say.participation_intake_paper_title(), path: paperPath }),
    body: (
      <>
        <PageHeading kicker={paper.number} title={title} />
        <Columns parts="equal">
          <Column>
            <h2>{say.participation_intake_typed_text()}</h2>
            <h3>{paper.title}</h3>
            {paper.text.split(/\n\s*\n/).map((part) => <p class="p-lines">{part}</p>)}
          </Column>
          <Column>
            <h2>{say.participation_intake_scan()}</h2>
            {paper.scan === null ? <p>{say.participation_intake_no_scan()}</p>
              : maySee === 'no' ? <p>{say.participation_intake_scan_closed()}</p>
              : /^image\/(?:png|jpeg)$/.test(paper.scan.mediaType)
                ? <a href={scanPath(paper.number, paper.scan.sha256)}><img class="p-news-picture" src={scanPath(paper.number, paper.scan.sha256)} alt={say.participation_intake_scan_alt({ number: paper.number })} loading="lazy" /></a>
                : <p><a class="ds-link" href={scanPath(paper.number, paper.scan.sha256)}>{say.participation_intake_scan_open()}</a></p>}
          </Column>
        </Columns>
        <SummaryList lines={[
          { name: say.participation_intake_dated_on(), value: paper.datedOn === null ? '–' : sayCivilDate(paper.datedOn, language) },
          { name: say.participation_intake_registry(), value: paper.registryNumber || '–' },
          { name: say.participation_intake_illegible(), value: paper.illegible ? say.participation_intake_yes() : say.participation_intake_no() },
          { name: say.participation_intake_consent(), value: paper.consent === 'none' ? say.participation_intake_no() : say.participation_intake_yes() },
          { name: say.participation_intake_typed_by(), value: typist },
          { name: say.participation_intake_checked_by(), value: checker ?? say.participation_intake_not_checked() },
          { name: say.participation_intake_where(), value: <a class="ds-link" href={toHref(language, contributionPath(paper.number))}>{sayWaiting(paper.state, language)}</a> },
        ]} />
        {mayCheck === 'no' ? (paper.checkedAt === null ? <p class="p-note">{say.participation_intake_another_checks()}</p> : null) : (
          <Form action={toHref(language, letterPath(paper.number))}><p>{say.participation_intake_check_says()}</p><Buttons><Button>{say.participation_intake_check()}</Button></Buttons></Form>
        )}
        <p><a class="ds-link" href={toHref(language, paperPath)}>{say.participation_intake_next_letter()}</a></p>
      </>
    ),
  }
}
