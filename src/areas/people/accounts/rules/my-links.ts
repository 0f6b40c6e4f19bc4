// What a signed-in person may open and begin, by what they may do; for their start page. Leads only where they may go.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { mayDo, type Who } from '#kernel/who.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { settingsPath } from '#areas/people/settings/rules.ts'
import { peoplePath } from '../rules.ts'

export type MyLink = { readonly name: string; readonly path: string; readonly says: string }
export const myLinks = ({ who, language }: { readonly who: Who; readonly language: Language }): readonly MyLink[] => {
  const say = speak(language)
  return [
    { may: permissions['evidence.import'], name: say.people_work_data(), says: say.people_work_data_says(), path: '/evidence/datasets' },
    { may: permissions['evidence.import'], name: say.people_work_table(), says: say.people_work_table_says(), path: '/evidence/tables' },
    { may: permissions['evidence.enter'], name: say.people_work_counts(), says: say.people_work_counts_says(), path: '/evidence/counts' },
    { may: permissions['evidence.define'], name: say.people_work_indicator(), says: say.people_work_indicator_says(), path: '/evidence/indicators/new' },
    { may: permissions['news.write'], name: say.people_work_news(), says: say.people_work_news_says(), path: '/participation/news/new' },
    { may: permissions['participation.enter'], name: say.people_work_intake(), says: say.people_work_intake_says(), path: '/participation/intake' },
    { may: permissions['participation.raw'], name: say.people_work_mail(), says: say.people_work_mail_says(), path: '/participation/mail' },
    { may: permissions['participation.processes'], name: say.people_work_texts(), says: say.people_work_texts_says(), path: '/participation/texts' },
    { may: permissions['participation.answer'], name: say.people_work_answers(), says: say.people_work_answers_says(), path: '/participation/answers' },
    { may: permissions['participation.processes'], name: say.people_work_reports(), says: say.people_work_reports_says(), path: '/participation/reports' },
    { may: permissions['participation.moderate'], name: say.people_work_inbox(), says: say.people_work_inbox_says(), path: '/participation/inbox' },
    { may: permissions['people.self'], name: say.people_work_profile(), says: say.people_work_profile_says(), path: '/evidence' },
    { may: permissions['people.self'], name: say.people_work_indicators(), says: say.people_work_indicators_says(), path: '/evidence/indicators' },
    { may: permissions['people.read'], name: say.people_list_title(), says: say.people_work_people_says(), path: peoplePath },
    { may: permissions['settings.manage'], name: say.people_settings_title(), says: say.people_work_settings_says(), path: settingsPath },
    { may: permissions['letters.read'], name: say.people_work_letters(), says: say.people_work_letters_says(), path: '/office/letters' },
    { may: permissions['privacy.manage'], name: say.people_privacy_title(), says: say.people_work_privacy_says(), path: '/office/privacy' },
    { may: permissions['audit.read'], name: say.people_work_audit(), says: say.people_work_audit_says(), path: '/office/audit' },
  ].filter(({ may }) => mayDo(who, may)).map(({ name, says, path }) => ({ name, says, path }))
}
