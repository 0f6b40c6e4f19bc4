// Sin: door-reach, reaches-jsx. The command line shows no views.
import { List } from '#areas/evidence/datasets/views.tsx'
export const list = List
