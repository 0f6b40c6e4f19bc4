// What search finds our own pages by: written at every start, so that a changed text is found by its new words.
import type { Bilingual } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Writer } from '#store/handle.ts'
import type { PermissionName } from '#areas/people/roles/rules.ts'
import { setSearchPages, type SearchPage } from '#store/search-text.ts'

const both = (say: (words: ReturnType<typeof speak>) => string): Bilingual => ({ bg: say(speak('bg')), en: say(speak('en')) })

/** For those of the staff who may open it. */
const forStaff = (may: PermissionName, { path, title, text }: Pick<SearchPage, 'path' | 'title' | 'text'>): SearchPage => ({ path, title, text, seenBy: 'staff', may })

export const registerPages = (writer: Writer): Promise<void> => setSearchPages(writer, [
  { path: '/evidence', title: both((say) => say.evidence_profile_kicker()), text: both((say) => [say.web_home_next_profile_says(), say.evidence_level_municipality()].join(' ')) },
  { path: '/evidence/indicators', title: both((say) => say.evidence_indicators_title()), text: both((say) => say.web_home_next_profile_says()) },
  { path: '/evidence/datasets', title: both((say) => say.evidence_datasets_title()), text: both((say) => say.evidence_datasets_lead()) },
  { path: '/participation', title: both((say) => say.participation_title()), text: both((say) => `${say.participation_hub_title()}. ${say.participation_hub_says()}`) },
  { path: '/participation/proposals', title: both((say) => say.participation_proposals_title()), text: both((say) => say.participation_proposals_says()) },
  { path: '/participation/proposals/new', title: both((say) => say.participation_propose_title()), text: both((say) => say.participation_propose_says()) },
  { path: '/participation/news', title: both((say) => say.participation_news_title()), text: both((say) => say.participation_news_says()) },
  forStaff('people.self', { path: '/my', title: both((say) => say.people_start_title()), text: both((say) => say.people_start_says()) }),
  forStaff('people.self', { path: '/my/account', title: both((say) => say.people_my_title()), text: both((say) => `${say.people_my_sessions()} ${say.people_my_password()} ${say.people_my_data()}`) }),
  forStaff('people.read', { path: '/people', title: both((say) => say.people_list_title()), text: both((say) => say.people_list_says()) }),
  forStaff('settings.manage', { path: '/people/settings', title: both((say) => say.people_settings_title()), text: both((say) => say.people_settings_says()) }),
  forStaff('settings.manage', { path: '/people/settings/body', title: both((say) => say.people_step_body()), text: both((say) => say.people_step_body_says()) }),
  forStaff('settings.manage', { path: '/people/settings/contact', title: both((say) => say.people_step_contact()), text: both((say) => say.people_step_contact_says()) }),
  forStaff('settings.manage', { path: '/people/settings/mailbox', title: both((say) => say.people_step_mailbox()), text: both((say) => `${say.people_step_mailbox_says()} IMAP SMTP`) }),
  forStaff('settings.manage', { path: '/people/settings/funding', title: both((say) => say.people_step_funding()), text: both((say) => say.people_step_funding_says()) }),
  forStaff('letters.read', { path: '/office/letters', title: both((say) => say.web_letters_title()), text: both((say) => say.web_letters_says()) }),
  forStaff('letters.read', { path: '/office/letters/catalogue', title: both((say) => say.web_letter_catalogue_title()), text: both((say) => say.web_letter_catalogue_says()) }),
  forStaff('audit.read', { path: '/office/audit', title: both((say) => say.web_audit_title()), text: both((say) => say.web_audit_says()) }),
  forStaff('news.write', { path: '/participation/news/new', title: both((say) => say.participation_news_new()), text: both((say) => say.participation_news_form_says()) }),
  forStaff('participation.raw', { path: '/participation/mail', title: both((say) => say.participation_mail_title()), text: both((say) => say.participation_mail_says()) }),
  forStaff('participation.moderate', { path: '/participation/inbox', title: both((say) => say.participation_inbox_title()), text: both((say) => say.participation_inbox_lead()) }),
  { path: '/participation/consultations', title: both((say) => say.participation_consultations_title()), text: both((say) => say.participation_consultations_says()) },
  forStaff('participation.processes', { path: '/participation/texts', title: both((say) => say.participation_texts_title()), text: both((say) => say.participation_texts_says()) }),
  { path: '/participation/moderation', title: both((say) => say.participation_policy_title()), text: both((say) => `${say.participation_policy_lead()} ${say.participation_policy_masking()}`) },
  { path: '/participation/moderation/log', title: both((say) => say.participation_log_title()), text: both((say) => say.participation_log_lead()) },
  forStaff('participation.processes', { path: '/participation/processes/new', title: both((say) => say.participation_process_new()), text: both((say) => say.participation_process_form_says()) }),
  forStaff('participation.processes', { path: '/participation/proposals/authority', title: both((say) => say.participation_own_title()), text: both((say) => say.participation_own_says()) }),
  { path: '/open-data', title: both((say) => say.evidence_open_title()), text: both((say) => `${say.evidence_open_lead()} API OpenAPI JSON-stat CSV DCAT-AP Atom`) },
  { path: '/evidence/comparisons', title: both((say) => say.evidence_compare_kicker()), text: both((say) => `${say.evidence_compare_preset_districts()}. ${say.evidence_compare_preset_above()}. ${say.evidence_compare_preset_municipalities()}.`) },
  { path: '/project', title: both((say) => say.web_project_title()), text: both((say) => say.web_project_says()) },
  { path: '/accessibility', title: both((say) => say.web_accessibility_title()), text: both((say) => say.web_accessibility_says()) },
  { path: '/privacy', title: both((say) => say.web_privacy_title()), text: both((say) => `${say.web_privacy_says()} ${say.web_privacy_rights()}`) },
])
