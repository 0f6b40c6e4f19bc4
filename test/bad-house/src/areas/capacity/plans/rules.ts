// Sin: sideways-arrow. The areas of the top floor do not see each other.
import { site } from '#areas/investment/sites/rules.ts'
export const plan = site
