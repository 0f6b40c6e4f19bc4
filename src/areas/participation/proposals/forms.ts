// What the public forms of proposals may send, parsed into values. Whether a process is open or a municipality exists is not known here.
import { typedOne, type Typed, type UploadedFile, typedLine as line } from '#kernel/answer.ts'
import { isEmail } from '#areas/people/contacts/rules.ts'
import { not, ok, type Problem, type Result } from '#kernel/result.ts'
import { longestText, longestTitle, sectors, shortestText, type AuthorChoice } from './rules.ts'
import { longestArgument, type ArgumentInput, type FileInput, type OwnInput, type ProposalInput, type ReviewInput, type VoiceInput } from './rules/typed.ts'

export type ProposalSent = { readonly input: ProposalInput; readonly files: readonly UploadedFile[] }
export const fileFields = ['file_1', 'file_2', 'file_3'] as const
export const choiceNames = ['name', 'initials', 'citizen'] as const

/** One line without signs that turn, hide or break text. */
const words = (typed: Typed, field: string): string => typedOne(typed, field).normalize('NFC').trim()
const problem = (field: string, bg: string, en: string): Problem => ({ field, text: { bg, en } })
const tooLong = (typed: Typed, field: string, most: number): readonly Problem[] => words(typed, field).length > most ? [problem(field, `Най-много ${most} знака.`, `At most ${most} characters.`)] : []
export const emailProblems = (typed: Typed): readonly Problem[] => {
  const email = line(typed, 'email')
  return email === '' ? [problem('email', 'Напишете адреса си: на него идва писмо с връзка за потвърждение.', 'Write your address: a letter with a link to confirm comes to it.')]
    : isEmail(email) ? [] : [problem('email', 'Адресът не изглежда пълен. Пример: ime@example.bg.', 'The address does not look complete. Example: name@example.bg.')]
}
const toChoice = (text: string): AuthorChoice => choiceNames.find((name) => name === text) ?? 'citizen'

export const readProposal = (typed: Typed): ProposalInput => ({
  process: line(typed, 'process'), title: line(typed, 'title'), text: words(typed, 'text'), topics: (typed.text.topics ?? []).slice(0, 10),
  municipality: line(typed, 'municipality'), place: line(typed, 'place'), forWhom: line(typed, 'for_whom'), sector: sectors.find((sector) => sector === typedOne(typed, 'sector')) ?? null, indicator: line(typed, 'indicator'),
  name: line(typed, 'name'), email: line(typed, 'email'), choice: toChoice(typedOne(typed, 'choice')), anonymous: typedOne(typed, 'anonymous') === 'yes' ? 'yes' : 'no',
})
export const proposalForm = (typed: Typed): Result<ProposalSent, readonly Problem[]> => {
  const input = readProposal(typed)
  const wrong: readonly Problem[] = [
    ...(input.title === '' ? [problem('title', 'Напишете с няколко думи какво предлагате.', 'Write in a few words what you propose.')] : tooLong(typed, 'title', longestTitle)),
    ...(input.text.length < shortestText ? [problem('text', 'Опишете предложението: какво да се направи и защо.', 'Describe the proposal: what should be done and why.')] : tooLong(typed, 'text', longestText)),
    ...tooLong(typed, 'place', 300), ...tooLong(typed, 'for_whom', 300), ...tooLong(typed, 'name', 200),
    ...(input.anonymous === 'yes' ? [] : [
      ...(input.name === '' ? [problem('name', 'Напишете име или псевдоним. Какво от него се вижда, избирате по-долу.', 'Write a name or an alias. What of it is shown, you choose below.')] : []),
      ...emailProblems(typed),
    ]),
  ]
  return wrong.length > 0 ? not(wrong) : ok({ input, files: fileFields.flatMap((field) => typed.files[field] ?? []) })
}
/** Of the authority itself: nobody has to be confirmed. */
export const ownForm = (typed: Typed): Result<OwnInput, readonly Problem[]> => {
  const { process, title, text, topics, municipality, place } = readProposal(typed)
  const wrong: readonly Problem[] = [
    ...(title === '' ? [problem('title', 'Напишете с няколко думи какво предлагате.', 'Write in a few words what you propose.')] : tooLong(typed, 'title', longestTitle)),
    ...(text.length < shortestText ? [problem('text', 'Опишете предложението: какво да се направи и защо.', 'Describe the proposal: what should be done and why.')] : tooLong(typed, 'text', longestText)), ...tooLong(typed, 'place', 300),
  ]
  return wrong.length > 0 ? not(wrong) : ok({ process, title, text, topics, municipality, place })
}
/** What the fields hold, by name. */
export const fromProposal = (input: ProposalInput): Readonly<Record<string, readonly string[]>> => ({
  process: [input.process], title: [input.title], text: [input.text], topics: input.topics, municipality: [input.municipality], place: [input.place], for_whom: [input.forWhom],
  sector: [input.sector ?? ''], indicator: [input.indicator], name: [input.name], email: [input.email], choice: [input.choice], anonymous: input.anonymous === 'yes' ? ['yes'] : [],
})

/** On the page on which one looks it over: send, or support another one instead. */
export const reviewForm = (typed: Typed): Result<ReviewInput, readonly Problem[]> => {
  const number = /^support:(\d{4}-\d{4,9})$/.exec(typedOne(typed, 'does'))?.[1]
  return ok(number === undefined ? { does: 'send' } : { does: 'support', number })
}
export const voiceForm = (typed: Typed): Result<VoiceInput, readonly Problem[]> => {
  const wrong = emailProblems(typed)
  return wrong.length > 0 ? not(wrong) : ok({ does: typedOne(typed, 'does') === 'unsupport' ? 'unsupport' : 'support', email: line(typed, 'email') })
}
export const emailForm = (typed: Typed): Result<{ readonly email: string }, readonly Problem[]> => {
  const wrong = emailProblems(typed)
  return wrong.length > 0 ? not(wrong) : ok({ email: line(typed, 'email') })
}
export const argumentForm = (typed: Typed): Result<ArgumentInput, readonly Problem[]> => {
  const side = typedOne(typed, 'side'), text = words(typed, 'text'), name = line(typed, 'name')
  const wrong: readonly Problem[] = [
    ...(side !== 'for' && side !== 'against' ? [problem('side', 'Изберете: за или против.', 'Choose: for or against.')] : []),
    ...(text.length < shortestText ? [problem('text', 'Напишете довода с едно изречение поне.', 'Write the argument in one sentence at least.')] : tooLong(typed, 'text', longestArgument)),
    ...(name === '' ? [problem('name', 'Напишете име или псевдоним.', 'Write a name or an alias.')] : tooLong(typed, 'name', 200)),
    ...emailProblems(typed),
  ]
  return wrong.length > 0 ? not(wrong) : ok({ side: side === 'against' ? 'against' : 'for', text, name, email: line(typed, 'email'), choice: toChoice(typedOne(typed, 'choice')) })
}
/** A moderator opens or closes one file. */
export const fileForm = (typed: Typed): Result<FileInput, readonly Problem[]> => {
  const [, does, id = ''] = /^(open|close):([0-9a-f-]{36})$/.exec(typedOne(typed, 'does')) ?? []
  return does === undefined ? not([problem('', 'Изберете файл.', 'Choose a file.')]) : ok({ id, open: does === 'open' ? 'yes' : 'no' })
}
/** A button without fields. */
export const pressed = (): Result<'pressed', readonly Problem[]> => ok('pressed')
