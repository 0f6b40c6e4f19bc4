// The list of all pages. A topic adds its `pages` here. A page whose post is slow work is bound to its command here.
import type { HomeRegion } from '#kernel/home.ts'
import type { WebPage } from './door.ts'
import { minePages } from './my/mine-pages.ts'
import { participationPages } from './participation-pages.ts'
import { analysisPages } from './analysis-pages.ts'
import { evidencePages } from './evidence-pages.ts'
import { publicPages } from './public/pages.ts'
import { withUsedBy } from './used-by.tsx'
import { strategyPages } from './strategy-pages.ts'
import { staffPages, type StaffDesk } from './staff-pages.ts'

export type PagesParts = { readonly desk: StaffDesk; readonly home: HomeRegion; readonly email: string | null; readonly address?: string | null; readonly fetchFrom?: readonly string[] }

export const allPages = (parts: PagesParts): readonly WebPage[] => [...publicPages(), ...evidencePages({ address: parts.address ?? null, email: parts.email, fetchFrom: parts.fetchFrom ?? [] }), ...analysisPages.map(withUsedBy), ...participationPages(parts.desk.origin, { address: parts.address ?? null, email: parts.email, fetchFrom: parts.fetchFrom ?? [] }).map(withUsedBy), ...strategyPages(), ...minePages(parts.desk), ...staffPages(parts.desk)]
