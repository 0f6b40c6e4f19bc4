// Sin: wrong-tool. A view takes values; it has no store.
import { kept } from '#store/kept.ts'
export const Shown = () => <p>{kept.name}</p>
