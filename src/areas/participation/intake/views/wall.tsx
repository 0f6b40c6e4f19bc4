// Laying notes together by select list, as they were moved about on the wall; nothing here needs dragging.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Select } from '#ui/parts/select.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { groupsAtOnce, isOpenNote, type NoteSheet, type SheetNote, sheetPath, sheetsPath, wallPath } from '../rules.ts'
import { crumbsTo } from './words.ts'

type Shown = { readonly language: Language; readonly asked: Asked; readonly sheet: NoteSheet; readonly notes: readonly SheetNote[] }
export const wallScreen = ({ language, asked, sheet, notes }: Shown): Screen => {
  const say = speak(language)
  const open = notes.filter(isOpenNote)
  const groups = Array.from({ length: groupsAtOnce }, (_, at) => String(at + 1))
  const field = (name: string) => ({ language, name, value: typedOne(asked.typed, name), error: errorOf({ problems: asked.problems, field: name, language }) })
  return {
    kind: 'screen', title: say.participation_intake_group(), says: sheet.title, crumbs: crumbsTo(language, { name: say.participation_intake_sheets_title(), path: sheetsPath }, { name: sheet.title, path: sheetPath(sheet.code) }),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading kicker={sheet.title} title={say.participation_intake_group()} lead={say.participation_intake_group_says()} />
        {open.length === 0 ? <EmptyState title={say.participation_intake_all_grouped()} why={say.participation_intake_all_grouped_why()}><p><a class="ds-link" href={toHref(language, sheetPath(sheet.code))}>{sheet.title}</a></p></EmptyState> : (
          <Form action={toHref(language, wallPath(sheet.code))}>
            <Fieldset legend={say.participation_intake_groups()} help={say.participation_intake_groups_help()}>
              {groups.map((group) => <TextField optional label={say.participation_intake_group_title({ group })} {...field(`title_${group}`)} />)}
            </Fieldset>
            {sheet.questions.map(({ position, words }) => {
              const under = open.filter(({ question }) => question === position)
              return under.length === 0 ? null : (
                <Fieldset legend={`${position}. ${words}`}>
                  {under.map(({ number, text, dots }) => (
                    <Select optional blank={say.participation_intake_no_group()} label={dots === 0 ? text : say.participation_intake_note_dots({ text, dots })} options={groups.map((group) => ({ value: group, name: say.participation_intake_group_number({ group }) }))} {...field(`group_${number}`)} />
                  ))}
                </Fieldset>
              )
            })}
            <Buttons><Button>{say.participation_intake_group_make()}</Button><ButtonLink look="quiet" href={toHref(language, sheetPath(sheet.code))}>{say.people_back()}</ButtonLink></Buttons>
          </Form>
        )}
      </>
    ),
  }
}
