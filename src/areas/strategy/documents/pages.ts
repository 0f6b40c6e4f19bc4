// The addresses of the area's first page and of the current-state report.
import { page, type Page } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { countBallots, listChallenges, listFindings } from '#areas/strategy/findings/read.ts'
import { strategyPath } from '#areas/strategy/findings/rules.ts'
import { hubScreen } from './views/hub.tsx'

const open = permissions['public.read']
const hubPage = page({
  path: strategyPath, may: open, sameForAll: true,
  get: async ({ reader, language }) => {
    const [findings, challenges, ballots] = await Promise.all([listFindings(reader, { who: 'everyone' }), listChallenges(reader, { who: 'everyone' }), countBallots(reader)])
    return hubScreen({ language, findings: findings.length, challenges: challenges.length, ballots })
  },
})
export const pages: readonly Page[] = [hubPage]
