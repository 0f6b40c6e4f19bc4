// Words what went wrong on the command line, from values or from what was thrown. Pure.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Exit } from '#store/command.ts'
import { StartProblem } from '#store/start-problem.ts'
import type { LineProblem } from './parse-line.ts'

export const sayLineProblem = (problem: LineProblem, language: Language): string => {
  const say = speak(language)
  const { kind, word } = problem
  const near = 'near' in problem && problem.near !== null ? ` ${say.web_cli_near({ near: problem.near })}` : ''
  switch (kind) {
    case 'unknownCommand': case 'unknownSecond': return say.web_cli_unknown_command({ word }) + near
    case 'unknownOption': return say.web_cli_unknown_option({ word }) + near
    case 'strangeWord': return say.web_cli_strange_word({ word }) + near
    case 'incomplete': return say.web_cli_incomplete({ word })
    case 'valueMissing': return say.web_cli_value_missing({ word })
    case 'notANumber': return say.web_cli_not_a_number({ word })
    case 'optionNeeded': return say.web_cli_option_needed({ word })
    case 'wordNeeded': return say.web_cli_word_needed({ word })
    case 'takesNothing': return say.web_cli_takes_nothing({ word })
    case 'oneOnly': return say.web_cli_one_only({ word })
  }
}

/** What was thrown, as an exit and its lines; null when it is a mistake of ours. */
export const sayThrown = (thrown: unknown, language: Language): { readonly exit: Exit; readonly lines: readonly string[] } | null => {
  if (thrown instanceof StartProblem)
    return { exit: thrown.code === 'setting' ? 'usage' : 'unavailable', lines: [thrown.what[language], thrown.todo[language]] }
  if (!(thrown instanceof Error)) return null
  if (thrown.name === 'AbortError') return { exit: 'interrupted', lines: [speak(language).web_cli_interrupted()] }
  const { text, code } = thrown as { readonly text?: unknown; readonly code?: unknown }
  if (isBilingual(text)) return { exit: isOfTheNetwork(thrown) ? 'unavailable' : 'refused', lines: [text[language]] }
  const { path = '' } = thrown as NodeJS.ErrnoException
  const say = speak(language)
  switch (code) {
    case 'ENOENT': return { exit: 'notFound', lines: [say.web_cli_no_file({ path })] }
    case 'EISDIR': return { exit: 'notFound', lines: [say.web_cli_is_folder({ path })] }
    case 'EACCES': return { exit: 'notFound', lines: [say.web_cli_no_access({ path })] }
    case 'ENOSPC': case '53100': return { exit: 'unavailable', lines: [say.web_cli_disk_full()] }
  }
  return null
}
/** The other side was not there; asking again later may help. */
const isOfTheNetwork = ({ name, code }: Error & { readonly code?: unknown }): boolean =>
  name === 'FetchProblem' && ['unreachable', 'certificate', 'tooSlow', 'idle', 'cut', 'pausing', 'status'].includes(String(code))
const isBilingual = (value: unknown): value is { readonly bg: string; readonly en: string } =>
  typeof value === 'object' && value !== null && typeof (value as { bg?: unknown }).bg === 'string' && typeof (value as { en?: unknown }).en === 'string'
