// Sin: door-reach. A door takes a topic's commands, not its rules.
import { named } from '#areas/evidence/datasets/rules.ts'
export const inbox = named
