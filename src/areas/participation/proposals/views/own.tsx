// The form of a proposal of the authority itself: published at once, marked as such everywhere.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { longestText, type Topic } from '../rules.ts'
import { ownPath } from '../rules/typed.ts'
import type { Place } from './parts.tsx'

type Shown = { readonly language: Language; readonly asked: Asked; readonly topics: readonly Topic[]; readonly places: readonly Place[]; readonly calls: readonly { readonly slug: string; readonly title: string }[]; readonly body: string }
export const ownScreen = ({ language, asked, topics, places, calls, body }: Shown): Screen => {
  const say = speak(language)
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  return {
    kind: 'screen', title: say.participation_own_title(), says: say.participation_own_says(), crumbs: [{ name: say.participation_title(), path: '/participation' }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={say.participation_own_title()} lead={say.participation_own_lead({ body })} />
        <Form action={toHref(language, ownPath)}>
          <Select label={say.participation_propose_process()} options={calls.map(({ slug, title }) => ({ value: slug, name: title }))} {...field('process')} />
          <TextField label={say.participation_propose_field_title()} {...field('title')} />
          <Textarea rows={9} limit={longestText} label={say.participation_propose_field_text()} {...field('text')} />
          <Checkboxes optional language={language} name="topics" label={say.participation_propose_field_topics()} values={asked.typed.text.topics ?? []} choices={topics.map(({ key, name }) => ({ value: key, name: name[language] }))} />
          <Select optional blank={say.participation_propose_whole()} label={say.participation_propose_field_municipality()} options={places.map(({ code, name }) => ({ value: code, name }))} {...field('municipality')} />
          <TextField optional label={say.participation_propose_field_place()} {...field('place')} />
          <Buttons><Button>{say.participation_own_publish()}</Button></Buttons>
        </Form>
      </>
    ),
  }
}
