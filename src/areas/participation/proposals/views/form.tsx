// The form of a proposal on one page, and the page on which one looks it over: similar ones stand beside it.
import type { Asked, Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { CollectionNotice, type Officer } from '#areas/people/contacts/views/collection-notice.tsx'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkbox, Checkboxes, Radios } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { FileUpload } from '#ui/parts/file-upload.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { choiceNames, fileFields, fromProposal } from '../forms.ts'
import { contributionPath, longestText, proposalsPath, sectors, type Topic } from '../rules.ts'
import { sectorNames } from '../rules/names.ts'
import { draftPath, newPath, reviewPath, type Draft } from '../rules/typed.ts'
import { langOf, opening, Said, type Place } from './parts.tsx'

type OpenProcess = { readonly slug: string; readonly title: string; readonly anonymous: 'yes' | 'no'; readonly until: string | null }
export type FormShown = {
  readonly language: Language; readonly asked: Asked; readonly topics: readonly Topic[]; readonly places: readonly Place[]; readonly indicators: readonly { readonly key: string; readonly name: string }[]
  readonly processes: readonly OpenProcess[]; readonly chosen: string; readonly officer: Officer; readonly policy: string
  /** what was typed before, when one goes back to change it */
  readonly draft: { readonly secret: string; readonly draft: Draft } | null
}
export const formScreen = (shown: FormShown): Screen => {
  const { language, asked, processes, draft } = shown
  const say = speak(language)
  return {
    kind: 'screen', title: say.participation_propose_title(), says: say.participation_propose_says(), crumbs: [{ name: say.participation_title(), path: '/participation' }, { name: say.participation_proposals_title(), path: proposalsPath }],
    body: processes.length === 0 ? <EmptyState title={say.participation_propose_closed()} why={say.participation_propose_closed_why()}><p><a class="ds-link" href={toHref(language, proposalsPath)}>{say.participation_proposals_all()}</a></p></EmptyState> : (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_propose_title()} lead={say.participation_propose_lead()} />
        <Form action={draft === null ? toHref(language, shown.chosen === '' ? newPath : `${newPath}?process=${shown.chosen}`) : toHref(language, draftPath(draft.secret))} carries="files">
          <What {...shown} /><Where {...shown} /><Who {...shown} /><Files {...shown} />
          <Buttons><Button>{say.participation_propose_review()}</Button></Buttons>
          <p class="p-note">{say.participation_propose_nothing_sent()} <a class="ds-link" href={toHref(language, shown.policy)}>{say.participation_propose_policy()}</a></p>
        </Form>
        <CollectionNotice language={language} purpose="contribution" officer={shown.officer} />
      </>
    ),
  }
}
/** What a field shows: what was just typed, else the draft, else nothing. */
const fieldsOf = ({ language, asked, draft }: FormShown) => {
  const saved = draft === null ? {} : fromProposal(draft.draft.input)
  const all = (name: string): readonly string[] => (asked.problems.length > 0 ? (asked.typed.text[name] ?? []) : (saved[name] ?? []))
  return { all, field: (name: string) => ({ language, name, value: all(name)[0] ?? '', error: errorOf({ problems: asked.problems, field: name, language }) }) }
}
const What = (shown: FormShown) => {
  const { language, processes, topics, chosen } = shown
  const say = speak(language), { field, all } = fieldsOf(shown)
  const call = field('process')
  return (
    <Fieldset legend={say.participation_propose_what()}>
      {processes.length === 1 ? <input type="hidden" name="process" value={processes[0]?.slug} /> : (
        <Radios {...call} value={call.value || chosen || processes[0]?.slug} label={say.participation_propose_process()} choices={processes.map(({ slug, title, until }) => ({ value: slug, name: title, help: until === null ? undefined : say.participation_propose_until({ day: until }) }))} />
      )}
      <TextField label={say.participation_propose_field_title()} help={say.participation_propose_field_title_help()} {...field('title')} />
      <Textarea rows={9} limit={longestText} label={say.participation_propose_field_text()} help={say.participation_propose_field_text_help()} {...field('text')} />
      <Checkboxes optional language={language} name="topics" label={say.participation_propose_field_topics()} values={all('topics')} choices={topics.map(({ key, name }) => ({ value: key, name: name[language] }))} />
    </Fieldset>
  )
}
const Where = (shown: FormShown) => {
  const { language, places, indicators } = shown
  const say = speak(language), { field } = fieldsOf(shown)
  return (
    <Fieldset legend={say.participation_propose_where()}>
      {places.length === 0 ? null : <Select optional blank={say.participation_propose_whole()} label={say.participation_propose_field_municipality()} options={places.map(({ code, name }) => ({ value: code, name }))} {...field('municipality')} />}
      <TextField optional label={say.participation_propose_field_place()} help={say.participation_propose_field_place_help()} {...field('place')} />
      <TextField optional label={say.participation_propose_field_for_whom()} help={say.participation_propose_field_for_whom_help()} {...field('for_whom')} />
      {indicators.length === 0 ? null : <Select optional blank={say.participation_propose_no_indicator()} label={say.participation_propose_field_indicator()} help={say.participation_propose_field_indicator_help()} options={indicators.map(({ key, name }) => ({ value: key, name }))} {...field('indicator')} />}
    </Fieldset>
  )
}
const Who = (shown: FormShown) => {
  const { language, processes } = shown
  const say = speak(language), { field } = fieldsOf(shown)
  const choice = field('choice'), names = { name: say.participation_choice_name(), initials: say.participation_choice_initials(), citizen: say.participation_choice_citizen() }
  return (
    <Fieldset legend={say.participation_propose_who()}>
      <TextField autocomplete="name" label={say.participation_propose_field_name()} {...field('name')} />
      <TextField kind="email" autocomplete="email" label={say.participation_propose_field_email()} help={say.participation_propose_field_email_help()} {...field('email')} />
      <Radios {...choice} value={choice.value || 'citizen'} label={say.participation_propose_field_choice()} choices={choiceNames.map((name) => ({ value: name, name: names[name] }))} />
      <Select optional blank={say.participation_propose_no_sector()} label={say.participation_propose_field_sector()} options={sectors.map((sector) => ({ value: sector, name: sectorNames[sector][language] }))} {...field('sector')} />
      {processes.some(({ anonymous }) => anonymous === 'yes') ? <Checkbox optional label={say.participation_propose_anonymous()} help={say.participation_propose_anonymous_help()} {...field('anonymous')} /> : null}
    </Fieldset>
  )
}
const Files = (shown: FormShown) => {
  const { language, draft, asked } = shown
  const say = speak(language), { field } = fieldsOf(shown)
  const again = fileFields.some((name) => asked.typed.files[name] !== undefined)
  return (
    <Details summary={say.participation_propose_files()} starts={again || (draft?.draft.files.length ?? 0) > 0 ? 'open' : 'closed'}>
      {draft === null || draft.draft.files.length === 0 ? null : <p>{say.participation_propose_files_kept({ names: draft.draft.files.map(({ name }) => name).join(', ') })}</p>}
      {again ? <p class="p-note">{say.participation_propose_files_again()}</p> : null}
      {fileFields.map((name, at) => <FileUpload language={language} name={name} optional label={say.participation_propose_file({ number: at + 1 })} kinds="PDF, Word, Excel, JPEG, PNG, TXT" most="5 MB" error={field(name).error} />)}
    </Details>
  )
}

