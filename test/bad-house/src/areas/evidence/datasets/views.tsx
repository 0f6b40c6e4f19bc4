// Innocent: a view of values.
import { Part } from '#ui/part.tsx'
export const List = () => <Part />
