// What search finds our own pages by: written at every start, so that a changed text is found by its new words.
import type { Bilingual } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Writer } from '#store/handle.ts'
import { setSearchPages } from '#store/search-text.ts'

const both = (say: (words: ReturnType<typeof speak>) => string): Bilingual => ({ bg: say(speak('bg')), en: say(speak('en')) })

export const registerPages = (writer: Writer): Promise<void> => setSearchPages(writer, [
  { path: '/evidence', title: both((say) => say.evidence_profile_kicker()), text: both((say) => [say.web_home_next_profile_says(), say.evidence_level_municipality()].join(' ')) },
  { path: '/evidence/indicators', title: both((say) => say.evidence_indicators_title()), text: both((say) => say.web_home_next_profile_says()) },
  { path: '/evidence/datasets', title: both((say) => say.evidence_datasets_title()), text: both((say) => say.evidence_datasets_lead()) },
  { path: '/project', title: both((say) => say.web_project_title()), text: both((say) => say.web_project_says()) },
  { path: '/accessibility', title: both((say) => say.web_accessibility_title()), text: both((say) => say.web_accessibility_says()) },
  { path: '/privacy', title: both((say) => say.web_privacy_title()), text: both((say) => `${say.web_privacy_says()} ${say.web_privacy_rights()}`) },
])