type Alike = { readonly number: string; readonly title: string; readonly text: string; readonly supports: number; readonly language: string }
export type ReviewShown = {
  readonly language: Language; readonly asked: Asked; readonly secret: string; readonly draft: Draft; readonly call: string; readonly place: Place | null; readonly topics: readonly Topic[]
  readonly alike: readonly Alike[]
}
export const reviewScreen = ({ language, asked, secret, draft, call, place, topics, alike }: ReviewShown): Screen => {
  const say = speak(language), { input, files } = draft
  const names = { name: input.name, initials: say.participation_choice_initials(), citizen: say.participation_choice_citizen() }
  const line = (name: string, value: string) => (value === '' ? [] : [{ name, value: <bdi>{value}</bdi> }])
  return {
    kind: 'screen', title: say.participation_review_title(), says: say.participation_review_says(), crumbs: [{ name: say.participation_title(), path: '/participation' }, { name: say.participation_propose_title(), path: newPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_review_title()} lead={say.participation_review_lead()} />
        <Form action={toHref(language, reviewPath(secret))}>
          {alike.length === 0 ? null : (
            <Section id="alike" title={say.participation_review_alike({ count: alike.length })}>
              <p>{say.participation_review_alike_says()}</p>
              <ul class="p-alike">
                {alike.map((one) => (
                  <li>
                    <p><a class="ds-link" href={toHref(language, contributionPath(one.number))} lang={langOf(one, language)}><bdi>{one.title}</bdi></a> <span class="p-note">{one.number} · {one.supports} {say.participation_proposal_voices({ count: one.supports })}</span></p>
                    <p lang={langOf(one, language)} dir="auto">{opening(one.text)}</p>
                    {input.email === '' ? null : <Button look="secondary" name="does" value={`support:${one.number}`}>{say.participation_review_support({ number: one.number })}</Button>}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section id="typed" title={say.participation_review_typed()}>
            <h3><bdi>{input.title}</bdi></h3>
            <Said text={input.text} lang={undefined} />
            <SummaryList lines={[
              ...line(say.participation_proposal_process(), call), ...line(say.participation_proposal_topics(), topics.filter(({ key }) => input.topics.includes(key)).map(({ name }) => name[language]).join(', ')),
              ...line(say.participation_proposal_where(), [place?.name ?? '', input.place].filter((part) => part !== '').join(', ')), ...line(say.participation_proposal_for_whom(), input.forWhom),
              ...line(say.participation_proposal_sector(), input.sector === null ? '' : sectorNames[input.sector][language]),
              ...(input.anonymous === 'yes' ? line(say.participation_propose_who(), say.participation_propose_anonymous()) : [...line(say.participation_propose_field_name(), input.name), ...line(say.participation_propose_field_email(), input.email), ...line(say.participation_propose_field_choice(), names[input.choice])]),
              ...line(say.participation_propose_files(), files.map(({ name }) => name).join(', ')),
            ]} />
          </Section>
          <Buttons>
            <Button name="does" value="send">{say.participation_review_send()}</Button>
            <ButtonLink look="secondary" href={toHref(language, draftPath(secret))}>{say.participation_review_change()}</ButtonLink>
          </Buttons>
        </Form>
      </>
    ),
  }
}
